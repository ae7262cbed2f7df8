/** 纠纷 disputes: difficulty (三色) and danger. The software proposes with its reasons, and only ever raises. */
import type { Colour, ColourProposal, DangerAnswers, DisputeCategory } from '../../../typings/contract/dispute';
import type { DisputeFacts } from './facts';
import { grading } from './policy';

const rank: Readonly<Record<Colour, number>> = { blue: 0, yellow: 1, red: 2 };

interface Gradable {
  readonly category: DisputeCategory;
  readonly danger: DangerAnswers;
  readonly peopleCount?: number;
  readonly amountFen?: number;
  readonly story: string;
  readonly toldBefore?: { readonly month: number; readonly quarter: number };
  readonly failures?: number;
}

/** Words of somebody who is about to petition higher up. */
const petition = /上访|信访|越级|去(?:市里|区里|省里|北京)(?:反映|告|讨说法)/;
/** Words of a weapon; felled trees, noodles and switches are none. */
const weapon = /刀(?!削面|子嘴|两断|闸|鱼)|持械|凶器|砍(?=了?(?:人|伤|死|杀|[你我他她](?!.{0,6}[树枝竹花菜]))|过来|向)/;

/** The colour that the facts call for, with the reasons that an officer can check. */
export function proposeColour({ category, danger, peopleCount = 1, amountFen = 0, story, toldBefore, failures = 0 }: Gradable): ColourProposal {
  const { month, quarter } = toldBefore ?? { month: 0, quarter: 0 };
  const red = [
    hasDanger(danger) && '有人身危险',
    peopleCount >= grading.redPeople && `牵涉 ${peopleCount} 人`,
    amountFen >= grading.redAmountFen && `金额 ${amountFen / 100} 元`,
    petition.test(story) && '提到上访',
    weaponIn(story) !== '' && `提到“${weaponIn(story)}”，可能有危险`,
    failures >= grading.redFailures && `谈过 ${failures} 次没谈成`,
    quarter + 1 >= grading.redTold && `90天内说了 ${quarter + 1} 次`,
  ].filter((reason) => reason !== false);
  if (red.length > 0) return { colour: 'red', reasons: red };

  const yellow = [
    peopleCount >= grading.yellowPeople && `牵涉 ${peopleCount} 人`,
    (category === 'property' || category === 'money') && '多半要问法律',
    failures >= grading.yellowFailures && '谈过一次没谈成',
    month + 1 >= grading.yellowTold && '30天内说过一次',
  ].filter((reason) => reason !== false);
  if (yellow.length > 0) return { colour: 'yellow', reasons: yellow };

  return { colour: 'blue', reasons: ['一般邻里的事'] };
}

/** Whether `chosen` is below what the software proposed. */
export function isLowered(chosen: Colour, proposed: Colour): boolean {
  return rank[chosen] < rank[proposed];
}

/** The higher of the proposal and what a person had decided: below it nobody goes without a reason. */
export function floorOf(proposed: Colour, decided: Colour | undefined): Colour {
  return decided !== undefined && isLowered(proposed, decided) ? decided : proposed;
}

/** Whether a danger that was told of is taken away. */
export function isDangerCleared(before: DangerAnswers, after: DangerAnswers): boolean {
  return (Object.keys(before) as (keyof DangerAnswers)[]).some((each) => before[each] && !after[each]);
}

/** 人身危险: police now, 110 shown to whoever reports. */
export function hasDanger({ isHurt, isThreatened, isChildAtRisk, isHomeViolence }: DangerAnswers): boolean {
  return isHurt || isThreatened || isChildAtRisk || isHomeViolence;
}

/** The word of the telling that sounds like a weapon; empty when none does. It makes one ask: only a person says that there is danger. */
export function weaponIn(story: string): string {
  return weapon.exec(story)?.[0] ?? '';
}

/** The colour after something made it harder: it only ever rises by itself. */
export function raised(colour: Colour | undefined, facts: Gradable): Colour {
  return floorOf(proposeColour(facts).colour, colour);
}

/** Below it nobody goes alone: what the facts call for, or what two persons agreed to instead. */
export function agreedFloor({ lowered, ...facts }: Gradable & Pick<DisputeFacts, 'lowered'>): Colour {
  return lowered?.neededTwo === true ? lowered.colour : proposeColour(facts).colour;
}
