/** 托管 childcare: what must hold before a move. Each says why not, in a sentence for the person, or nothing. */
import type { Objection } from '../case/transition';
import { DAY, MINUTE, startOfDay } from '../time/format';
import type { ChildFacts, PickupPerson, VisitFacts } from './facts';
import { ages, askedMinutes, longestStay, minutes } from './policy';

type Why = Objection | undefined;

/** A time to come, a child of the right age, and not too long. */
export function mayBook({ age, startAt, endAt }: VisitFacts, at: number): Why {
  if (age < ages.from || age > ages.until) return { message: `托管接 ${ages.from}–${ages.until} 岁的孩子。` };
  if (startAt <= at) return { message: '这个时段已经开始了，请选后面的。' };
  if (endAt - startAt > longestStay * MINUTE) return { message: `一次最多 ${longestStay} 分钟。` };
  return undefined;
}

export function isOffered({ offeredUntil }: VisitFacts, at: number): Why {
  return offeredUntil !== undefined && at < offeredUntil ? undefined : { message: '现在没有空出来的位子。' };
}

export function isOfferLive(facts: VisitFacts, at: number): Why {
  return isOffered(facts, at) && { message: '确认的时间过了，位子已经给了下一位。您还在排队。' };
}

export function mayBeFetched({ age, fetch: errand }: VisitFacts): Why {
  if (age < ages.from || age > ages.until) return { message: `托管接 ${ages.from}–${ages.until} 岁的孩子。` };
  return errand ? undefined : { message: '请写清楚去哪所学校接、为什么。' };
}

export function isFetchFree({ fetch: errand }: VisitFacts): Why {
  return errand?.officerId === undefined ? { message: '请先接下这件事。' } : undefined;
}

/** The teacher heard the phrase, and said yes; the officer is named. */
export function isFetchConfirmed({ fetch: errand }: VisitFacts): Why {
  if (errand?.officerId === undefined) return { message: '请先接下这件事。' };
  return errand.isConfirmedByTeacher ? undefined : { message: '请老师核对口令、点头以后，再接走孩子。' };
}

/** Until the child is in the officer's hands. */
export function isNotPickedUp({ fetch: errand }: VisitFacts): Why {
  return errand?.isConfirmedByTeacher ? { message: '孩子已经接到了，请到警务室办交接。' } : undefined;
}

/** Received from the officer's hands: without the teacher's yes nobody brought the child. */
export function isBrought(facts: VisitFacts, at: number): Why {
  return facts.fetch?.isConfirmedByTeacher === true ? isItsDay(facts, at) : { message: '民警还没点“接到了”：要老师说过口令、点过头，再签到。' };
}

/** Early or late, but on the day that it is for. */
export function isItsDay({ startAt }: VisitFacts, at: number): Why {
  const midnight = startOfDay(startAt);
  return at >= midnight && at < midnight + DAY ? undefined : { message: '约的不是今天，请看看约的是哪一天。' };
}

export function hasVerbalConsent({ consentDue }: VisitFacts): Why {
  return consentDue === undefined ? { message: '请先给家长打电话，口头同意了再登记。', basis: '个人信息保护法 第31条' } : undefined;
}

export function hasAsked({ asked }: VisitFacts): Why {
  return asked ? undefined : { message: '请先核对是谁来接。' };
}

/** Judged just now; a face seen after a call needs a picture, a code does not. */
export function isHandedOver(facts: VisitFacts, at: number): Why {
  const { asked, releasedTo, handover } = facts;
  if (!asked || !releasedTo) return isReleased(facts);
  if (at - asked.at > minutes(askedMinutes)) return { message: `核对已经过了${askedMinutes}分钟，请退回去重新核对。` };
  return asked.proof === 'callback' && handover === undefined ? { message: '回拨核对的，请拍一张交接照片再交。' } : undefined;
}

export function isReleased({ releasedTo }: VisitFacts): Why {
  return releasedTo ? undefined : { message: '请先核对是谁来接。' };
}

/** The document was seen and the guardian rung back; a second officer decides. */
export function isExceptionWhole({ exception }: VisitFacts): Why {
  if (!exception) return { message: '请写清楚是谁来接。' };
  return exception.isDocumentSeen && exception.isRungBack ? undefined : { message: '要看过证件，也回拨过家长，两样都要。' };
}

