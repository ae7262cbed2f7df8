import * as v from 'valibot';
import { command } from '../../_kit/action';
import { collections } from '../../_kit/collections';
import { day } from '../../_kit/fields';
import { assertYear, mostDays, year } from '../holidays';
import { administering } from '../store';

const days = v.pipe(v.array(day), v.maxLength(mostDays, '日子太多了，请检查。'));

/** One year's holidays and make-up workdays: deadlines are counted by them from then on. */
export const saveHolidays = command('identity.saveHolidays', {
  input: v.object({ year, holidays: days, workdays: days }),
  allow: administering,
  async run({ db }, sent) {
    assertYear(sent);
    const entry = { year: sent.year, holidays: [...sent.holidays].sort(), workdays: [...sent.workdays].sort() };
    await db.replace(collections.holidays, { _id: String(sent.year), ...entry });
    return entry;
  },
});
