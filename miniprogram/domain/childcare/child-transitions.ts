/** 托管 childcare: the table of a child's record — who may come for the child, and whose word that was. */
import type { Objection, Transition } from '../case/transition';
import { DAY, HOUR, wallClock } from '../time/format';
import type { ChildCase, ChildFacts } from './facts';
import { hasConsent } from './guards';
import { ages, childLimits, retention } from './policy';

type Row = Transition<ChildCase>;
const known = ['known'] as const;

export const childTransitions: readonly Row[] = [
  { move: 'register', to: 'known', by: ['guardian', 'carer'], guard: isWelcome },
  { move: 'complete', from: known, by: ['guardian'], guard: consents },
  { move: 'consent', from: known, by: ['guardian'], guard: consents, basis: '个人信息保护法 第31条' },
  { move: 'withdrawConsent', from: known, by: ['guardian'] },
  { move: 'addGuardian', from: known, by: ['guardian'], guard: fewGuardians },
  { move: 'joinGuardian', from: known, by: ['system'] },
  { move: 'removeGuardian', from: known, by: ['officer'], guard: someGuardian },
  { move: 'addPerson', from: known, by: ['guardian'], guard: fewPersons },
  { move: 'confirmPerson', from: known, by: ['carer', 'officer', 'auxiliary'] },
  { move: 'removePerson', from: known, by: ['guardian', 'officer'] },
  { move: 'setFamilyWord', from: known, by: ['guardian'] },
  { move: 'makeCard', from: known, by: ['guardian', 'carer'] },
  { move: 'bar', from: known, by: ['officer'] },
  { move: 'liftBar', from: known, by: ['officer'] },
  { move: 'visitOpened', from: known, by: ['guardian', 'carer', 'system'] },
  { move: 'visitClosed', from: known, by: ['guardian', 'carer', 'officer', 'leader', 'system'] },
  { move: 'erase', from: known, to: 'erased', by: ['guardian', 'system'], guard: isNowhere },
  { move: 'erase', from: ['erased'], by: ['system'] },
];

/** When something of the record is to be deleted; nothing as long as a consent stands, or the child is somewhere with us. A limit on a person outlives the consent: it protects the child. */
export function childGoneAt({ state, facts, changedAt }: { readonly state: ChildCase['state']; readonly facts: ChildFacts; readonly changedAt: number }): number | undefined {
  if (state === 'erased') return facts.isSwept === true ? changedAt + retention.logDays * DAY : changedAt;
  if (hasConsent(facts) || facts.visits.length > 0) return undefined;
  if (facts.barred.some(({ liftedAt }) => liftedAt === undefined)) return changedAt + retention.logDays * DAY;
  return changedAt + (facts.consent ? retention.withdrawnDays * DAY : retention.unconsentedHours * HOUR);
}

/** What stays of an erased child: whose consent there was, and nothing that says who the child is. */
export function erasedFacts({ consent }: ChildFacts): ChildFacts {
  return { nickname: '', birthMonth: '', school: '', guardians: [], persons: [], barred: [], visits: [], ...(consent && { consent }) };
}

/** Whole years at a moment, from a birth month such as `2019-05`. */
export function ageAt(birthMonth: string, at: number): number {
  const [year = 0, month = 1] = birthMonth.split('-').map(Number);
  const { year: nowYear, month: nowMonth } = wallClock(at);
  return nowYear - year - (nowMonth < month ? 1 : 0);
}

function isWelcome({ birthMonth }: ChildFacts, at: number): Objection | undefined {
  const age = ageAt(birthMonth, at);
  return age >= ages.from && age <= ages.until ? undefined : { message: `托管接 ${ages.from}–${ages.until} 岁的孩子。` };
}

function consents(facts: ChildFacts): Objection | undefined {
  return hasConsent(facts) ? undefined : { message: '请先看过说明并同意。', basis: '个人信息保护法 第31条' };
}

function fewGuardians({ guardians }: ChildFacts): Objection | undefined {
  return guardians.length > childLimits.guardians ? { message: `监护人最多 ${childLimits.guardians} 位。` } : undefined;
}

/** Somebody must be there who can be rung. */
function someGuardian({ guardians }: ChildFacts): Objection | undefined {
  return guardians.length === 0 ? { message: '至少留一位监护人。' } : undefined;
}

function fewPersons({ persons }: ChildFacts): Objection | undefined {
  return persons.filter(({ removedAt }) => removedAt === undefined).length > childLimits.persons ? { message: `能接的人最多 ${childLimits.persons} 位。` } : undefined;
}

/** Nothing is erased of a child who is at the post. */
function isNowhere({ visits }: ChildFacts): Objection | undefined {
  return visits.length > 0 ? { message: '还有没结束的托管，先取消或接走孩子，再删除。' } : undefined;
}
