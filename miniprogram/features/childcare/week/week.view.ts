/** 一周空档: when each child leaves school, the gaps that this leaves, and what came of booking them. */
import type { InputOf } from '../../../../typings/contract/actions';
import type { VisitSummary, WeekGap } from '../../../../typings/contract/childcare';
import type { Chip } from '../../../components/filter-chips/filter-chips.view';
import { sentenceOf } from '../../../components/visit-card/visit-card.view';
import { DAY, dayKey, MINUTE, momentOfDay, monthAndDay, startOfDay, timeOfDay, wallClock, weekdayName } from '../../../domain/time/format';

/** `15:40` by child and weekday, as a family keeps it from week to week. */
export type Timetable = Readonly<Partial<Record<string, Readonly<Partial<Record<number, string>>>>>>;
export type Week = 'this' | 'next';
type Dismissals = InputOf<'childcare.week'>['dismissals'];

export interface DayRow {
  /** 1 is Monday. */
  readonly weekday: number;
  readonly label: string;
  /** `15:40`; empty when nobody waits that day. */
  readonly time: string;
}

export interface ChildRows {
  readonly id: string;
  readonly nickname: string;
  readonly days: readonly DayRow[];
}

export interface GapRow {
  readonly key: string;
  readonly childId: string;
  readonly startAt: number;
  readonly label: string;
  readonly seats: string;
  readonly isOn: boolean;
  /** What the server said: `约好了`, `排第2位`, or why not. Empty before. */
  readonly result: string;
  readonly tone: 'ok' | 'warm' | 'danger';
}

export const weeks: readonly Chip[] = [{ value: 'this', label: '这周' }, { value: 'next', label: '下周' }];

/** School days that are not over. */
export function daysOf(week: Week, now: number): { readonly weekday: number; readonly day: string; readonly label: string }[] {
  const weekday = wallClock(now).weekday || 7;
  const monday = startOfDay(now) - (weekday - 1) * DAY + (week === 'next' ? 7 * DAY : 0);
  return [1, 2, 3, 4, 5].map((each) => monday + (each - 1) * DAY).filter((at) => at >= startOfDay(now)).map((at) => ({ weekday: wallClock(at).weekday, day: dayKey(at), label: `${weekdayName(at)} ${monthAndDay(at)}` }));
}

export function childRows(children: readonly { readonly id: string; readonly nickname: string }[], week: Week, now: number, timetable: Timetable): ChildRows[] {
  const days = daysOf(week, now);
  return children.map(({ id, nickname }) => ({ id, nickname, days: days.map(({ weekday, label }) => ({ weekday, label, time: timetable[id]?.[weekday] ?? '' })) }));
}

export function dismissalsOf(rows: readonly ChildRows[], week: Week, now: number): Dismissals {
  const days = daysOf(week, now);
  return rows.flatMap(({ id: childId, days: own }) =>
    own.flatMap(({ weekday, time }) => {
      const day = days.find((each) => each.weekday === weekday)?.day;
      const [hour = 0, minute = 0] = time.split(':').map(Number);
      return day === undefined || time === '' ? [] : [{ childId, day, minute: hour * 60 + minute }];
    }),
  );
}

export function gapRows(gaps: readonly WeekGap[]): GapRow[] {
  return [...gaps].sort((a, b) => a.startAt - b.startAt).map(({ childId, nickname, startAt, free }) => ({
    key: `${childId}:${startAt}`,
    childId,
    startAt,
    label: `${weekdayName(startAt)} ${monthAndDay(startAt)} ${timeOfDay(startAt)} · ${nickname}`,
    seats: free > 0 ? `还有${free}位` : '满了，可以排队',
    isOn: true,
    result: '',
    tone: 'ok',
  }));
}

/** Days for which there is nothing to book, in words: nobody should think that they are settled. */
export function withoutGap(rows: readonly ChildRows[], dismissals: Dismissals, gaps: readonly WeekGap[]): string[] {
  return dismissals
    .filter(({ childId, day }) => !gaps.some((gap) => gap.childId === childId && gap.day === day))
    .map(({ childId, day, minute }) => `${weekdayName(momentOfDay(day))} ${rows.find(({ id }) => id === childId)?.nickname ?? ''}（${timeOfDay(momentOfDay(day) + minute * MINUTE)}放学）`);
}

export function booked(row: GapRow, visit: VisitSummary): GapRow {
  return { ...row, result: sentenceOf(visit), tone: visit.state === 'booked' || visit.state === 'expected' ? 'ok' : 'warm' };
}

export function refused(row: GapRow, why: string): GapRow {
  return { ...row, result: `没约上：${why}`, tone: 'danger' };
}

/** `约好了 3 段，1 段在排队，1 段没约上。` */
export function sumOf(rows: readonly GapRow[]): string {
  const count = (tone: GapRow['tone']) => rows.filter((row) => row.result !== '' && row.tone === tone).length;
  const parts = [[count('ok'), '段约好了'], [count('warm'), '段在排队'], [count('danger'), '段没约上']] as const;
  return parts.filter(([number]) => number > 0).map(([number, words]) => `${number} ${words}`).join('，');
}
