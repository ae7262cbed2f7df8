/**
 * The timer's work on queues: free seats are offered, places without a visit get one, visits without a place get theirs
 * back. Each step is one that may be done again: late, twice or after a crash it does no harm.
 */
import { bookableOf } from '../../miniprogram/domain/childcare/capacity';
import { offerMinutes, minutes } from '../../miniprogram/domain/childcare/policy';
import { openStates } from '../../miniprogram/domain/childcare/transitions';
import type { CareSlotDocument, SlotEntry, VisitDocument } from '../_kit/care-documents';
import { handleOf, SYSTEM, type Mover } from '../_kit/case-engine';
import { collections, indexes } from '../_kit/collections';
import { endOfMoment, find, orderKey, reader } from '../_kit/database';
import { Refusal } from '../_kit/errors';
import { inTransaction } from '../_kit/transaction';
import { giveBackPlace, openVisit } from './opening';
import { amendSlot, changeSlot, fitting, offering } from './slots';
import { visits } from './visit-kind';

/** Queues that one round looks at; the next round takes the rest. */
const ROUND = 50;
/** More than ever stand in line for one time. */
const MOST_VISITS = 1000;
/** A booking under way has so long to open its visit itself: more than a function may run. */
const GRACE = minutes(1);

export async function repairQueues(now: number): Promise<{ looked: number; failed: number }> {
  const dirty = await find(indexes.careSlotsDirty, { isDirty: true }, { limit: ROUND });
  let failed = 0;
  for (const slot of dirty) if ((await tried(slot._id, () => repair(slot, now))) === undefined) failed += 1;
  return { looked: dirty.length, failed };
}

/** What cannot be mended now must not stop the rest; the next round tries again. Gives nothing when it failed. */
async function tried(slotId: string, work: () => Promise<boolean>): Promise<boolean | undefined> {
  try {
    return await work();
  } catch (fault) {
    console.error(JSON.stringify({ slot: slotId, fault: String(fault) }));
    return undefined;
  }
}

/** True when nothing is left to mend. */
async function repair({ _id, postId: at }: CareSlotDocument, now: number): Promise<boolean> {
  const post = await reader.get(collections.carePosts, at);
  if (post) await amendSlot(_id, (queue) => (queue.startAt > now ? fitting(bookableOf(post))(queue) : undefined));
  const slot = await amendSlot(_id, (queue) => (queue.startAt > now ? offering(now + minutes(offerMinutes))(queue) : undefined));
  if (!slot) return true;
  const { postId, startAt, entries } = slot;
  const open = (await find(indexes.visitsByPost, { postId, isOpen: true }, { limit: MOST_VISITS, after: orderKey(startAt, ''), upTo: endOfMoment(startAt) })).filter(({ facts }) => facts.slotId === _id);
  let isSettled = true;
  for (const entry of entries) isSettled = ((await tried(_id, () => follow(slot, entry, open.find((visit) => visit._id === entry.visitId), now))) ?? false) && isSettled;
  const placed = new Set(entries.map(({ visitId }) => visitId));
  for (const visit of open) if (!placed.has(visit._id)) await restorePlace(visit, now);
  if (isSettled) await amendSlot(_id, (queue) => (queue.rev === slot.rev ? queue : undefined), false);
  return isSettled;
}

/** Brings a visit to where its place is. False while a booking may still be doing so itself. */
async function follow(slot: CareSlotDocument, entry: SlotEntry, visit: VisitDocument | undefined, now: number): Promise<boolean> {
  if (!visit && now - entry.at < GRACE) return false;
  if (!visit) await openOrGiveBack(slot, entry, now);
  else if (entry.state === 'offered' && visit.state === 'waitlisted' && slot.startAt > now) await tellOffer(slot._id, visit._id, now);
  return true;
}

/** The booking broke off before its visit was there; or a rule said no, and the place is free again. */
async function openOrGiveBack({ _id, postId, startAt }: CareSlotDocument, entry: SlotEntry, now: number): Promise<void> {
  try {
    await asSystem(now, async (mover) => {
      const [child, post] = [await mover.db.get(collections.children, entry.childId), await mover.db.get(collections.carePosts, postId)];
      if (!child || child.state === 'erased' || !post || startAt <= now) throw new Refusal('NOT_FOUND');
      await openVisit(mover, child, post, _id);
    });
  } catch (why) {
    if (!(why instanceof Refusal) || why.failure.code === 'CONFLICT') throw why;
    await inTransaction((db) => giveBackPlace(db, _id, entry, isOpen));
  }
}

/** An offer of which the family had not heard lives from when they hear of it. */
async function tellOffer(slotId: string, visitId: string, now: number): Promise<void> {
  const until = now + minutes(offerMinutes);
  await asSystem(now, async (mover) => {
    const visit = await mover.db.get(collections.visits, visitId);
    const slot = await changeSlot(mover.db, slotId, ({ bookable, entries }) => ({ bookable, entries: entries.map((entry) => (entry.visitId === visitId && entry.state === 'offered' ? { ...entry, until } : entry)) }));
    const isOffered = slot?.entries.some((entry) => entry.visitId === visitId && entry.state === 'offered') ?? false;
    if (visit?.state === 'waitlisted' && isOffered) await handleOf(visits, mover, visit).moveBySystem('offer', { facts: { ...visit.facts, offeredUntil: until } });
  });
}

/** Nobody who was told of a place loses it. The visit is touched, so that a cancelling cannot pass beside. */
async function restorePlace({ _id: visitId }: VisitDocument, now: number): Promise<void> {
  await inTransaction(async (db) => {
    const visit = await db.get(collections.visits, visitId);
    if (!visit || !isOpen(visit)) return;
    const { childId, bookedBy, guardians, slotId } = visit.facts;
    const state = visit.state === 'waitlisted' ? 'waiting' : visit.state === 'offered' ? 'offered' : 'seated';
    const entry: SlotEntry = { visitId, childId, by: bookedBy, people: guardians, at: now, state };
    await changeSlot(db, slotId, ({ bookable, entries }) => (entries.some((each) => each.visitId === visitId) ? undefined : { bookable, entries: [...entries, entry] }));
    await db.replace(collections.visits, visit);
  });
}

function isOpen({ state }: VisitDocument): boolean {
  return (openStates as readonly string[]).includes(state);
}

async function asSystem(now: number, work: (mover: Mover) => Promise<void>): Promise<void> {
  await inTransaction(async (db) => {
    const ends: (() => Promise<void>)[] = [];
    await work({ db, now, caller: SYSTEM, atEnd: (end) => void ends.push(end) });
    for (const end of ends) await end();
  });
}
