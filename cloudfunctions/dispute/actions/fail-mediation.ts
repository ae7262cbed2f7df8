import * as v from 'valibot';
import { disputeLimits } from '../../../miniprogram/domain/dispute/policy';
import { command } from '../../_kit/action';
import { id, text } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { disputes } from '../kind';
import { summaryAfter } from '../store';

/** Ends without agreement. What nobody disputes may be noted, so that a court need not begin anew. */
export const failMediation = command('dispute.fail', {
  input: v.object({ id, reason: text('原因', disputeLimits.reason), undisputed: v.exactOptional(text('没有争议的事实', disputeLimits.words)) }),
  allow: involvedIn(disputes),
  async run(context, { reason, undisputed }) {
    const words = undisputed === undefined ? reason : `${reason}\n没有争议的事实：${undisputed}`;
    await context.theCase.move('fail', { words });
    return summaryAfter(context, context.theCase);
  },
});
