/** Times as people read them. The post lives in UTC+8, whatever the phone's or the server's zone. */

import { dayjs, type Dayjs } from '../../vendor/dayjs';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Minutes east of Greenwich. */
const POST_OFFSET = 8 * 60;
const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;

/** The parts of a moment on the post's wall clock. `month` is 1–12, `weekday` 0 is Sunday. */
export function wallClock(at: number) {
  const local = atPost(at);
  return { year: local.year(), month: local.month() + 1, day: local.date(), hour: local.hour(), minute: local.minute(), weekday: local.day() };
}

/** Midnight at the post that began the day of `at`. */
export function startOfDay(at: number): number {
  return atPost(at).startOf('day').valueOf();
}

/** Whole days on the post's calendar from `from` to `to`; 0 on the same day. */
export function daysBetween(from: number, to: number): number {
  return Math.round((startOfDay(to) - startOfDay(from)) / DAY);
}

/** `2026-03-03` */
export function dayKey(at: number): string {
  return atPost(at).format('YYYY-MM-DD');
}

/** The first moment of a day such as `2026-03-03`; NaN when there is no such day. */
export function momentOfDay(key: string): number {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(key) ? Date.parse(`${key}T00:00:00+08:00`) : NaN;
  return Number.isNaN(at) || dayKey(at) === key ? at : NaN;
}

/** `6月3日` */
export function monthAndDay(at: number): string {
  return atPost(at).format('M月D日');
}

/** `周三` */
export function weekdayName(at: number): string {
  return WEEKDAYS[wallClock(at).weekday] ?? '';
}

/** `18:05` */
export function timeOfDay(at: number): string {
  return atPost(at).format('H:mm');
}

/** `6月3日 18:05` */
export function dayAndTime(at: number): string {
  return `${monthAndDay(at)} ${timeOfDay(at)}`;
}

/** `6月3日 周三 18:05`, where the words are read on another day than they were written. */
export function dateAndTime(at: number): string {
  return `${monthAndDay(at)} ${weekdayName(at)} ${timeOfDay(at)}`;
}

/** As somebody at the post would say it now: `今天 18:05`, `明天 9:00`, `昨天 9:00`, `6月3日 周三 9:00`. */
export function spokenTime(at: number, now: number): string {
  return `${spokenDay(at, now)} ${timeOfDay(at)}`;
}

/** `今天`, `明天`, `后天`, `昨天`, else `6月3日 周三`. */
export function spokenDay(at: number, now: number): string {
  const near: Readonly<Record<number, string>> = { [-1]: '昨天', 0: '今天', 1: '明天', 2: '后天' };
  return near[daysBetween(now, at)] ?? `${monthAndDay(at)} ${weekdayName(at)}`;
}

/** How long it lasts, in the largest fitting unit: `3天`, `5小时`, `20分钟`. */
export function duration(ms: number): string {
  if (ms >= 2 * DAY) return `${Math.round(ms / DAY)}天`;
  if (ms >= HOUR) return `${Math.round(ms / HOUR)}小时`;
  return `${Math.max(1, Math.round(ms / MINUTE))}分钟`;
}

function atPost(at: number): Dayjs {
  return dayjs(at).utcOffset(POST_OFFSET);
}
