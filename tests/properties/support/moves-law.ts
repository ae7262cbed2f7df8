/** Asked for on the security track where mediation came to nothing, or is not needed: 程序规定 第178、185、186条. */
import { DAY, dayKey } from '../../../miniprogram/domain/time/format';
import { harmedOf, maySpeak, pick, sideFor, type Asks, type CaseModel } from './model';

const ended = ['declined', 'refused', 'failed', 'withdrawn'];

export const byLaw: Asks = {
  settleByPolice(c, actor, variant, { now }) {
    const [isClear, isLossUndisputed, isPerformed, haveBothAgreed] = [variant % 7 !== 6, variant % 8 !== 7, variant % 9 !== 8, variant % 5 !== 4];
    const isShown = variant % 6 !== 5;
    const isGuardianMissing = c.security?.hasMinor === true && !c.security.isGuardianTold;
    return {
      input: { course: '推了一把。', occurrence: occurrenceOf(now, variant), terms: '当面道歉。', haveBothAgreed, isClear, isLossUndisputed, isPerformed, proof: 'recording', ...(isShown && { recording: '执法记录仪1号' }) },
      holds: c.isForPolice && !c.hasDanger && !isGuardianMissing && c.hasRespondent && isClear && isLossUndisputed && isPerformed && haveBothAgreed && isShown && hasHappened(variant),
      after: () => Object.assign(c, { mediator: actor, hasDeclared: true, isApplicantWilling: true, isRespondentWilling: true, closedAt: now }),
    };
  },
  handOn(c, _actor, variant, { now, secret }) {
    const isDecided = variant % 3 === 2;
    const isWrongDay = variant % 5 === 4;
    const byDay = dayKey(now + (isWrongDay === isDecided ? 2 : -2) * DAY);
    const { handling } = c;
    const isFirst = !isDecided || !handling;
    const isOwed = c.isForPolice && (ended.includes(c.state) || isBroken(c));
    return {
      input: { step: secret('internal', c), byDay, isDecided },
      move: isFirst ? 'handOn' : 'recordDecision',
      holds: !isWrongDay && handling?.isDecided !== true && (!isFirst || isOwed),
      after: () => void (c.handling = { isDecided }),
      follows: () => (isFirst && isDecided ? ['recordDecision'] : []),
    };
  },
  askDamages(c, actor, variant) {
    const side = sideFor(c, actor, variant);
    const isDue = c.agreement?.effectiveAt === undefined || isBroken(c);
    return {
      input: { side, words: '医药费。' },
      holds: maySpeak(c, actor, side) && c.isForPolice && harmedOf(c) === side && (side === 'applicant' || c.hasRespondent) && !c.hasDamages && isDue,
      after: () => void (c.hasDamages = true),
    };
  },
  async recognize(c, actor, variant, { now, fileOf }) {
    const isRecognized = variant % 3 !== 2;
    const [haveBothApplied, isPerformed, hasReason] = [variant % 5 !== 4, variant % 7 !== 6, variant % 2 === 0];
    const mayDecide = c.isForPolice && c.handling?.isDecided !== true;
    return {
      input: { by: pick(['people', 'themselves'], variant), terms: '赔了三百元，和好了。', haveBothApplied, isPerformed, file: await fileOf(actor, 'photo'), isRecognized, ...(hasReason && { reason: '看过收条。' }) },
      move: isRecognized ? 'recognize' : 'notRecognize',
      holds: mayDecide && (isRecognized ? haveBothApplied && isPerformed && !c.hasDanger : hasReason),
      after: () => void (isRecognized && (c.closedAt = now)),
    };
  },
};

/** What was agreed before police is not kept, by a promise or by what both were asked. */
function isBroken({ agreement, asked }: CaseModel): boolean {
  if (agreement?.effectiveAt === undefined) return false;
  return agreement.clauses.some(({ state }) => state === 'broken') || asked?.isBroken === true;
}

/** 第184条: when and where, why, how, and what came of it; once in a while it is yet to happen. */
export function occurrenceOf(now: number, variant: number) {
  return { at: now + (hasHappened(variant) ? -DAY : DAY), place: '楼道里', cause: '嫌吵', circumstances: '情节较轻', result: '没有受伤' };
}

export function hasHappened(variant: number): boolean {
  return variant % 10 !== 9;
}
