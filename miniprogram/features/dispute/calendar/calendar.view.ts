/** 调解日历: whom a time is looked for, and the week of somebody who mediates. Pure. */
import type { OutputOf } from '../../../../typings/contract/actions';
import type { DisputeView, SessionSlot } from '../../../../typings/contract/dispute';
import { isMediationDay } from '../../../domain/dispute/calendar';
import { DAY, dayKey, monthAndDay, spokenDay, startOfDay, timeOfDay, weekdayName } from '../../../domain/time/format';
import type { ChosenSlot, SlotSearch } from '../components/slot-picker/slot-picker.view';

type Calendar = OutputOf<'dispute.calendar'>;

/** Days that one's own week shows. */
export const weekDays = 7;

export function searchFor({ id, source, colour, mediator }: DisputeView, { slots, rooms, now }: Calendar): SlotSearch {
  return { now, slots, rooms, mediatorId: mediator?.id ?? '', disputeId: id, source, colour: colour ?? '' };
}

/** For the time after this one: an hour that has begun stays used, one that has not is given back. */
export function nextSearch(dispute: DisputeView, calendar: Calendar): SlotSearch {
  const isUnused = dispute.session !== undefined && dispute.session.startAt > calendar.now;
  return searchFor({ ...dispute, id: isUnused ? dispute.id : '' }, calendar);
}

/** `3月6日 周五 14:00，调解室` */
export function spokenSlot(slot: ChosenSlot | null): string {
  if (!slot) return '';
  const { startAt, room } = slot;
  return `${monthAndDay(startAt)} ${weekdayName(startAt)} ${timeOfDay(startAt)}，${room}`;
}

/** What another time would replace. */
export function earlierNote({ session }: Pick<DisputeView, 'session'>): string {
  return session ? `原来约在${spokenSlot(session)}。改了以后，会告诉双方。` : '';
}

export interface WeekSession {
  readonly key: string;
  readonly time: string;
  readonly words: string;
  /** Empty for what is not one's own. */
  readonly page: string;
}

export interface WeekDay {
  readonly key: string;
  readonly title: string;
  readonly isMediationDay: boolean;
  readonly sessions: readonly WeekSession[];
}

/** Seven days from today; one's own sessions lead to their record. */
export function weekOf({ slots, now }: Calendar, myId: string): WeekDay[] {
  return Array.from({ length: weekDays }, (_, ahead) => {
    const at = startOfDay(now) + ahead * DAY;
    const of = slots.filter(({ startAt }) => startOfDay(startAt) === at).sort((a, b) => a.startAt - b.startAt);
    return { key: dayKey(at), title: dayTitle(at, now), isMediationDay: isMediationDay(at), sessions: of.map((slot) => sessionOf(slot, myId)) };
  });
}

function dayTitle(at: number, now: number): string {
  const spoken = spokenDay(at, now);
  return spoken.includes('月') ? spoken : `${spoken} ${monthAndDay(at)} ${weekdayName(at)}`;
}

function sessionOf({ disputeId, number, startAt, endAt, room, mediator, mediatorId }: SessionSlot, myId: string): WeekSession {
  const isMine = mediatorId === myId;
  return {
    key: `${startAt}:${room}:${mediatorId}`,
    time: `${timeOfDay(startAt)}–${timeOfDay(endAt)}`,
    words: [number, room, isMine ? undefined : mediator].filter((word) => word !== undefined && word !== '').join(' · '),
    page: isMine && disputeId !== undefined ? `/features/dispute/session/session?id=${disputeId}` : '',
  };
}

/** `本周约了 3 场` */
export function weekSentence(days: readonly WeekDay[]): string {
  const count = days.reduce((sum, { sessions }) => sum + sessions.length, 0);
  return count === 0 ? '往后七天还没有约谈话。' : `往后七天约了 ${count} 场。`;
}
