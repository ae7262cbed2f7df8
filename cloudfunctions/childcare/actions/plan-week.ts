import * as v from 'valibot';
import uniq from 'lodash/uniq';
import { overlaps } from '../../../miniprogram/domain/childcare/guards';
import { bookableDays } from '../../../miniprogram/domain/childcare/policy';
import { gapsOf, timeFor } from '../../../miniprogram/domain/childcare/week';
import { DAY, dayKey, MINUTE, momentOfDay } from '../../../miniprogram/domain/time/format';
import { query } from '../../_kit/action';
import { collections } from '../../_kit/collections';
import { findByIds } from '../../_kit/database';
import { badField, Refusal } from '../../_kit/errors';
import { day, id } from '../../_kit/fields';
import { member } from '../../_kit/policy';
import { keptSlots, timesOf } from '../times';

const MINUTES_A_DAY = 24 * 60;
const MOST_CHILDREN = 8;
const minute = v.pipe(v.number('请选放学时间。'), v.integer('请选放学时间。'), v.minValue(0, '请选放学时间。'), v.maxValue(MINUTES_A_DAY - 1, '请选放学时间。'));
const dismissal = v.object({ childId: id, day, minute });

/** From when each child leaves school: who waits for whom, and the time at the post that bridges it. What is arranged already is left out; each gap is then booked by itself. */
export const planWeek = query('childcare.week', {
  input: v.object({ postId: id, dismissals: v.pipe(v.array(dismissal), v.minLength(1, '请填放学时间。'), v.maxLength(MOST_CHILDREN * bookableDays, '填得太多了。')) }),
  allow: member,
  async run({ caller, db, now }, { postId, dismissals }) {
    const told = dismissals.map(({ childId, day: on, minute: leaves }) => ({ childId, day: on, at: momentOfDay(on) + leaves * MINUTE }));
    const [first, last] = [Math.min(...told.map(({ at }) => at)), Math.max(...told.map(({ at }) => at))];
    if (first < now - DAY || last > now + bookableDays * DAY) throw badField('dismissals', `请选 ${bookableDays} 天以内的日子。`);
    const until = momentOfDay(dayKey(last)) + DAY;
    const [post, own, kept] = await Promise.all([
      db.get(collections.carePosts, postId),
      findByIds(collections.children, uniq(told.map(({ childId }) => childId))),
      keptSlots(postId, now, until),
    ]);
    const children = new Map(own.filter(({ people }) => people.includes(caller.id)).map((child) => [child._id, child]));
    if (!post || told.some(({ childId }) => !children.has(childId))) throw new Refusal('NOT_FOUND');
    const times = timesOf(post, kept, { from: now + 1, until });
    const gaps = gapsOf(told).flatMap((gap) => {
      const child = children.get(gap.childId);
      const time = timeFor(gap, times.filter(({ startAt }) => dayKey(startAt) === gap.day));
      if (!child || !time || overlaps(child.facts, { id: '', startAt: time.startAt, endAt: time.endAt })) return [];
      return [{ childId: gap.childId, nickname: child.facts.nickname, day: gap.day, postId, startAt: time.startAt, free: Math.max(0, time.free) }];
    });
    return { gaps, now };
  },
});
