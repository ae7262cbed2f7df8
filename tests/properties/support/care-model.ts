/** What generated stories know of a post, its children and its queues: as much as the rules of spec/childcare.md ask, and no code of the product. */
import type { VisitMove, VisitState } from '../../../typings/contract/childcare';
import { DAY, MINUTE, momentOfDay } from '../../../miniprogram/domain/time/format';
import type { Name } from '../../support/community';
import { open, present, stateAfter } from './care-table';

export const TODAY = '2026-03-03';
export const MIDNIGHT = momentOfDay(TODAY);
const minuteOf = (hour: number, minute: number) => MIDNIGHT + (hour * 60 + minute) * MINUTE;

/** Two follow each other, and one overlaps both. */
export const times = {
  early: { startAt: minuteOf(15, 40), endAt: minuteOf(17, 0) },
  across: { startAt: minuteOf(16, 30), endAt: minuteOf(18, 0) },
  late: { startAt: minuteOf(17, 0), endAt: minuteOf(18, 30) },
} as const;
export type Time = keyof typeof times;

/** Three seats, one of them for emergencies. */
export const CAPACITY = 3;
export const BOOKABLE = CAPACITY - 1;
/** Minutes of the spec. */
const term = { offer: 10, open: 30, noShow: 25, newPerson: 30, judged: 15, offline: 120, stay: 120 } as const;
export const minutesOf = (what: keyof typeof term) => term[what] * MINUTE;

/** A guardian's account, the name of somebody on the list, or of nobody known. */
export type Taker = string;

export interface PersonModel {
  readonly name: string;
  readonly addedBy: Name;
  from: number;
  readonly until?: number;
  removedAt?: number;
}

export interface ChildModel {
  guardians: Name[];
  persons: PersonModel[];
  bars: { readonly whom: Taker; readonly at: number; liftedAt?: number }[];
  consent?: { readonly since: number; withdrawnAt?: number };
  hasClass: boolean;
  hasWord: boolean;
  cards: number;
  /** Came to the door, and nobody has come in for it; and how often a wrong word was said. */
  isNobodys?: boolean;
  wrongWords: number;
}

export interface VisitModel {
  readonly child: string;
  readonly time?: Time;
  readonly startAt: number;
  readonly endAt: number;
  state: VisitState;
  guardians: Name[];
  /** Everything that happened, and which guardians were there to be told. */
  moves: { readonly move: VisitMove; readonly by: string; readonly told: readonly Name[] }[];
  offeredUntil?: number;
  asked?: { readonly whom: Taker; readonly at: number; readonly proof: string };
  exception?: { readonly by: Name; readonly at: number; readonly bars: number };
  claim?: { readonly by: Name; readonly whom: Taker; readonly at: number };
  errand?: { officer?: Name; isPickedUp: boolean };
  wrongCodes: number;
  usedCodes: string[];
}

export interface Entry {
  readonly child: string;
  state: 'seated' | 'waiting' | 'offered' | 'passed';
}

export interface CareModel {
  now: number;
  children: Record<string, ChildModel>;
  visits: Record<string, VisitModel>;
  queues: Record<Time, Entry[]>;
  carers: { readonly name: Name; readonly since: number }[];
  vetted: Name[];
  /** Which visit has which id: who is first of two that are due in the same moment. */
  ids: Record<string, string>;
  names: number;
}

export const isOpen = ({ state }: Pick<VisitModel, 'state'>) => open.includes(state);
export const isPresent = ({ state }: Pick<VisitModel, 'state'>) => present.includes(state);
export const slotKey = (child: string, time: Time) => `${child}@${time}`;
export const entriesOf = (m: CareModel) => Object.entries(m.visits);
export const openVisitsOf = (m: CareModel, child: string) => entriesOf(m).filter(([, visit]) => visit.child === child && isOpen(visit));
export const here = (m: CareModel) => entriesOf(m).filter(([, visit]) => isPresent(visit));
/** An officer goes for them, or has them. */
export const underWay = (m: CareModel) => entriesOf(m).filter(([, { state, errand, endAt }]) => state === 'fetching' && errand?.officer !== undefined && endAt > m.now);
export const isHere = (m: CareModel, child: string) => here(m).some(([, visit]) => visit.child === child);
export const hasConsent = ({ consent }: ChildModel) => consent !== undefined && consent.withdrawnAt === undefined;
export const isOnDuty = (m: CareModel, name: Name) => m.carers.some((carer) => carer.name === name);

/** In force at a moment, or now. */
export function isBarred({ bars }: ChildModel, whom: Taker, at: number): boolean {
  return bars.some((bar) => bar.whom === whom && (bar.liftedAt === undefined || (bar.at <= at && at < bar.liftedAt)));
}

