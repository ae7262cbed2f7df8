/** 治安调解: what it was, whose act, and what rules it out (程序规定 第178、179、181条). Pure. */
import type { SecurityExclusion, SecurityInput, Side } from '../../../../../typings/contract/dispute';
import { sideLabels, sides } from '../../../../domain/dispute/labels';
import { exclusionLabels, exclusions, offenceLabels, offences } from '../../../../domain/dispute/security';

export type SecurityForm = Partial<SecurityInput>;

export const offenceChips = offences.map((value) => ({ value, label: offenceLabels[value] }));
export const offenderChips = sides.map((value: Side) => ({ value, label: sideLabels[value] }));
export const exclusionRows = exclusions.map((value) => ({ value, label: exclusionLabels[value] }));

/** Whether each is yes, in the order of the article. */
export function chosenRows({ exclusions: chosen = [] }: SecurityForm) {
  return exclusionRows.map((row) => ({ ...row, isOn: chosen.includes(row.value) }));
}

/** What rules it out, with one more or one less. */
export function exclusionsWith({ exclusions: chosen = [] }: SecurityForm, exclusion: SecurityExclusion, isOn: boolean): SecurityExclusion[] {
  const others = chosen.filter((each) => each !== exclusion);
  return isOn ? [...others, exclusion] : others;
}

/** The form whole, with what was left open as no; nothing before the act is named. */
export function securityOf({ offence, offender, isMinorAct = false, exclusions: chosen = [], hasMinor = false, isGuardianTold = false }: SecurityForm): SecurityInput | undefined {
  return offence && offender && { offence, offender, isMinorAct, exclusions: [...chosen], hasMinor, isGuardianTold };
}
