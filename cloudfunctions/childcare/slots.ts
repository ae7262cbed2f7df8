/**
 * The queue of a bookable time. 200 parents at once write one document: each takes a place by one atomic conditional
 * update (transactions on one document starve); whatever is not contended amends it by its revision.
 */
import { bookableOf } from '../../miniprogram/domain/childcare/capacity';
import { dayKey, MINUTE, momentOfDay } from '../../miniprogram/domain/time/format';
import type { CarePostDocument, CareSlotDocument, SlotEntry } from '../_kit/care-documents';
import { collections } from '../_kit/collections';
import { database, orderKey, reader } from '../_kit/database';
import { badField, Refusal } from '../_kit/errors';
import { isDuplicate, type Transaction } from '../_kit/transaction';

const MOST_TRIES = 8;
const slots = () => database.collection(collections.careSlots.name);

export function slotIdOf(postId: string, startAt: number): string {
  return `${postId}:${startAt}`;
}

/** The time that begins then, made when nobody asked for it before. Throws `INVALID_INPUT` when the post has no such time. */
export async function slotAt(post: CarePostDocument, startAt: number): Promise<CareSlotDocument> {
  const _id = slotIdOf(post._id, startAt);
  const found = await reader.get(collections.careSlots, _id);
  if (found) return found;
  const made = freshSlot(post, startAt);
  if (!made) throw badField('startAt', '这里没有这个时段，请重新选。');
  try {
    await slots().add(made);
  } catch (error) {
    if (!isDuplicate(error)) throw error; // another was quicker, and made the same
  }
  return made;
}

/** As it is before anybody booked; nothing when the post is not open then. */
export function freshSlot(post: CarePostDocument, startAt: number): CareSlotDocument | undefined {
  const midnight = momentOfDay(dayKey(startAt));
  const weekday = new Date(midnight + 12 * 60 * MINUTE).getUTCDay();
  const time = post.times.find(({ fromMinute }) => midnight + fromMinute * MINUTE === startAt);
  if (!time || !post.weekdays.includes(weekday === 0 ? 7 : weekday)) return undefined;
  const bookable = bookableOf(post);
  const _id = slotIdOf(post._id, startAt);
  return { _id, postId: post._id, startAt, endAt: midnight + time.untilMinute * MINUTE, bookable, free: bookable, entries: [], rev: 0, isDirty: false, key: orderKey(startAt, _id) };
}

/** Takes a seat, or the next place in the queue. Asked twice for one visit it does nothing the second time. Gives the slot as it is then. */
export async function takePlace(slotId: string, entry: Omit<SlotEntry, 'state'>): Promise<CareSlotDocument> {
  const { gt, neq, inc, push } = database.command;
  const isNew = { _id: slotId, 'entries.visitId': neq(entry.visitId) };
  const seated = await slots().where({ ...isNew, free: gt(0) }).update({ free: inc(-1), entries: push([{ ...entry, state: 'seated' }]), rev: inc(1), isDirty: true });
  if (seated.updated === 0) await slots().where(isNew).update({ entries: push([{ ...entry, state: 'waiting' }]), rev: inc(1), isDirty: true });
  const slot = await reader.get(collections.careSlots, slotId);
  if (!slot) throw new Refusal('NOT_FOUND');
  return slot;
}

/** What a change makes of a slot: its entries; nothing when there is nothing to change. */
export type Amendment = (slot: CareSlotDocument) => readonly SlotEntry[] | undefined;

/** Changes the queue by its revision, and counts the seats anew. Throws `CONFLICT` after 8 tries. */
export async function amendSlot(slotId: string, change: Amendment, isDirty = true): Promise<CareSlotDocument | undefined> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const slot = await reader.get(collections.careSlots, slotId);
    const entries = slot && change(slot);
    if (!slot || !entries) return slot;
    const amended = { entries: [...entries], free: slot.bookable - seatsOf(entries), rev: slot.rev + 1, isDirty };
    const { updated } = await slots().where({ _id: slotId, rev: slot.rev }).update(amended);
    if (updated === 1) return { ...slot, ...amended };
  }
  throw new Refusal('CONFLICT');
}

/** The same within a transaction, for what moves a visit as well. */
export async function changeSlot(db: Transaction, slotId: string, change: Amendment): Promise<CareSlotDocument | undefined> {
  const slot = await db.get(collections.careSlots, slotId);
  const entries = slot && change(slot);
  if (!slot || !entries) return slot;
  const changed = { ...slot, entries, free: slot.bookable - seatsOf(entries), rev: slot.rev + 1, isDirty: true };
  await db.replace(collections.careSlots, changed);
  return changed;
}

/** The place is given up; whoever waits first is offered it by `offersIn`. */
export const without = (visitId: string): Amendment => ({ entries }) => (entries.some((entry) => entry.visitId === visitId) ? entries.filter((entry) => entry.visitId !== visitId) : undefined);

/** An offer that was taken. */
export const seating = (visitId: string): Amendment => ({ entries }) =>
  entries.some((entry) => entry.visitId === visitId && entry.state === 'offered') ? entries.map((entry) => (entry.visitId === visitId ? seatedEntry(entry) : entry)) : undefined;

/** An offer that nobody took: the end of the queue. */
export const passing = (visitId: string): Amendment => ({ entries }) => {
  const own = entries.find((entry) => entry.visitId === visitId && entry.state === 'offered');
  return own && [...entries.filter((entry) => entry !== own), { ...seatedEntry(own), state: 'waiting' }];
};

/** Free seats go to those who wait, the first first. */
export const offering = (until: number): Amendment => ({ entries, bookable }) => {
  let free = bookable - seatsOf(entries);
  if (free <= 0 || !entries.some(({ state }) => state === 'waiting')) return undefined;
  return entries.map((entry) => {
    if (entry.state !== 'waiting' || free === 0) return entry;
    free -= 1;
    return { ...entry, state: 'offered', until };
  });
};

function seatedEntry({ until: _over, ...entry }: SlotEntry): SlotEntry {
  return { ...entry, state: 'seated' };
}

function seatsOf(entries: readonly SlotEntry[]): number {
  return entries.filter(({ state }) => state !== 'waiting').length;
}

/** From 1: how many wait before it, and itself. */
export function positionIn({ entries }: CareSlotDocument, visitId: string): number | undefined {
  const waiting = entries.filter(({ state }) => state === 'waiting');
  const place = waiting.findIndex((entry) => entry.visitId === visitId);
  return place < 0 ? undefined : place + 1;
}