/** The one rule on which every handover rests: may this person take this child at that moment? */
export function isLive(child: ChildModel, whom: Taker, at: number): boolean {
  if (isBarred(child, whom, at)) return false;
  if (child.guardians.includes(whom as Name)) return true;
  const { consent } = child;
  const doesConsentStand = consent !== undefined && consent.since <= at && (consent.withdrawnAt === undefined || at < consent.withdrawnAt);
  return doesConsentStand && child.persons.some(({ name, addedBy, from, until = Infinity, removedAt = Infinity }) => name === whom && !isBarred(child, addedBy, at) && from <= at && at < Math.min(until, removedAt));
}

/** Somebody whom the record names, live or not. */
export function isKnown({ guardians, persons }: ChildModel, whom: Taker): boolean {
  return guardians.includes(whom as Name) || persons.some(({ name }) => name === whom);
}

/** A new visit, or one that was cancelled and begins again. */
export function begin(m: CareModel, key: string, move: VisitMove, by: string, visit: Pick<VisitModel, 'child' | 'time' | 'startAt' | 'endAt'> & Partial<VisitModel>): void {
  const earlier = m.visits[key];
  m.visits[key] = { guardians: m.children[visit.child]!.guardians, wrongCodes: 0, usedCodes: [], ...visit, moves: earlier?.moves ?? [], state: earlier?.state ?? 'cancelled' };
  note(m.visits[key], move, by, earlier?.state);
}

function note(visit: VisitModel, move: VisitMove, by: string, from: VisitState | undefined): void {
  visit.state = stateAfter(move, from);
  visit.moves = [...visit.moves, { move, by, told: visit.guardians.filter((name) => name !== by) }];
}

/** One move of a visit that is, and what its queue makes of it. */
export function step(m: CareModel, key: string, move: VisitMove, by: string): void {
  const visit = m.visits[key]!;
  note(visit, move, by, visit.state);
  if (visit.time !== undefined && !isOpen(visit)) leave(m, visit.time, visit.child);
}

export const free = (m: CareModel, time: Time) => BOOKABLE - m.queues[time].filter(({ state }) => state === 'seated' || state === 'offered').length;

/** The place is given up; whoever let an offer pass may have this seat again. */
function leave(m: CareModel, time: Time, child: string): void {
  const own = m.queues[time].find((entry) => entry.child === child);
  if (!own) return;
  const others = m.queues[time].filter((entry) => entry !== own);
  const isSeatFree = own.state === 'seated' || own.state === 'offered';
  m.queues[time] = others.map((entry) => (isSeatFree && entry.state === 'passed' ? { ...entry, state: 'waiting' } : entry));
  offerSeats(m, time);
}

/** Free seats go to those who wait, the first first; nobody is offered a time that has begun. */
export function offerSeats(m: CareModel, time: Time): void {
  if (times[time].startAt <= m.now) return;
  for (const entry of m.queues[time]) {
    if (free(m, time) <= 0) return;
    if (entry.state === 'waiting') offer(m, time, entry);
  }
}

export function offer(m: CareModel, time: Time, entry: Entry): void {
  entry.state = 'offered';
  const key = slotKey(entry.child, time);
  m.visits[key]!.offeredUntil = m.now + minutesOf('offer');
  step(m, key, 'offer', 'system');
}

/** An offer that nobody took: the end of the queue. */
export function letPass(m: CareModel, key: string, by: string): void {
  const { time, child } = m.visits[key]!;
  step(m, key, 'pass', by);
  if (time === undefined) return;
  m.queues[time] = [...m.queues[time].filter((entry) => entry.child !== child), { child, state: 'passed' }];
  offerSeats(m, time);
}

/** What the timer would do now, the first due first; each may be the last before a crash, or before somebody else's move. */
export function dueMoves(m: CareModel): { readonly key: string; readonly move: VisitMove }[] {
  const due = entriesOf(m).flatMap(([key, { state, startAt, offeredUntil = 0 }]) => {
    const found: Partial<Record<VisitState, readonly [VisitMove, number]>> = {
      booked: ['open', startAt - minutesOf('open')], expected: ['noShow', startAt + minutesOf('noShow')], waitlisted: ['cancel', startAt], offered: ['pass', offeredUntil],
    };
    const [move, at] = found[state] ?? [];
    return move !== undefined && at !== undefined && at <= m.now ? [{ key, move, at }] : [];
  });
  return due.sort((a, b) => a.at - b.at || ((m.ids[a.key] ?? '') < (m.ids[b.key] ?? '') ? -1 : 1));
}

export function fire(m: CareModel, { key, move }: { readonly key: string; readonly move: VisitMove }): void {
  if (move === 'pass') letPass(m, key, 'system');
  else step(m, key, move, 'system');
}

/** The timer has come until nothing is due. */
export function settle(m: CareModel): void {
  for (let due = dueMoves(m); due.length > 0; due = dueMoves(m)) for (const each of due) if (dueMoves(m).some(({ key, move }) => key === each.key && move === each.move)) fire(m, each);
  for (const time of Object.keys(times) as Time[]) offerSeats(m, time);
  const midnight = MIDNIGHT + Math.floor((m.now - MIDNIGHT) / DAY) * DAY;
  m.carers = m.carers.filter(({ since }) => since >= midnight);
}
