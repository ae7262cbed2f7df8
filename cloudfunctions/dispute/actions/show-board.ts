import * as v from 'valibot';
import { DAY, dayKey, momentOfDay } from '../../../miniprogram/domain/time/format';
import { query } from '../../_kit/action';
import { collections, indexes } from '../../_kit/collections';
import { endOfMoment, find, findByIds, orderKey, tally } from '../../_kit/database';
import { Refusal } from '../../_kit/errors';
import { inOffice } from '../../_kit/policy';
import { detailsOf, ratesOf, stuckWith } from '../board';
import { figuresId } from '../fold';
import { disputes as kind } from '../kind';

const boardOffices = ['leader', 'officer'] as const;
/** As many as the counts look at, the most urgent or the newest first. */
const MOST_COUNTED = 800;
const MOST_STUCK = 100;
/** Nobody has come with these, or they are told of elsewhere. */
const uncounted = ['lead', 'dismissed', 'duplicate'];

/** What there is now in the place of one's office, and what became of a month's cases of the whole station. */
export const showBoard = query('dispute.board', {
  input: v.object({ month: v.exactOptional(v.pipe(v.string(), v.regex(/^20\d{2}-(0[1-9]|1[0-2])$/, '请选一个月份。'))) }),
  allow: inOffice(...boardOffices),
  async run({ caller, db, now }, { month = dayKey(now).slice(0, 7) }) {
    const office = boardOffices.flatMap((role) => caller.offices.filter((each) => each.role === role))[0];
    const place = office && (await db.get(collections.places, office.scopeId));
    if (!place) throw new Refusal('NOT_FOUND');
    const places = place._id;
    const open = { places, isOpen: true };
    const station = place.path[0] ?? '';
    const [thisMonth, lastMonth] = [figuresId(station, month), figuresId(station, monthBefore(month))];
    const monthBegan = orderKey(momentOfDay(`${dayKey(now).slice(0, 7)}-01`), '');
    const [counted, late, opened, figures] = await Promise.all([
      tally(indexes.disputesOpen, open, { by: ['colour'], before: orderKey(now, ''), most: MOST_COUNTED }),
      find(indexes.disputesOpen, open, { limit: MOST_STUCK, upTo: endOfMoment(now) }),
      tally(indexes.disputesOpened, { places }, { by: ['state'], before: monthBegan, most: MOST_COUNTED }),
      findByIds(collections.figures, [thisMonth, lastMonth]),
    ]);
    const figuresIn = (id: string) => figures.find(({ _id }) => _id === id)?.figures;
    const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
    return {
      now,
      month,
      open: sum(counted.map(({ all }) => all)),
      overdue: sum(counted.map(({ early }) => early)),
      red: sum(counted.filter(({ colour }) => colour === 'red').map(({ all }) => all)),
      openedThisMonth: sum(opened.filter(({ state }) => !uncounted.includes(state)).map(({ all, early }) => all - early)),
      stuck: stuckWith(late.filter((each) => kind.relations(caller, each).length > 0), now),
      ...ratesOf(figuresIn(thisMonth)),
      ...detailsOf(figuresIn(thisMonth)),
      before: ratesOf(figuresIn(lastMonth)),
    };
  },
});

/** `2026-02` for `2026-03`. */
function monthBefore(month: string): string {
  return dayKey(momentOfDay(`${month}-01`) - DAY).slice(0, 7);
}
