import * as v from 'valibot';
import type { Confirmation, DisputeFacts } from '../../../miniprogram/domain/dispute/facts';
import type { Side } from '../../../typings/contract/dispute';
import { sideLabels, sides } from '../../../miniprogram/domain/dispute/labels';
import { disputeLimits } from '../../../miniprogram/domain/dispute/policy';
import { command } from '../../_kit/action';
import { Refusal } from '../../_kit/errors';
import { id, text } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { disputes } from '../kind';
import { assertOwnWord, refuseRepeats, summaryAfter } from '../store';

/** One side asks the court to confirm the agreement; when both have, it is applied for (人民调解法 第33条). */
export const askConfirmation = command('dispute.askConfirmation', {
  input: v.object({ id, side: v.picklist(sides), court: text('法院', disputeLimits.court) }),
  allow: involvedIn(disputes),
  async run(context, { side, court }) {
    const { theCase, now } = context;
    await refuseRepeats(context, theCase);
    const { facts } = theCase.document;
    const isOwn = theCase.relations.includes(side);
    assertOwnWord(theCase.relations, facts, side, '人民调解法 第33条');
    const confirmation = askedBy(facts, side, court);
    await theCase.move('askConfirmation', { facts: { ...facts, confirmation }, words: isOwn ? court : `${sideLabels[side]}：${court}` });
    if (confirmation.sides.length === sides.length) {
      await theCase.moveBySystem('applyConfirmation', { facts: { ...facts, confirmation: { ...confirmation, state: 'applied', appliedAt: now } } });
    }
    return summaryAfter(context, theCase);
  },
});

/** Both ask the same court; who names another one begins anew. Throws `INVALID_MOVE` when it was applied for. */
function askedBy({ confirmation }: DisputeFacts, side: Side, court: string): Confirmation {
  if (confirmation?.appliedAt !== undefined) throw new Refusal('INVALID_MOVE', { message: '双方已经申请过了。' });
  const earlier = confirmation?.court === court ? confirmation.sides : [];
  return { state: 'asked', court, sides: [...new Set([...earlier, side])] };
}
