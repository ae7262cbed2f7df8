/** Which days the post works: public holidays from chinese-days, and what an admin entered for a year it lacks. */
import { getHolidaysInRange, getWorkdaysInRange, isWorkday } from 'chinese-days';
import type { HolidayYear } from '../../typings/contract/identity';
import { CLOSING_HOUR, type WorkCalendar } from '../../miniprogram/domain/time/calendar';
import { DAY, HOUR, dayKey, startOfDay, wallClock } from '../../miniprogram/domain/time/format';
import { collections } from './collections';
import { reader } from './database';
import { Refusal } from './errors';

const NOON = 12 * HOUR;
/** How long a process trusts what it read. */
const FRESH_MS = 60_000;

let loaded: { readonly at: number; readonly years: ReadonlyMap<number, HolidayYear> } | undefined;

/** The calendar for deadlines that start now. Reads the entered years at most once a minute. */
export async function workCalendar(now: number): Promise<WorkCalendar> {
  const { year } = wallClock(now);
  if (!loaded || Math.abs(now - loaded.at) > FRESH_MS) {
    loaded = { at: now, years: await readYears([year, year + 1]) };
  }
  return calendarOf(loaded.years);
}

/** A calendar from years that somebody entered; they come before what the package knows. */
export function calendarOf(entered: ReadonlyMap<number, HolidayYear>): WorkCalendar {
  return {
    endOfWorkday(at, count) {
      let day = startOfDay(at) + NOON;
      for (let left = count; left > 0; ) {
        day += DAY;
        if (isWorkingDay(day, entered)) left -= 1;
      }
      return startOfDay(day) + CLOSING_HOUR * HOUR;
    },
  };
}

/** Whether the holidays of a year are published, as far as the package knows: it answers "workday" for what it does not know. */
function isPublished(year: number): boolean {
  return getHolidaysInRange(`${year}-01-01`, `${year}-12-31`, false).length > 0;
}

/** A year as the package knows it: nothing for one that is not published yet. */
export function publishedYear(year: number): HolidayYear {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  if (!isPublished(year)) return { year, holidays: [], workdays: [] };
  const isWeekend = (day: string) => [0, 6].includes(wallClock(Date.parse(`${day}T12:00:00+08:00`)).weekday);
  return { year, holidays: getHolidaysInRange(first, last, false), workdays: getWorkdaysInRange(first, last, true).filter(isWeekend) };
}

function isWorkingDay(at: number, entered: ReadonlyMap<number, HolidayYear>): boolean {
  const { year, weekday } = wallClock(at);
  const key = dayKey(at);
  const own = entered.get(year);
  if (own) return own.workdays.includes(key) || (weekday !== 0 && weekday !== 6 && !own.holidays.includes(key));
  if (!isPublished(year)) {
    throw new Refusal('REFUSED', { message: `${year}年的节假日还没有录入，算不出截止日。请管理员在“我的”里录入。` });
  }
  return isWorkday(key);
}

async function readYears(years: readonly number[]): Promise<Map<number, HolidayYear>> {
  const found = await Promise.all(years.map((year) => reader.get(collections.holidays, String(year))));
  return new Map(found.flatMap((entry) => (entry ? [[entry.year, entry] as const] : [])));
}
