import * as v from 'valibot';
import { disputeLimits } from '../../../miniprogram/domain/dispute/policy';
import { command } from '../../_kit/action';
import { id, text } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { disputes } from '../kind';
import { summaryAfter } from '../store';

export const dismissLead = command('dispute.dismissLead', {
  input: v.object({ id, reason: text('原因', disputeLimits.reason) }),
  allow: involvedIn(disputes),
  async run(context, { reason }) {
    await context.theCase.move('dismissLead', { words: reason, isInternal: true });
    return summaryAfter(context, context.theCase);
  },
});
