import { command } from '../../_kit/action';
import { involvedIn } from '../../_kit/policy';
import { askedSchema, withFollowUp } from '../asked';
import { assertAsks } from '../askers';
import { disputes } from '../kind';
import { summaryAfter } from '../store';

/** Both were asked, by an officer who did not mediate, or a leader where there is none: on day 7 while it stays open, on day 30 after it was closed. */
export const followUpDispute = command('dispute.followUp', {
  input: askedSchema,
  allow: involvedIn(disputes),
  async run(context, { words, ...answers }) {
    const { theCase, caller, now } = context;
    await assertAsks(context, theCase);
    await theCase.move('followUp', { facts: withFollowUp(theCase.document.facts, answers, { by: caller.id, at: now }), words, isInternal: true });
    return summaryAfter(context, theCase);
  },
});
