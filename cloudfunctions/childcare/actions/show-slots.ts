import * as v from 'valibot';
import { bookableDays } from '../../../miniprogram/domain/childcare/policy';
import { DAY, startOfDay } from '../../../miniprogram/domain/time/format';
import type { CareSlot } from '../../../typings/contract/childcare';
import { query } from '../../_kit/action';
import type { CareSlotDocument } from '../../_kit/care-documents';
import { collections } from '../../_kit/collections';
import { Refusal } from '../../_kit/errors';
import { id, moment } from '../../_kit/fields';
import { member } from '../../_kit/policy';
import { keptSlots, timesOf } from '../times';

/** Times of the coming days, those that nobody booked yet among them. */
export const showSlots = query('childcare.slots', {
  input: v.object({ postId: id, from: moment, days: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(bookableDays)) }),
  allow: member,
  async run({ caller, db, now }, { postId, from, days }) {
    const first = startOfDay(from);
    const [post, kept] = await Promise.all([db.get(collections.carePosts, postId), keptSlots(postId, first, first + days * DAY)]);
    if (!post) throw new Refusal('NOT_FOUND');
    const slots = timesOf(post, kept, { from: Math.max(first, now + 1), until: first + days * DAY });
    return { slots: slots.map((slot) => slotView(slot, caller.id)), now };
  },
});

function slotView({ postId, startAt, endAt, bookable, free, entries }: CareSlotDocument, readerId: string): CareSlot {
  const mine = entries.filter(({ people }) => people.includes(readerId));
  const isWaiting = ({ state }: (typeof entries)[number]) => state === 'waiting' || state === 'passed';
  return {
    postId, startAt, endAt, bookable, booked: bookable - free, waiting: entries.filter(isWaiting).length,
    mine: mine.map((entry) => ({ childId: entry.childId, visitId: entry.visitId, state: isWaiting(entry) ? 'waitlisted' : entry.state === 'offered' ? 'offered' : 'booked' })),
  };
}
