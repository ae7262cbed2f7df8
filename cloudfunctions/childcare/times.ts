/** The times of a post's days, as they are booked now. */
import { DAY, MINUTE, startOfDay } from '../../miniprogram/domain/time/format';
import type { CarePostDocument, CareSlotDocument } from '../_kit/care-documents';
import { indexes } from '../_kit/collections';
import { find, orderKey } from '../_kit/database';
import { freshSlot } from './slots';

/** Two weeks of six times, with some that the post has no more. */
const MOST = 200;

/** Times of which somebody asked for one. */
export function keptSlots(postId: string, from: number, until: number): Promise<CareSlotDocument[]> {
  return find(indexes.careSlotsByPost, { postId }, { limit: MOST, after: orderKey(from, ''), upTo: orderKey(until, '') });
}

/** Every time that the post is open in these days, in order; a seat more or less at the post is reckoned with. */
export function timesOf(post: CarePostDocument, kept: readonly CareSlotDocument[], { from, until }: { readonly from: number; readonly until: number }): CareSlotDocument[] {
  const known = new Map(kept.map((slot) => [slot._id, slot]));
  const midnights = Array.from({ length: Math.ceil((until - startOfDay(from)) / DAY) }, (_, day) => startOfDay(from) + day * DAY);
  return midnights
    .flatMap((midnight) => post.times.map(({ fromMinute }) => midnight + fromMinute * MINUTE))
    .filter((startAt) => startAt >= from && startAt < until)
    .sort((a, b) => a - b)
    .flatMap((startAt) => {
      const fresh = freshSlot(post, startAt);
      const slot = fresh && known.get(fresh._id);
      return fresh ? [slot ? { ...slot, bookable: fresh.bookable, free: slot.free + fresh.bookable - slot.bookable } : fresh] : [];
    });
}
