import * as v from 'valibot';
import { disputeLimits } from '../../../miniprogram/domain/dispute/policy';
import { command } from '../../_kit/action';
import { id, text } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { disputes } from '../kind';
import { summaryAfter } from '../store';

/** Apart from the other side; what was said is for staff alone. */
export const contactApplicant = command('dispute.contact', {
  input: v.object({ id, words: text('联系情况', disputeLimits.words) }),
  allow: involvedIn(disputes),
  async run(context, { words }) {
    await context.theCase.move('contact', { words, isInternal: true });
    return summaryAfter(context, context.theCase);
  },
});
