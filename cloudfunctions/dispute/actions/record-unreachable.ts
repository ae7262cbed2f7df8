import * as v from 'valibot';
import { disputeLimits } from '../../../miniprogram/domain/dispute/policy';
import { command } from '../../_kit/action';
import { id, text } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { disputes } from '../kind';
import { summaryAfter } from '../store';

/** 联系不上, after enough tries in more than one way. What neighbours said of where he is stays among staff. */
export const recordUnreachable = command('dispute.unreachable', {
  input: v.object({ id, words: text('联系的情况', disputeLimits.words) }),
  allow: involvedIn(disputes),
  async run(context, { words }) {
    await context.theCase.move('unreachable', { words, isInternal: true });
    return summaryAfter(context, context.theCase);
  },
});
