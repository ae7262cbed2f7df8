import * as v from 'valibot';
import type { Side } from '../../../typings/contract/dispute';
import type { DisputeFacts } from '../../../miniprogram/domain/dispute/facts';
import { sideLabels, sides } from '../../../miniprogram/domain/dispute/labels';
import { mostExtendedDays } from '../../../miniprogram/domain/dispute/policy';
import { command } from '../../_kit/action';
import { count, id } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { disputes } from '../kind';
import { assertOwnWord, refuseRepeats, summaryAfter } from '../store';

/** More days than thirty, when both ask for the same. */
export const extendMediation = command('dispute.extend', {
  input: v.object({ id, side: v.picklist(sides), days: count('天数', mostExtendedDays) }),
  allow: involvedIn(disputes),
  async run(context, { side, days }) {
    const { theCase } = context;
    await refuseRepeats(context, theCase);
    const { facts } = theCase.document;
    assertOwnWord(theCase.relations, facts, side);
    const words = theCase.relations.includes(side) ? `${days}天` : `${sideLabels[side]}想多谈${days}天。`;
    await theCase.move('askExtend', { facts: { ...facts, extension: { days, sides: sidesAsking(facts, side, days) } }, words });
    await theCase.moveBySystem('extend', { facts: { ...theCase.document.facts, extendedDays: (facts.extendedDays ?? 0) + days } });
    return summaryAfter(context, theCase);
  },
});

/** Who joins what the other asked for; other days, or an extension that was had, begin anew. */
function sidesAsking({ extension }: DisputeFacts, side: Side, days: number): readonly Side[] {
  const isSame = extension?.days === days && extension.sides.length === 1;
  return isSame ? [...new Set([...extension.sides, side])] : [side];
}
