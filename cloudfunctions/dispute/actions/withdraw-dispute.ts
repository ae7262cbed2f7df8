import * as v from 'valibot';
import { disputeLimits } from '../../../miniprogram/domain/dispute/policy';
import { command } from '../../_kit/action';
import { id, text } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { disputes } from '../kind';
import { summaryAfter } from '../store';

export const withdrawDispute = command('dispute.withdraw', {
  input: v.object({ id, reason: v.exactOptional(text('撤回原因', disputeLimits.reason)) }),
  allow: involvedIn(disputes),
  async run(context, { reason }) {
    await context.theCase.move('withdraw', { ...(reason !== undefined && { words: reason }) });
    return summaryAfter(context, context.theCase);
  },
});
