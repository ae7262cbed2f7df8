import * as v from 'valibot';
import { disputeLimits } from '../../../miniprogram/domain/dispute/policy';
import { command } from '../../_kit/action';
import { id, text } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { disputes } from '../kind';
import { summaryAfter } from '../store';

/** Said by the unit itself, or put down by an officer who was told so. With it the matter is the unit's. */
export const acknowledgeTransfer = command('dispute.acknowledge', {
  input: v.object({ id, receivedBy: text('谁接的', disputeLimits.name), words: v.exactOptional(text('说明', disputeLimits.words)) }),
  allow: involvedIn(disputes),
  async run(context, { receivedBy, words }) {
    const { theCase, now } = context;
    const { facts } = theCase.document;
    const acknowledged = { ...facts, closedAt: now, ...(facts.transfer && { transfer: { ...facts.transfer, acknowledgedBy: receivedBy } }) };
    await theCase.move('acknowledge', { facts: acknowledged, ...(words !== undefined && { words }) });
    return summaryAfter(context, theCase);
  },
});
