/**
 * The timer's work on queues: free seats are offered, places without a visit get one, and a visit that is over gives its
 * place back. Each step is one that may be done again: late, twice or after a crash it does no harm.
 */
import { offerMinutes, minutes } from '../../miniprogram/domain/childcare/policy';
import type { CareSlotDocument, SlotEntry } from '../_kit/care-documents';
import { handleOf, SYSTEM } from '../_kit/case-engine';
import { collections, indexes } from '../_kit/collections';
import { find, reader } from '../_kit/database';
import { inTransaction, type Transaction } from '../_kit/transaction';
import { visits } from './visit-kind';
import { openVisit } from './opening';
import { amendSlot, offering, without } from './slots';

/** Queues that one round looks at; the next round takes the rest. */
const ROUND = 50;
/** A booking under way has so long to open its visit itself. */
const GRACE = minutes(1);
/** The visit has no place any more. */
const over: readonly string[] = ['cancelled', 'released', 'transferred', 'incident'];

export async function repairQueues(now: number): Promise<{ looked: number; failed: number }> {
  const dirty = await find(indexes.careSlotsDirty, { isDirty: true }, { limit: ROUND });
  let failed = 0;
  for (const slot of dirty) {
    try {
      await repair(slot, now);
    } catch (fault) {
      failed += 1; // one queue that cannot be mended must not stop the others
      console.error(JSON.stringify({ slot: slot._id, fault: String(fault) }));
    }
  }
  return { looked: dirty.length, failed };
}

async function repair({ _id }: CareSlotDocument, now: number): Promise<void> {
  const offered = (await amendSlot(_id, (slot) => (slot.startAt > now ? offering(now + minutes(offerMinutes))(slot) : undefined))) ?? undefined;
  if (!offered) return;
  let isSettled = true;
  for (const entry of offered.entries) isSettled = (await follow(offered, entry, now)) && isSettled;
  if (isSettled) await amendSlot(_id, (slot) => (slot.rev === offered.rev ? slot.entries : undefined), false);
}

/** Brings a visit to where its place is. False while a booking may still be doing so itself. */
async function follow(slot: CareSlotDocument, entry: SlotEntry, now: number): Promise<boolean> {
  const visit = await reader.get(collections.visits, entry.visitId);
  if (!visit || visit.state === 'cancelled') {
    if (now - entry.at < GRACE) return false;
    const isOpened = !visit && (await inOwnTransaction((db, atEnd) => openForQueue(db, atEnd, slot, entry, now)));
    if (!isOpened) await amendSlot(slot._id, without(entry.visitId));
    return true;
  }
  if (over.includes(visit.state)) {
    await amendSlot(slot._id, without(entry.visitId));
    return true;
  }
  if (entry.state === 'offered' && visit.state === 'waitlisted') {
    await inOwnTransaction(async (db, atEnd) => {
      const found = await db.get(collections.visits, entry.visitId);
      if (!found) return false;
      const handle = handleOf(visits, { db, now, caller: SYSTEM, atEnd }, found);
      return handle.moveBySystem('offer', { facts: { ...found.facts, ...(entry.until !== undefined && { offeredUntil: entry.until }) } });
    });
  }
  return true;
}

/** False when the child is elsewhere at that time, or nobody's any more. */
async function openForQueue(db: Transaction, atEnd: (work: () => Promise<void>) => void, slot: CareSlotDocument, entry: SlotEntry, now: number): Promise<boolean> {
  const [child, post] = [await db.get(collections.children, entry.childId), await db.get(collections.carePosts, slot.postId)];
  if (!child || child.state === 'erased' || !post) return false;
  try {
    await openVisit({ db, now, atEnd, caller: SYSTEM }, child, post, slot);
    return true;
  } catch {
    return false;
  }
}

async function inOwnTransaction(work: (db: Transaction, atEnd: (end: () => Promise<void>) => void) => Promise<boolean>): Promise<boolean> {
  return inTransaction(async (db) => {
    const ends: (() => Promise<void>)[] = [];
    const isDone = await work(db, (end) => void ends.push(end));
    if (isDone) for (const end of ends) await end();
    return isDone;
  });
}
