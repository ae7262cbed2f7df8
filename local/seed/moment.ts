/** The demo's time: every date of the demo community is counted back or forward from one Tuesday afternoon. */
import { DAY, HOUR, MINUTE, startOfDay, wallClock } from '../../miniprogram/domain/time/format';

const TUESDAY = 2;

/** 16:35 of the Tuesday nearest to a moment: a mediation day, and the hour when children are fetched. */
export function demoMoment(now: number): number {
  const today = startOfDay(now) + 16 * HOUR + 35 * MINUTE;
  const ahead = (TUESDAY - wallClock(now).weekday + 7) % 7;
  const [next, last] = [today + ahead * DAY, today + (ahead - 7) * DAY];
  return Math.abs(next - now) <= Math.abs(now - last) ? next : last;
}

/** Moments seen from the demo's Tuesday. */
export interface Calendar {
  /** So many days ago at a time such as `9:30`; negative days are to come. */
  readonly ago: (days: number, time: string) => number;
  /** 16:35 of that Tuesday. */
  readonly tuesday: number;
}

export function calendarAround(tuesday: number): Calendar {
  return {
    tuesday,
    ago(days, time) {
      const [hours = 0, minutes = 0] = time.split(':').map(Number);
      return startOfDay(tuesday) - days * DAY + hours * HOUR + minutes * MINUTE;
    },
  };
}
