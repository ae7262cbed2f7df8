/** 约时段: days as chips, and the times of one day with how many seats are free. */
import type { CareSlot } from '../../../../typings/contract/childcare';
import type { Chip } from '../../../components/filter-chips/filter-chips.view';
import { dayKey, monthAndDay, spokenDay, timeOfDay, weekdayName } from '../../../domain/time/format';

export interface TimeRow {
  readonly startAt: number;
  /** `15:40–17:00` */
  readonly time: string;
  /** `还有3位`, `满了，2个在排`, `小麦约好了`. */
  readonly seats: string;
  readonly tone: 'ok' | 'warm' | 'plain';
  readonly isFull: boolean;
  /** This child is in it. */
  readonly isMine: boolean;
}

/** Days that fit above the times; a chip has the others. */
const fewDays = 5;
export const laterDays = 'later';

/** Only days on which there is a time; all of them once a later one is wanted. */
export function dayChips(slots: readonly CareSlot[], now: number, isAll: boolean): Chip[] {
  const all = [...new Map(slots.map(({ startAt }) => [dayKey(startAt), startAt]))];
  const days = isAll ? all : all.slice(0, fewDays);
  const chips = days.map(([value, at]) => {
    const near = spokenDay(at, now);
    return { value, label: near.length === 2 ? `${near} ${weekdayName(at)}` : `${weekdayName(at)} ${monthAndDay(at)}` };
  });
  return all.length > days.length ? [...chips, { value: laterDays, label: '再往后' }] : chips;
}

export function timeRows(slots: readonly CareSlot[], day: string, childId: string, nickname: string): TimeRow[] {
  return slots
    .filter(({ startAt }) => dayKey(startAt) === day)
    .map(({ startAt, endAt, bookable, booked, waiting, mine }) => {
      const free = Math.max(0, bookable - booked);
      const own = mine.find((each) => each.childId === childId);
      const seats = own ? `${nickname}${own.state === 'waitlisted' ? '在排队' : own.state === 'offered' ? '有位了，去确认' : '约好了'}` : free > 0 ? `还有${free}位` : waiting > 0 ? `满了，${waiting}个在排` : '满了，可以排队';
      return { startAt, time: `${timeOfDay(startAt)}–${timeOfDay(endAt)}`, seats, tone: own ? 'plain' : free > 0 ? 'ok' : 'warm', isFull: free === 0, isMine: own !== undefined };
    });
}

/** What the one button does, and why it cannot yet. */
export function primaryOf(rows: readonly TimeRow[], startAt: number): { readonly label: string; readonly note: string; readonly isReady: boolean } {
  const chosen = rows.find((row) => row.startAt === startAt);
  if (!chosen) return { label: '约这段', note: '先点一个时段', isReady: false };
  if (chosen.isMine) return { label: '约这段', note: '这一段已经约过了', isReady: false };
  return chosen.isFull ? { label: '排队', note: '有人取消，马上告诉您，10分钟内确认', isReady: true } : { label: '约这段', note: '', isReady: true };
}