export function hasClaim({ claim }: VisitFacts): Why {
  return claim ? undefined : { message: '请写清楚交给了谁。' };
}

/** No two visits of one child overlap. */
export function overlaps({ visits }: Pick<ChildFacts, 'visits'>, { id, startAt, endAt }: { readonly id: string; readonly startAt: number; readonly endAt: number }): boolean {
  return visits.some((other) => other.id !== id && other.startAt < endAt && startAt < other.endAt);
}

/** A consent that stands: without one nothing of the child is handled. */
export function hasConsent({ consent }: Pick<ChildFacts, 'consent'>): boolean {
  return consent !== undefined && consent.withdrawnAt === undefined;
}

type Bar = ChildFacts['barred'][number];

/** By name, and a guardian whom a court has limited by who it is too: spaces in a name do not count. */
export function isBarred({ barred }: Pick<ChildFacts, 'barred'>, { id, name }: { readonly id?: string | undefined; readonly name: string }, isInForce: (bar: Bar) => boolean = ({ liftedAt }) => liftedAt === undefined): boolean {
  return barred.some((bar) => isInForce(bar) && (plain(bar.name) === plain(name) || (bar.guardianId !== undefined && bar.guardianId === id)));
}

/**
 * Guardians, and those whom no guardian has taken back, from when on they may. Barred people never pass, nor whom a barred guardian has named. What was taken
 * back counts whenever that was: two clocks may differ, and the later call may be the first to be written.
 */
export function mayFetch(child: ChildFacts, personId: string, at: number): Why {
  return whyNotFetch(child, personId, at, (end) => end !== undefined);
}

/** Whether somebody might fetch at a moment that is past: who was barred then, or is by now, might not, nor might anybody while no consent stood. */
export function mightFetch(child: ChildFacts, personId: string, then: number): Why {
  return whyNotFetch(child, personId, then, (end) => end !== undefined && then >= end);
}

function whyNotFetch(child: ChildFacts, personId: string, at: number, isTakenBack: (end: number | undefined) => boolean): Why {
  const name = nameOfPerson(child, personId);
  if (name === undefined) return { message: '这个人不在能接的名单里。' };
  const isInForce = (bar: Bar) => bar.liftedAt === undefined || (bar.at <= at && !isTakenBack(bar.liftedAt));
  if (isBarred(child, { id: personId, name }, isInForce)) return { message: '暂时不能交接，请找值班民警。' };
  if (child.guardians.some(({ id }) => id === personId)) return undefined;
  const person = child.persons.find(({ id }) => id === personId);
  if (!person || isTakenBack(person.removedAt) || (person.until !== undefined && at >= person.until)) return { message: '这个人已经不能接了，请打电话问家长。' };
  const adder = { id: person.addedBy, name: nameOfPerson(child, person.addedBy) ?? '' };
  if (isBarred(child, adder, isInForce)) return { message: '暂时不能交接，请找值班民警。' };
  const { consent } = child;
  if (!consent || isTakenBack(consent.withdrawnAt) || at < (consent.since ?? consent.at)) return { message: '家长收回了同意，只能交给家长本人。', basis: '个人信息保护法 第15条' };
  return at < person.from ? { message: '刚加的人还没到时间，请回拨家长，确认了马上就能接。' } : undefined;
}

function plain(name: string): string {
  return name.replace(/\s/g, '');
}

export function nameOfPerson({ guardians, persons }: Pick<ChildFacts, 'guardians' | 'persons'>, personId: string): string | undefined {
  return guardians.find(({ id }) => id === personId)?.name ?? persons.find(({ id }) => id === personId)?.name;
}

/** What is still needed before a child is checked in the first time, in words. */
export function lackingOf({ consent, className, persons, guardians }: ChildFacts): string[] {
  return [
    ...(hasConsent({ ...(consent && { consent }) }) ? [] : ['家长同意']),
    ...(className === undefined ? ['班级'] : []),
    ...(guardians.length + persons.filter(({ removedAt }: PickupPerson) => removedAt === undefined).length < 2 ? ['再加一位能接的人'] : []),
  ];
}
