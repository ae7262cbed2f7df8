import * as v from 'valibot';
import { calledOf } from '../../../miniprogram/domain/childcare/names';
import { askedMinutes, childLimits, minutes } from '../../../miniprogram/domain/childcare/policy';
import { command } from '../../_kit/action';
import { collections } from '../../_kit/collections';
import { Refusal } from '../../_kit/errors';
import { id, text } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { visitAfter } from '../store';
import { visits } from '../visit-kind';

/** The second officer decides, is another than the first, and does so at once: a limit noted in between stops it. */
export const releaseByException = command('childcare.releaseByException', {
  input: v.object({ id, words: text('怎么核对的', childLimits.words) }),
  allow: involvedIn(visits),
  async run(context, { words }) {
    const { theCase, db, caller, now } = context;
    const { facts } = theCase.document;
    const { exception } = facts;
    const child = await db.get(collections.children, facts.childId);
    const called = (child && exception && calledOf(child.facts, exception.personId)) ?? '家里人';
    const releasedTo = exception && { called, personId: exception.personId, name: exception.name, proof: 'exception' as const };
    await theCase.move('releaseByException', { facts: { ...facts, endedAt: now, ...(releasedTo && { releasedTo }) }, words });
    if (!exception || exception.by === caller.id) throw new Refusal('INVALID_MOVE', { message: '要另一位民警再核对一遍，才能交接。' });
    if (now - exception.at > minutes(askedMinutes)) throw new Refusal('INVALID_MOVE', { message: `第一位民警核对已经过了${askedMinutes}分钟，请重新核对。` });
    if (child?.facts.barred.length !== exception.limits) throw new Refusal('INVALID_MOVE', { message: '刚刚记了新的限制，请两位民警重新核对。' });
    return visitAfter(context, theCase);
  },
});
