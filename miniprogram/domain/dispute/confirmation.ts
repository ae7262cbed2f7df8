/** 司法确认: both parties ask the court, within thirty days, that their agreement be enforceable (人民调解法 第33条). */
import type { ConfirmationState } from '../../../typings/contract/dispute';
import type { Objection } from '../case/transition';
import { DAY, startOfDay } from '../time/format';
import type { DisputeFacts } from './facts';
import { kinshipWords, writtenWords } from './guards';
import { confirmation } from './policy';

export const confirmationLabels: Readonly<Record<ConfirmationState, string>> = {
  asked: '一方申请了，等另一方',
  applied: '双方已申请',
  accepted: '法院受理了',
  confirmed: '法院确认了',
  rejected: '法院没有确认',
};

/** What a court says, in the order in which it may. */
export const confirmationOutcomes = ['accepted', 'confirmed', 'rejected'] as const;
type Outcome = (typeof confirmationOutcomes)[number];

/** Title to land, houses and inventions (民诉法解释 第355条). */
const title = /产权归属|所有权归|确权|过户到|著作权|专利权|商标权|知识产权/;

/** Why a court does not confirm such an agreement at all: police are no people's mediation committee. */
export function confirmationBar(facts: DisputeFacts): Objection | undefined {
  if (facts.track === 'security') return { message: '治安调解的约定不是人民调解委员会主持达成的，不能申请司法确认。', basis: '人民调解法 第33条' };
  const words = writtenWords(facts);
  if (kinshipWords.test(words) || (facts.category === 'family' && kinshipWords.test(facts.story))) {
    return { message: '涉及婚姻、收养、继承这些身份关系的，法院不做司法确认。', basis: '民诉法解释 第355条' };
  }
  if (title.test(words)) return { message: '涉及产权、知识产权归属的，法院不做司法确认。', basis: '民诉法解释 第355条' };
  return undefined;
}

/** The moment at which the last day is over: calendar days, so day 30 passes and day 31 does not. */
export function confirmationEnds(effectiveAt: number): number {
  return startOfDay(effectiveAt) + (confirmation.days + 1) * DAY;
}

/** Whether both may still apply. */
export function canApply(facts: DisputeFacts, at: number): Objection | undefined {
  const effectiveAt = facts.agreement?.effectiveAt;
  if (effectiveAt === undefined) return { message: '约定还没有生效。' };
  const bar = confirmationBar(facts);
  if (bar) return bar;
  if (at < confirmationEnds(effectiveAt)) return undefined;
  return { message: '约定生效已经超过30天，不能再申请司法确认。可以凭约定去法院起诉。', basis: '人民调解法 第33条' };
}

/** Taken in once, and answered once. */
export function canFollow(state: ConfirmationState, outcome: Outcome): boolean {
  return state !== 'confirmed' && state !== 'rejected' && state !== outcome;
}

/** `法院受理了，案号 望河民特12。` and what else was said. */
export function outcomeSentence(outcome: Outcome, number?: string, words = ''): string {
  return `${confirmationLabels[outcome]}${number === undefined ? '' : `，案号 ${number}`}。${words}`;
}

/** What the court said follows what was asked of it. */
export function isInOrder({ confirmation: asked }: DisputeFacts): Objection | undefined {
  return asked?.appliedAt === undefined ? { message: '双方都申请了，才有法院的答复。' } : undefined;
}
