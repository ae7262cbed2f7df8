/** 调解日: which days they are, until when a place can be had, and the times at which a session may start. */
import { DAY, HOUR, MINUTE, monthAndDay, startOfDay, wallClock, weekdayName } from '../time/format';
import { mediationCutOffHour, mediationWeekdays, meetingEndHour, meetingWeekday, session } from './policy';

export function isMediationDay(at: number): boolean {
  return (mediationWeekdays as readonly number[]).includes(wallClock(at).weekday);
}

/** Midnight of the next mediation day at which a place can still be had: the list closes the evening before. */
export function nextMediationDay(now: number): number {
  let day = startOfDay(now) + DAY;
  while (!isMediationDay(day) || isClosed(day, now)) day += DAY;
  return day;
}

/** Midnight of the next fusion meeting: today until the evening, if it is today. */
export function meetingDay(now: number): number {
  let day = now < startOfDay(now) + meetingEndHour * HOUR ? startOfDay(now) : startOfDay(now) + DAY;
  while (wallClock(day).weekday !== meetingWeekday) day += DAY;
  return day;
}

/** `明天的调解已截止，最近可约11月27日 周五。`; nothing when no list has just closed. */
export function cutOffSentence(now: number): string | undefined {
  const tomorrow = startOfDay(now) + DAY;
  if (!isMediationDay(tomorrow) || !isClosed(tomorrow, now)) return undefined;
  const next = nextMediationDay(now);
  return `明天的调解已截止，最近可约${monthAndDay(next)} ${weekdayName(next)}。`;
}

/** Every moment of a day at which a session may start: 9:00, 9:30 … 17:30. */
export function sessionStarts(day: number): number[] {
  const first = startOfDay(day) + session.firstHour * HOUR;
  const count = ((session.lastHour - session.firstHour) * HOUR) / (session.stepMinutes * MINUTE);
  return Array.from({ length: count }, (_, step) => first + step * session.stepMinutes * MINUTE);
}

function isClosed(day: number, now: number): boolean {
  return now >= day - DAY + mediationCutOffHour * HOUR;
}
