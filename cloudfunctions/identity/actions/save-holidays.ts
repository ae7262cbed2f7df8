import * as v from 'valibot';
import { command } from '../../_kit/action';
import { collections } from '../../_kit/collections';
import { findByIds } from '../../_kit/database';
import { Refusal } from '../../_kit/errors';
import { day } from '../../_kit/fields';
import { assertYear, mostDays, year } from '../holidays';
import { administering } from '../store';

const days = v.pipe(v.array(day), v.maxLength(mostDays, '日子太多了，请检查。'));

/** One year's holidays and make-up workdays: deadlines are counted by them from then on, everywhere. */
export const saveHolidays = command('identity.saveHolidays', {
  input: v.object({ year, holidays: days, workdays: days }),
  allow: administering,
  async run({ db, scopes }, sent) {
    await assertWholeStation(scopes);
    assertYear(sent);
    const entry = { year: sent.year, holidays: [...sent.holidays].sort(), workdays: [...sent.workdays].sort() };
    await db.replace(collections.holidays, { _id: String(sent.year), ...entry });
    return entry;
  },
});

/** They hold for every place: whoever administers a part of a station does not change them. */
async function assertWholeStation(scopes: readonly string[]): Promise<void> {
  const places = await findByIds(collections.places, scopes.slice(0, 100));
  if (!places.some(({ kind }) => kind === 'station')) throw new Refusal('FORBIDDEN', { message: '节假日由派出所的管理员来录入。' });
}
