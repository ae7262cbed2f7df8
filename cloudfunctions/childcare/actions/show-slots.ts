import * as v from 'valibot';
import { bookableDays } from '../../../miniprogram/domain/childcare/policy';
import { DAY, MINUTE, startOfDay } from '../../../miniprogram/domain/time/format';
import type { CareSlot } from '../../../typings/contract/childcare';
import { query } from '../../_kit/action';
import type { CarePostDocument, CareSlotDocument } from '../../_kit/care-documents';
import { collections, indexes } from '../../_kit/collections';
import { find, orderKey } from '../../_kit/database';
import { Refusal } from '../../_kit/errors';
import { id, moment } from '../../_kit/fields';
import { member } from '../../_kit/policy';
import { freshSlot, slotIdOf } from '../slots';

const MOST = 200;

/** Times of the coming days, those that nobody booked yet among them. */
export const showSlots = query('childcare.slots', {
  input: v.object({ postId: id, from: moment, days: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(bookableDays)) }),
  allow: member,
  async run({ caller, db, now }, { postId, from, days }) {
    const first = startOfDay(from);
    const [post, kept] = await Promise.all([
      db.get(collections.carePosts, postId),
      find(indexes.careSlotsByPost, { postId }, { limit: MOST, after: orderKey(first, ''), upTo: orderKey(first + days * DAY, '') }),
    ]);
    if (!post) throw new Refusal('NOT_FOUND');
    const known = new Map(kept.map((slot) => [slot._id, slot]));
    const slots = startsOf(post, first, days)
      .filter((startAt) => startAt > now)
      .flatMap((startAt) => known.get(slotIdOf(postId, startAt)) ?? freshSlot(post, startAt) ?? []);
    return { slots: slots.map((slot) => slotView(slot, caller.id)), now };
  },
});

function startsOf({ times }: CarePostDocument, first: number, days: number): number[] {
  return Array.from({ length: days }, (_, day) => first + day * DAY).flatMap((midnight) => times.map(({ fromMinute }) => midnight + fromMinute * MINUTE));
}

function slotView({ postId, startAt, endAt, bookable, free, entries }: CareSlotDocument, readerId: string): CareSlot {
  const mine = entries.filter(({ by }) => by === readerId);
  return {
    postId, startAt, endAt, bookable, booked: bookable - free, waiting: entries.filter(({ state }) => state === 'waiting').length,
    mine: mine.map(({ childId, visitId, state }) => ({ childId, visitId, state: state === 'seated' ? 'booked' : state === 'offered' ? 'offered' : 'waitlisted' })),
  };
}
