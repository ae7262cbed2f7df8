/** 纠纷 disputes: what their actions share — places, parties, answers. */
import * as v from 'valibot';
import { randomInt } from 'node:crypto';
import type { DisputeRole, DisputeSummary, PersonInput, Side } from '../../typings/contract/dispute';
import type { DisputeCase, DisputeFacts, DisputePlace, Party } from '../../miniprogram/domain/dispute/facts';
import { sides } from '../../miniprogram/domain/dispute/labels';
import { spokenNumber } from '../../miniprogram/domain/dispute/number';
import { disputeLimits, filedADay, mostInARow } from '../../miniprogram/domain/dispute/policy';
import { agentOffices, holds, isStaff, type Standing } from '../../miniprogram/domain/dispute/relations';
import { exclusions, offences } from '../../miniprogram/domain/dispute/security';
import { maskPhone } from '../../miniprogram/domain/identity/policy';
import { DAY } from '../../miniprogram/domain/time/format';
import type { Call } from '../_kit/action';
import type { CaseHandle } from '../_kit/case-engine';
import { indexes, type User } from '../_kit/collections';
import { find, orderKey, tally } from '../_kit/database';
import { summaryOf } from '../_kit/dispute-cards';
import { badField, Refusal } from '../_kit/errors';
import { id, moment, phone, text } from '../_kit/fields';
import { blindIndex, open, seal } from '../_kit/vault';

export const personSchema = v.object({ name: text('姓名', disputeLimits.name), phone: v.exactOptional(phone) });

export const agreedPersonSchema = v.object({ ...personSchema.entries, hasAgreed: v.boolean() });

export const dangerSchema = v.object({
  isHurt: v.boolean(),
  isThreatened: v.boolean(),
  isChildAtRisk: v.boolean(),
  isHomeViolence: v.boolean(),
});

/** 案件发生的时间、地点、起因、情节、结果 (程序规定 第184条). */
export const occurrenceSchema = v.object({
  at: moment,
  place: text('发生地点', disputeLimits.occurrence),
  cause: text('起因', disputeLimits.occurrence),
  circumstances: text('情节', disputeLimits.occurrence),
  result: text('结果', disputeLimits.occurrence),
});

export const securitySchema = v.object({
  offence: v.picklist(offences, '请选是什么行为。'),
  isMinorAct: v.boolean(),
  exclusions: v.pipe(v.array(v.picklist(exclusions)), v.maxLength(exclusions.length)),
  offender: v.picklist(sides, '请选是谁的行为。'),
  hasMinor: v.boolean(),
  isGuardianTold: v.boolean(),
});

/** More is a slip of the finger. */
export const MOST_PEOPLE = 10_000;

/** Of the text of an agreement: it is what somebody signs or agrees to. */
export const digestField = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, '请先看约定的内容。'));

export const photosSchema = v.pipe(v.array(id), v.maxLength(disputeLimits.photos, `最多 ${disputeLimits.photos} 张照片。`));

/** The answer of every action that moves a dispute. */
export function summaryAfter({ caller, now }: Call, { document }: CaseHandle<DisputeCase>): DisputeSummary {
  return summaryOf(caller, document, now);
}

/**
 * Throws `RATE_LIMITED` for whoever has told more today than anybody has to tell. Counted beside the transaction, so a
 * burst may pass the limit by as many as are sent within one moment.
 */
export async function refuseTooMany({ caller, now }: Call): Promise<void> {
  const byOpener = await tally(indexes.disputesByPerson, { people: caller.id }, { by: ['openedBy'], before: orderKey(now - DAY, ''), most: filedADay });
  const own = byOpener.find(({ openedBy }) => openedBy === caller.id);
  if (own && own.all - own.early >= filedADay) throw new Refusal('RATE_LIMITED', { message: '今天说的事太多了，请明天再说。急事请打警务室电话或110。' });
}

