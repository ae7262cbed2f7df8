import * as v from 'valibot';
import { disputeLimits } from '../../../miniprogram/domain/dispute/policy';
import { command } from '../../_kit/action';
import { id, text } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { disputes } from '../kind';
import { summaryAfter } from '../store';

/** The unit does not take it; with that its account knows nothing of it any more. */
export const returnTransfer = command('dispute.return', {
  input: v.object({ id, reason: text('原因', disputeLimits.reason) }),
  allow: involvedIn(disputes),
  async run(context, { reason }) {
    const { theCase } = context;
    const { transfer: _notTaken, ...facts } = theCase.document.facts;
    await theCase.move('return', { facts, words: reason, isInternal: true });
    return summaryAfter(context, theCase);
  },
});
