/** A place in a queue becomes a visit, in one transaction with the child's record: no child has two visits that overlap. */
import type { ChildFacts, VisitCase, VisitFacts } from '../../miniprogram/domain/childcare/facts';
import { ageAt } from '../../miniprogram/domain/childcare/child-transitions';
import { hasConsent, overlaps } from '../../miniprogram/domain/childcare/guards';
import { openStates, presentStates } from '../../miniprogram/domain/childcare/transitions';
import { startOfDay } from '../../miniprogram/domain/time/format';
import type { CarePostDocument, ChildDocument, SlotEntry, VisitDocument } from '../_kit/care-documents';
import { handleOf, openCase, openCaseBySystem, SYSTEM, type CaseHandle, type Mover } from '../_kit/case-engine';
import { collections } from '../_kit/collections';
import { Refusal } from '../_kit/errors';
import type { Transaction } from '../_kit/transaction';
import { blindIndex } from '../_kit/vault';
import { children } from './child-kind';
import { changeSlot, without } from './slots';
import { visits } from './visit-kind';

/** One child at one time is one visit: opaque, and the same however often it is booked. 22 characters. */
export function visitIdOf(slotId: string, childId: string): string {
  return blindIndex('visit', `${slotId}:${childId}`).slice(0, 22);
}

/** What a visit begins with. */
export function visitFacts(child: ChildDocument, post: CarePostDocument, { slotId, startAt, endAt, bookedBy }: Pick<VisitFacts, 'slotId' | 'startAt' | 'endAt' | 'bookedBy'>): VisitFacts {
  const { nickname, birthMonth, guardians } = child.facts;
  return {
    childId: child._id,
    nickname,
    age: ageAt(birthMonth, startAt),
    guardians: guardians.flatMap(({ id }) => (id === undefined ? [] : [id])),
    postId: post._id,
    post: post.name,
    path: post.path,
    slotId,
    startAt,
    endAt,
    bookedBy,
    activities: [],
    wrongCodes: 0,
  };
}

/**
 * Opens the visit that a place in the queue stands for, or opens it again when it was cancelled. Done twice it does
 * nothing the second time. The place is looked at within the transaction: a cancelling that went before has taken it
 * along. Throws `CONFLICT` when there is no such place any more, else says why the child cannot come.
 */
export async function openVisit(mover: Mover, child: ChildDocument, post: CarePostDocument, slotId: string): Promise<CaseHandle<VisitCase>> {
  const { db } = mover;
  const id = visitIdOf(slotId, child._id);
  const found = await db.get(collections.visits, id);
  const slot = await db.get(collections.careSlots, slotId);
  const entry = slot?.entries.find(({ visitId }) => visitId === id);
  if (found && found.state !== 'cancelled') return takenUp(mover, found, entry);
  if (!slot || !entry) throw new Refusal('CONFLICT');
  const { startAt, endAt } = slot;
  if (!hasConsent(child.facts)) throw new Refusal('REFUSED', { message: '请先看过说明并同意，再约。', basis: '个人信息保护法 第31条' });
  if (overlaps(child.facts, { id, startAt, endAt })) throw new Refusal('INVALID_MOVE', { message: '这段时间孩子已经有安排了，请换一个时段。' });
  const facts = visitFacts(child, post, { slotId, startAt, endAt, bookedBy: entry.by });
  const handle = await begun(mover, entry.state === 'seated' ? 'book' : 'queue', { id, facts }, found);
  if (entry.state === 'offered') await handle.moveBySystem('offer', { facts: { ...handle.document.facts, ...(entry.until !== undefined && { offeredUntil: entry.until }) } });
  await noteVisit(mover, child, { id, startAt, endAt });
  return handle;
}

/** A guardian who waits and asks once more while a seat is free has it. */
async function takenUp(mover: Mover, visit: VisitDocument, entry: SlotEntry | undefined): Promise<CaseHandle<VisitCase>> {
  if (!(openStates as readonly string[]).includes(visit.state)) throw new Refusal('INVALID_MOVE', { message: '这个时段孩子已经来过了，请换一个时段。' });
  const handle = handleOf(visits, mover, visit);
  const isTaken = visit.state === 'waitlisted' && entry?.state === 'offered' && mover.caller.id !== SYSTEM.id;
  if (!isTaken) return handle;
  await handle.moveBySystem('offer', { facts: { ...visit.facts, ...(entry.until !== undefined && { offeredUntil: entry.until }) } });
  await handle.move('take');
  return handle;
}

async function begun(mover: Mover, move: 'book' | 'queue', said: { readonly id: string; readonly facts: VisitFacts }, found: VisitDocument | undefined): Promise<CaseHandle<VisitCase>> {
  const isBySystem = mover.caller.id === SYSTEM.id;
  if (!found) return isBySystem ? openCaseBySystem(visits, mover, move, said) : openCase(visits, mover, move, said);
  const handle = handleOf(visits, mover, found);
  if (!isBySystem) await handle.move(move, said);
  else if (!(await handle.moveBySystem(move, said))) throw new Refusal('INVALID_MOVE');
  return handle;
}

/** The child's record is written with every visit that opens: two at once cannot both. */
export async function noteVisit(mover: Mover, child: ChildDocument, visit: ChildFacts['visits'][number]): Promise<void> {
  const record = handleOf(children, mover, child);
  const others = child.facts.visits.filter(({ id }) => id !== visit.id);
  const isNoted = await record.moveBySystem('visitOpened', { facts: { ...child.facts, visits: [...others, visit] } });
  if (!isNoted) throw new Refusal('NOT_FOUND');
}

/** The child is at a post, on a visit other than this one: a child who is still here from the time before does not come a second time. */
export async function isHereAlready(db: Transaction, { facts }: ChildDocument, { now, visitId }: { readonly now: number; readonly visitId?: string }): Promise<boolean> {
  for (const { id, startAt } of facts.visits) {
    if (id === visitId || startOfDay(startAt) > now) continue; // nobody comes before the day
    const visit = await db.get(collections.visits, id);
    if (visit && (presentStates as readonly string[]).includes(visit.state)) return true;
  }
  return false;
}

/** Takes back a place for which no visit stands. The child's record is touched: a booking under way writes it too, and one of them loses. */
export async function giveBackPlace(db: Transaction, slotId: string, { visitId, childId }: Pick<SlotEntry, 'visitId' | 'childId'>, isStanding: (visit: VisitDocument) => boolean): Promise<void> {
  const visit = await db.get(collections.visits, visitId);
  if (visit && isStanding(visit)) return;
  const child = await db.get(collections.children, childId);
  if (child) await db.replace(collections.children, child);
  await changeSlot(db, slotId, without(visitId));
}
