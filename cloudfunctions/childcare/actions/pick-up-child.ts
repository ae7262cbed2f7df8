import * as v from 'valibot';
import { childLimits } from '../../../miniprogram/domain/childcare/policy';
import { command } from '../../_kit/action';
import { badField, Refusal } from '../../_kit/errors';
import { id, text } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { open } from '../../_kit/vault';
import { visitAfter } from '../store';
import { visits } from '../visit-kind';

/** At the school: the phrase that the guardian chose, and the teacher's yes. Only the officer who went. */
export const pickUpChild = command('childcare.pickUp', {
  input: v.object({ id, phrase: text('口令', childLimits.familyWord), hasTeacherConfirmed: v.boolean() }),
  allow: involvedIn(visits),
  async run(context, { phrase, hasTeacherConfirmed }) {
    const { theCase, caller } = context;
    const { _id, facts } = theCase.document;
    const { fetch } = facts;
    await theCase.move('pickUp', { facts: { ...facts, ...(fetch && { fetch: { ...fetch, isConfirmedByTeacher: hasTeacherConfirmed } }) } });
    if (fetch?.officerId !== caller.id) throw new Refusal('FORBIDDEN', { message: '由去接的那位民警来点。' });
    if (open(fetch.phrase, `${_id}:phrase`) !== phrase) throw badField('phrase', '口令对不上，请打电话问家长。');
    return visitAfter(context, theCase);
  },
});
