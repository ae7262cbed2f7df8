/** 约时间: days, rooms and half hours, and which of them are taken. Pure. */
import type { Colour, DisputeSource, SessionSlot } from '../../../../../typings/contract/dispute';
import { cutOffSentence, isMediationDay, nextMediationDay, sessionStarts } from '../../../../domain/dispute/calendar';
import { session, type rooms } from '../../../../domain/dispute/policy';
import { DAY, MINUTE, dayKey, monthAndDay, startOfDay, timeOfDay, weekdayName } from '../../../../domain/time/format';

/** How many days ahead a session can be chosen. */
export const daysAhead = 14;
/** At somebody's home there is no room that another could have. */
const away: (typeof rooms)[number] = '上门';

/** What is known of the calendar, and for whom a time is looked for. */
export interface SlotSearch {
  readonly now: number;
  readonly slots: readonly SessionSlot[];
  readonly rooms: readonly string[];
  readonly mediatorId: string;
  /** Its own earlier time is no obstacle. */
  readonly disputeId: string;
  readonly source: DisputeSource;
  readonly colour: Colour | '';
}

export interface ChosenSlot {
  readonly startAt: number;
  readonly room: string;
}

export interface DayChip {
  readonly key: string;
  readonly at: number;
  readonly weekday: string;
  readonly day: string;
  readonly isMediationDay: boolean;
  readonly label: string;
}

export interface TimeChip {
  readonly startAt: number;
  readonly time: string;
  /** Why it cannot be had: `您有约`, `有人用`; empty when it is free. */
  readonly taken: string;
  readonly label: string;
}

export function dayChips(now: number): DayChip[] {
  return Array.from({ length: daysAhead }, (_, ahead) => dayChip(startOfDay(now) + ahead * DAY, ahead));
}

function dayChip(at: number, ahead: number): DayChip {
  const weekday = ['今天', '明天'][ahead] ?? weekdayName(at);
  const isMediation = isMediationDay(at);
  const day = monthAndDay(at);
  return { key: dayKey(at), at, weekday, day, isMediationDay: isMediation, label: `${day} ${weekdayName(at)}${isMediation ? '，调解日' : ''}` };
}

/** The half hours of a day in one room, for this mediator; those that have passed are not there. */
export function timeChips(search: SlotSearch, day: number, room: string): TimeChip[] {
  return sessionStarts(day).filter((startAt) => startAt > search.now).map((startAt) => {
    const taken = whyTaken(search, startAt, room);
    const time = timeOfDay(startAt);
    return { startAt, time, taken, label: taken === '' ? `${time}，空着` : `${time}，${taken}` };
  });
}

/** What is proposed: 110 → the next mediation day; red → today's next free hour, in whatever room; else the first that is free. */
export function proposedSlot(search: SlotSearch): ChosenSlot | undefined {
  const rooms = search.rooms.filter((room) => room !== away);
  const first = search.source === '110' && search.colour !== 'red' ? nextMediationDay(search.now) : startOfDay(search.now);
  for (let day = first; day < startOfDay(search.now) + daysAhead * DAY; day += DAY) {
    const free = rooms.flatMap((room) => timeChips(search, day, room).filter(({ taken }) => taken === '').slice(0, 1).map(({ startAt }) => ({ startAt, room })));
    const [earliest] = free.sort((a, b) => a.startAt - b.startAt);
    if (earliest) return earliest;
  }
  return undefined;
}

/** The time that was chosen, unless somebody has it now. */
export function stillFree(search: SlotSearch, slot: ChosenSlot | null): ChosenSlot | null {
  if (!slot) return null;
  const isFree = timeChips(search, slot.startAt, slot.room).some(({ startAt, taken }) => startAt === slot.startAt && taken === '');
  return isFree ? slot : null;
}

/** Why the proposal is what it is; empty when there is nothing to explain. */
export function proposalNote({ now, source, colour }: SlotSearch): string {
  if (colour === 'red') return '红色的事，今天有空就先排今天。';
  if (source !== '110') return '';
  return cutOffSentence(now) ?? '110转来的，先排在最近的调解日。';
}

function whyTaken({ slots, mediatorId, disputeId }: SlotSearch, startAt: number, room: string): string {
  const endAt = startAt + session.minutes * MINUTE;
  const others = slots.filter((slot) => slot.disputeId === undefined || slot.disputeId !== disputeId);
  const meanwhile = others.filter((slot) => slot.startAt < endAt && startAt < slot.endAt);
  if (meanwhile.some((slot) => slot.mediatorId === mediatorId)) return '您有约';
  return room !== away && meanwhile.some((slot) => slot.room === room) ? '有人用' : '';
}
