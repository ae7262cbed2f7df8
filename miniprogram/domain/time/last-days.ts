/** Last days, chosen by a tap and read as people say them. */
import { DAY, dayKey, momentOfDay, monthAndDay, weekdayName } from './format';

/** Days that are chosen again and again, from `now`. */
export function spansFrom(now: number): { value: string; label: string }[] {
  const spans = [[1, '明天'], [3, '3天内'], [7, '一周内'], [30, '一个月内']] as const;
  return spans.map(([days, label]) => ({ value: dayKey(now + days * DAY), label }));
}

/** `3月10日 周二` */
export function dayWords(byDay: string): string {
  const at = momentOfDay(byDay);
  return Number.isNaN(at) ? '选日子' : `${monthAndDay(at)} ${weekdayName(at)}`;
}
