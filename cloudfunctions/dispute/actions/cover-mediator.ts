import * as v from 'valibot';
import { disputeLimits } from '../../../miniprogram/domain/dispute/policy';
import { command } from '../../_kit/action';
import { badField } from '../../_kit/errors';
import { id, text } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { disputes } from '../kind';
import { chosenMediator } from '../mediators';
import { summaryAfter } from '../store';

/** Somebody else goes on where the mediator cannot: the hour is given back, and the sessions that were held stay. */
export const coverMediator = command('dispute.cover', {
  input: v.object({ id, mediatorId: id, reason: text('原因', disputeLimits.reason) }),
  allow: involvedIn(disputes),
  async run(context, { mediatorId, reason }) {
    const { theCase, db, now } = context;
    const { session: _givenBack, ...facts } = theCase.document.facts;
    if (facts.mediator?.id === mediatorId) throw badField('mediatorId', '现在就是这位，请换一位。');
    await theCase.move('cover', { facts: { ...facts, mediator: await chosenMediator(db, facts, mediatorId, now) }, words: reason, isInternal: true });
    return summaryAfter(context, theCase);
  },
});
