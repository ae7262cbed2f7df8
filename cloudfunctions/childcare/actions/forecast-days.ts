import * as v from 'valibot';
import { carersFor, peakOf, shareThatCame } from '../../../miniprogram/domain/childcare/forecast';
import { bookableDays } from '../../../miniprogram/domain/childcare/policy';
import { holds } from '../../../miniprogram/domain/dispute/relations';
import { DAY, dayKey, startOfDay } from '../../../miniprogram/domain/time/format';
import { query } from '../../_kit/action';
import { collections, indexes } from '../../_kit/collections';
import { find, orderKey } from '../../_kit/database';
import { Refusal } from '../../_kit/errors';
import { id, moment } from '../../_kit/fields';
import { inOffice } from '../../_kit/policy';
import { keptSlots, timesOf } from '../times';

const offices = ['carer', 'officer', 'auxiliary', 'leader'] as const;
/** So far back it is asked how many of those who were booked came. */
const PAST = 28 * DAY;
const MOST_VISITS = 300;

/** Seats and carers of the coming days, from what is booked and from how many came of those who were booked before. */
export const forecastDays = query('childcare.forecast', {
  input: v.object({ postId: id, from: moment, days: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(bookableDays)) }),
  allow: inOffice(...offices),
  async run({ caller, db, now }, { postId, from, days }) {
    const first = startOfDay(Math.max(from, now)); // a phone's clock may be behind
    const until = first + days * DAY;
    const [post, kept, past] = await Promise.all([
      db.get(collections.carePosts, postId),
      keptSlots(postId, first, until),
      find(indexes.visitsByPost, { postId, isOpen: false }, { limit: MOST_VISITS, after: orderKey(now - PAST, ''), upTo: orderKey(now, '') }),
    ]);
    if (!post || !offices.some((role) => holds(caller, role, post.path))) throw new Refusal('NOT_FOUND');
    const share = shareThatCame(past);
    const times = timesOf(post, kept, { from: first, until }).map(({ startAt, endAt, bookable, free }) => ({ startAt, endAt, children: bookable - free }));
    const ofDay = (day: string) => times.filter(({ startAt }) => dayKey(startAt) === day);
    const outlook = Array.from({ length: days }, (_, day) => dayKey(first + day * DAY)).map((day) => {
      const booked = ofDay(day).reduce((sum, { children }) => sum + children, 0);
      return { day, booked, expected: Math.round(booked * share), carers: carersFor(peakOf(ofDay(day))) };
    });
    return { days: outlook, now };
  },
});
