import * as v from 'valibot';
import { takenDown } from '../../../miniprogram/domain/dispute/danger';
import type { DisputeFacts } from '../../../miniprogram/domain/dispute/facts';
import { disputeLimits } from '../../../miniprogram/domain/dispute/policy';
import { command } from '../../_kit/action';
import { Refusal } from '../../_kit/errors';
import { id, text } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { disputes } from '../kind';
import { summaryAfter } from '../store';

/** The second of two persons agrees to what the first proposed, or does not. */
export const lowerColour = command('dispute.lower', {
  input: v.object({ id, isAgreed: v.boolean(), reason: v.exactOptional(text('理由', disputeLimits.reason)), seen: v.exactOptional(v.pipe(v.number(), v.integer())) }),
  allow: involvedIn(disputes),
  async run(context, { isAgreed, reason, seen }) {
    const { theCase, caller } = context;
    if (seen !== undefined) await theCase.assertUnmoved(seen);
    const { lowering, ...facts } = theCase.document.facts;
    const said = { isInternal: true, ...(reason !== undefined && { words: reason }) };
    if (isAgreed) await theCase.move('lower', { ...said, facts: loweredBy(caller.id, facts, lowering) });
    else await theCase.move('keepColour', { ...said, facts });
    if (!lowering) throw new Refusal('INVALID_MOVE', { message: '没有人提出降级。' });
    return summaryAfter(context, theCase);
  },
});

function loweredBy(second: string, { lowered: _earlier, ...facts }: DisputeFacts, lowering: DisputeFacts['lowering']): DisputeFacts {
  if (!lowering) return facts;
  const { colour, danger, by } = lowering;
  return { ...facts, ...takenDown(facts, danger), colour, lowered: { colour, by: [by, second], neededTwo: true } };
}
