/** 人身危险: which side told of what. For what must happen the sum counts; neither side reads what the other told. */
import type { DangerAnswers, DisputeRole, Side } from '../../../typings/contract/dispute';
import type { DisputeFacts } from './facts';
import { hasDanger } from './grading';
import { sides } from './labels';
import { isOnlyAsked, isStaff } from './relations';

type Told = Pick<DisputeFacts, 'danger' | 'dangerTold'>;

export const noDanger: DangerAnswers = { isHurt: false, isThreatened: false, isChildAtRisk: false, isHomeViolence: false };

/** The danger of a case after one side told of more, or staff for it. Of what staff add, only what is new is that side's. */
export function warnedBy({ danger: before, dangerTold }: Told, side: Side, more: DangerAnswers, isOwnWord: boolean): Told {
  const danger = mapped((each) => before[each] || more[each]);
  const told = dangerTold ?? { applicant: before, respondent: noDanger };
  if (side === 'applicant' && !dangerTold) return { danger };
  const own = mapped((each) => told[side][each] || (more[each] && (isOwnWord || !before[each])));
  return { danger, dangerTold: { ...told, [side]: own } };
}

/** Two persons took it down to this: what is over was told by nobody any more. */
export function takenDown({ dangerTold }: Told, danger: DangerAnswers): Told {
  const left = (told: DangerAnswers) => mapped((each) => told[each] && danger[each]);
  return { danger, ...(dangerTold && { dangerTold: { applicant: left(dangerTold.applicant), respondent: left(dangerTold.respondent) } }) };
}

/** What this side told of, or staff beside it: the respondent's is what was written down as the respondent's, the rest is the applicant's. */
export function dangerOf({ danger, dangerTold }: Told, side: Side): DangerAnswers {
  if (side === 'respondent') return dangerTold?.respondent ?? noDanger;
  return mapped((each) => danger[each] && (dangerTold?.applicant[each] === true || dangerTold?.respondent[each] !== true));
}

/** The sides that are in danger, by what was told. */
export function sidesInDanger(facts: Told): Side[] {
  return sides.filter((side) => hasDanger(dangerOf(facts, side)));
}

/** The danger of a case as one reader may know of it. */
export function dangerSeenBy(relations: readonly DisputeRole[], facts: Told): DangerAnswers {
  if (isOnlyAsked(relations)) return noDanger;
  const side = sideOfReader(relations);
  return side ? dangerOf(facts, side) : facts.danger;
}

/** Whose words a reader may have: a party's own, an agent's those of the applicant; staff and the unit that it was passed to have both. */
export function sideOfReader(relations: readonly DisputeRole[]): Side | undefined {
  if (relations.includes('respondent')) return 'respondent';
  if (relations.includes('applicant')) return 'applicant';
  return isStaff(relations) || relations.includes('receiver') ? undefined : 'applicant';
}

/** The other side told of danger: this one must not guess it, as from an hour that was promised instead of three workdays. */
export function isInTheDark(facts: Told, side: Side): boolean {
  return hasDanger(dangerOf(facts, side === 'applicant' ? 'respondent' : 'applicant'));
}

/** The same of a danger that is over: the name of a unit says why. */
export function isKeptFrom(facts: Told & Pick<DisputeFacts, 'lowered'>, side: Side): boolean {
  const wasTold = side === 'applicant' ? facts.dangerTold !== undefined : facts.lowered?.neededTwo === true;
  return wasTold || isInTheDark(facts, side);
}

function mapped(isSo: (each: keyof DangerAnswers) => boolean): DangerAnswers {
  return { isHurt: isSo('isHurt'), isThreatened: isSo('isThreatened'), isChildAtRisk: isSo('isChildAtRisk'), isHomeViolence: isSo('isHomeViolence') };
}
