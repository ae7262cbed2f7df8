import * as v from 'valibot';
import { wallClock } from '../../../miniprogram/domain/time/format';
import { query } from '../../_kit/action';
import { collections } from '../../_kit/collections';
import { inOffice } from '../../_kit/policy';
import { publishedYear } from '../../_kit/workdays';
import { year as yearField } from '../holidays';

/** What an admin entered, else what is published. */
export const showHolidays = query('identity.holidays', {
  input: v.object({ year: v.exactOptional(yearField) }),
  allow: inOffice('admin'),
  async run({ db, now }, { year = wallClock(now).year }) {
    const entered = await db.get(collections.holidays, String(year));
    return entered ? { year, holidays: entered.holidays, workdays: entered.workdays } : publishedYear(year);
  },
});
