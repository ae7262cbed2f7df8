/** Public holidays: what a year's entry must be like. */
import * as v from 'valibot';
import type { HolidayYear } from '../../typings/contract/identity';
import { momentOfDay, wallClock } from '../../miniprogram/domain/time/format';
import { badField } from '../_kit/errors';

/** Days of one kind in a year: China has some 13 holidays, which with their bridges are about 30 days. */
export const mostDays = 60;

export const year = v.pipe(v.number('请选年份。'), v.integer('请选年份。'), v.minValue(2020, '请选年份。'), v.maxValue(2100, '请选年份。'));

/** Every day lies in the year, none is twice, and a make-up workday falls on a weekend. Throws `INVALID_INPUT`. */
export function assertYear({ year: of, holidays, workdays }: HolidayYear): void {
  if (!holidays.every((day) => day.startsWith(`${of}-`))) throw badField('holidays', `放假的日子要都在${of}年。`);
  if (!workdays.every((day) => day.startsWith(`${of}-`))) throw badField('workdays', `调休上班的日子要都在${of}年。`);
  if (new Set([...holidays, ...workdays]).size !== holidays.length + workdays.length) throw badField('workdays', '同一天写了两次。');
  if (!workdays.every(isWeekend)) throw badField('workdays', '调休上班的日子要是周六或周日。');
}

function isWeekend(day: string): boolean {
  const { weekday } = wallClock(momentOfDay(day));
  return weekday === 0 || weekday === 6;
}
