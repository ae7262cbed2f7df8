import { command } from '../../_kit/action';
import { involvedIn } from '../../_kit/policy';
import { askedSchema, withFollowUp } from '../asked';
import { assertAsks } from '../askers';
import { disputes } from '../kind';
import { summaryAfter } from '../store';

/** Both parties were asked, by an officer who did not mediate, or a leader where there is none; what somebody had contested is seen to. */
export const closeDispute = command('dispute.close', {
  input: askedSchema,
  allow: involvedIn(disputes),
  async run(context, { words, ...answers }) {
    const { theCase, caller, now } = context;
    await assertAsks(context, theCase);
    const { contestedAt: _seenTo, ...facts } = withFollowUp(theCase.document.facts, answers, { by: caller.id, at: now });
    await theCase.move('close', { facts: { ...facts, closedAt: now }, words, isInternal: true });
    return summaryAfter(context, theCase);
  },
});