/** The same words again and again would push the rest of a story out of sight; staff and the other side are not kept back by it. */
export async function refuseRepeats({ caller, now }: Call, { document, relations }: CaseHandle<DisputeCase>): Promise<void> {
  if (isStaff(relations)) return;
  const last = await find(indexes.eventsByCase, { caseId: document._id }, { limit: mostInARow });
  const isAllOwn = last.length === mostInARow && last.every(({ by, at }) => by === caller.id && at > now - DAY);
  if (isAllOwn) throw new Refusal('RATE_LIMITED', { message: '您今天说得够多了，请等民警看过再说。急事请打警务室电话或110。' });
}

/** Filing for others is for those in office where it happened. */
function mayActFor(caller: Standing, { path }: DisputePlace): boolean {
  return agentOffices.some((role) => holds(caller, role, path));
}

export function assertMayActFor(caller: Standing, place: DisputePlace): void {
  if (!mayActFor(caller, place)) throw new Refusal('FORBIDDEN', { message: '代别人说事，要由这里的网格员、义警或民警来办。' });
}

/** A party speaks for its own side alone; staff record what either said. */
export function assertOwnSide(relations: readonly DisputeRole[], side: Side): void {
  const own = (['applicant', 'respondent'] as const).find((each) => relations.includes(each));
  if (own !== undefined && own !== side) throw new Refusal('FORBIDDEN', { message: '只能代表您自己这一方。' });
}

/** The same, where each must say so in person: staff record only a party without an account. */
export function assertOwnWord(relations: readonly DisputeRole[], facts: DisputeFacts, side: Side, basis?: string): void {
  assertOwnSide(relations, side);
  if (relations.includes(side) || facts[side]?.id === undefined) return;
  throw new Refusal('FORBIDDEN', { message: '这一方有账号，请本人在手机上点同意。', ...(basis !== undefined && { basis }) });
}

/** The next event of the case is the respondent's and staff's alone. */
export function unseenByApplicant({ unseenByApplicant: earlier = [] }: DisputeFacts, version: number): Required<Pick<DisputeFacts, 'unseenByApplicant'>> {
  return { unseenByApplicant: [...earlier, version + 1] };
}

/** A party as typed in by somebody. `consentedAt` when the party has agreed. */
export function partyOf(caseId: string, side: Side, { name, phone: number }: PersonInput, consentedAt?: number): Party {
  return {
    name,
    ...(number !== undefined && { phone: seal(number, phonePlace(caseId, side)), phoneMask: maskPhone(number), phoneIndex: blindIndex('phone', number) }),
    ...(consentedAt !== undefined && { consentedAt }),
  };
}

/** Somebody who speaks for themselves. A name and a phone are asked for at submission, and not before. */
export function ownParty(caseId: string, { _id, facts }: User, now: number): Party {
  if (facts.name === '') throw badField('name', '请留一个称呼，民警好联系您。');
  if (!facts.phone) throw badField('phone', '请留一个电话，民警好联系您。');
  const number = open(facts.phone, _id);
  return { ...partyOf(caseId, 'applicant', { name: facts.name, phone: number }, now), id: _id };
}

/** The party of one case in another that follows from it, there perhaps on the other side: it has yet to say whether it agrees to that one. */
export function sameParty(from: string, to: string, side: Side, { consentedAt: _ofThatOne, phone: sealed, ...known }: Party, there = side): Party {
  return { ...known, ...(sealed && { phone: seal(open(sealed, phonePlace(from, side)), phonePlace(to, there)) }) };
}

/** A party's number in full. Throws `NOT_FOUND` when there is none. */
export function phoneOf(caseId: string, side: Side, facts: DisputeFacts): string {
  const sealed = facts[side]?.phone;
  if (!sealed) throw new Refusal('NOT_FOUND', { message: '还没有留电话。' });
  return open(sealed, phonePlace(caseId, side));
}

/** What every dispute begins with. */
export function beginning(): Pick<DisputeFacts, 'number' | 'tries' | 'earlierRespondents' | 'sessionsHeld' | 'followUps' | 'contests'> {
  return { number: spokenNumber((below) => randomInt(below)), tries: [], earlierRespondents: [], sessionsHeld: 0, followUps: [], contests: 0 };
}

function phonePlace(caseId: string, side: Side): string {
  return `${caseId}:${side}`;
}
