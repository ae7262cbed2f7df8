import * as v from 'valibot';
import { sides } from '../../../miniprogram/domain/dispute/labels';
import { disputeLimits } from '../../../miniprogram/domain/dispute/policy';
import { command } from '../../_kit/action';
import { id, text } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { disputes } from '../kind';
import { assertOwnSide, summaryAfter } from '../store';

export const refuseMediation = command('dispute.refuse', {
  input: v.object({ id, side: v.picklist(sides), reason: v.exactOptional(text('原因', disputeLimits.reason)) }),
  allow: involvedIn(disputes),
  async run(context, { side, reason }) {
    assertOwnSide(context.theCase.relations, side);
    await context.theCase.move('refuse', { ...(reason !== undefined && { words: reason }) });
    return summaryAfter(context, context.theCase);
  },
});
