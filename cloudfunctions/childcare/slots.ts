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

/**
 * The time that begins then, made when nobody asked for it before, and with as many seats as the post has now. Throws
 * `INVALID_INPUT` when the post has no such time, or not any more.
 */
export async function slotAt(post: CarePostDocument, startAt: number): Promise<CareSlotDocument> {
  const made = freshSlot(post, startAt);
  if (!made) throw badField('startAt', '这里没有这个时段，请重新选。');
  const found = await amendSlot(made._id, fitting(made.bookable));
  if (found) return found;
  try {
    await slots().add(made);
  } catch (error) {
    if (!isDuplicate(error)) throw error; // another was quicker, and made the same
  }
  return made;
}

/** The post has other seats from now on: the timer looks at the times to come. */
export async function markTimes(postId: string, now: number): Promise<void> {
  const { command } = database;
  await slots().where({ postId, key: command.gt(orderKey(now, '')) }).update({ isDirty: true, rev: command.inc(1) });
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

/** Takes a seat when nobody waits for it, else the next place in the queue. Asked twice for one visit it does nothing the second time. Gives the slot as it is then. */
export async function takePlace(slotId: string, entry: Omit<SlotEntry, 'state'>): Promise<CareSlotDocument> {
  const { command } = database;
  const isNew = { _id: slotId, 'entries.visitId': command.neq(entry.visitId) };
  const added = (state: SlotEntry['state']) => ({ entries: command.push([{ ...entry, state }]), rev: command.inc(1), isDirty: true });
  const isFree = { free: command.gt(0), 'entries.state': command.neq('waiting') };
  const seated = countOf(await slots().where({ ...isNew, ...isFree }).update({ ...added('seated'), free: command.inc(-1) }));
  if (seated === 0) await slots().where(isNew).update(added('waiting'));
  const slot = await reader.get(collections.careSlots, slotId);
  if (!slot) throw new Refusal('NOT_FOUND');
  return slot;
}

/** How many documents an update has changed; the SDK leaves its answer untyped. */
function countOf(answer: unknown): number {
  return (answer as { updated?: number }).updated ?? 0;
}

type Queue = Pick<CareSlotDocument, 'bookable' | 'entries'>;

/** What a change makes of a queue; nothing when there is nothing to change. */
export type Amendment = (queue: CareSlotDocument) => Queue | undefined;

/** Changes the queue by its revision, and counts the seats anew. Throws `CONFLICT` after 8 tries. */
export async function amendSlot(slotId: string, change: Amendment, isDirty = true): Promise<CareSlotDocument | undefined> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const slot = await reader.get(collections.careSlots, slotId);
    const queue = slot && change(slot);
    if (!slot || !queue) return slot;
    const amended = { ...counted(queue), rev: slot.rev + 1, isDirty };
    const updated = countOf(await slots().where({ _id: slotId, rev: slot.rev }).update(amended));
    if (updated === 1) return { ...slot, ...amended };
  }
  throw new Refusal('CONFLICT');
}

/** The same within a transaction, for what moves a visit as well. */
export async function changeSlot(db: Transaction, slotId: string, change: Amendment): Promise<CareSlotDocument | undefined> {
  const slot = await db.get(collections.careSlots, slotId);
  const queue = slot && change(slot);
  if (!slot || !queue) return slot;
  const changed = { ...slot, ...counted(queue), rev: slot.rev + 1, isDirty: true };
  await db.replace(collections.careSlots, changed);
  return changed;
}

/** The place is given up. With a seat that comes free, those who let one pass wait again. */
export const without = (visitId: string): Amendment => ({ bookable, entries }) => {
  const own = entries.find((entry) => entry.visitId === visitId);
  if (!own) return undefined;
  const others = entries.filter((entry) => entry !== own);
  return { bookable, entries: hasSeat(own) ? others.map(waitAgain) : others };
};

/** An offer that was taken. */
export const seating = (visitId: string): Amendment => ({ bookable, entries }) =>
  entries.some((entry) => entry.visitId === visitId && entry.state === 'offered') ? { bookable, entries: entries.map((entry) => (entry.visitId === visitId ? placed(entry, 'seated') : entry)) } : undefined;

/** An offer that nobody took: the end of the queue, and not this seat again. */
export const passing = (visitId: string): Amendment => ({ bookable, entries }) => {
  const own = entries.find((entry) => entry.visitId === visitId && entry.state === 'offered');
  return own && { bookable, entries: [...entries.filter((entry) => entry !== own), placed(own, 'passed')] };
};

/** Another guardian came, or one went. */
export const belonging = (visitId: string, people: readonly string[]): Amendment => ({ bookable, entries }) =>
  entries.some((entry) => entry.visitId === visitId) ? { bookable, entries: entries.map((entry) => (entry.visitId === visitId ? { ...entry, people } : entry)) } : undefined;

/** Free seats go to those who wait, the first first. */
export const offering = (until: number): Amendment => ({ bookable, entries }) => {
  let free = bookable - seatsOf(entries);
  if (free <= 0 || !entries.some(({ state }) => state === 'waiting')) return undefined;
  const offered = entries.map((entry): SlotEntry => {
    if (entry.state !== 'waiting' || free === 0) return entry;
    free -= 1;
    return { ...entry, state: 'offered', until };
  });
  return { bookable, entries: offered };
};

/** Who let an offer pass asks for a seat that is still free. */
export const offeringTo = (visitId: string, until: number): Amendment => ({ bookable, entries }) => {
  const isFree = bookable > seatsOf(entries) && entries.some((entry) => entry.visitId === visitId && entry.state === 'passed');
  return isFree ? { bookable, entries: entries.map((entry) => (entry.visitId === visitId ? { ...entry, state: 'offered', until } : entry)) } : undefined;
};

/** As many seats as the post has now. Nobody who has one loses it; new ones are for those who wait. */
export const fitting = (bookable: number): Amendment => (queue) => {
  if (queue.bookable === bookable) return undefined;
  return { bookable, entries: bookable > queue.bookable ? queue.entries.map(waitAgain) : queue.entries };
};

function placed({ until: _over, ...entry }: SlotEntry, state: SlotEntry['state']): SlotEntry {
  return { ...entry, state };
}

function waitAgain(entry: SlotEntry): SlotEntry {
  return entry.state === 'passed' ? placed(entry, 'waiting') : entry;
}

function hasSeat({ state }: SlotEntry): boolean {
  return state === 'seated' || state === 'offered';
}

function counted({ bookable, entries }: Queue) {
  return { bookable, entries: [...entries], free: bookable - seatsOf(entries) };
}

function seatsOf(entries: readonly SlotEntry[]): number {
  return entries.filter(hasSeat).length;
}
