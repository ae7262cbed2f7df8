/** A place in a queue becomes a visit, in one transaction with the child's record: no child has two visits that overlap. */
import type { ChildFacts, VisitCase, VisitFacts } from '../../miniprogram/domain/childcare/facts';
import { ageAt } from '../../miniprogram/domain/childcare/child-transitions';
import { overlaps } from '../../miniprogram/domain/childcare/guards';
import type { CarePostDocument, CareSlotDocument, ChildDocument } from '../_kit/care-documents';
import { handleOf, openCase, openCaseBySystem, SYSTEM, type CaseHandle, type Mover } from '../_kit/case-engine';
import { collections } from '../_kit/collections';
import { Refusal } from '../_kit/errors';
import { blindIndex } from '../_kit/vault';
import { children } from './child-kind';
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
 * nothing the second time. Throws `REFUSED` when the child is elsewhere at that time.
 */
export async function openVisit(mover: Mover, child: ChildDocument, post: CarePostDocument, slot: CareSlotDocument): Promise<CaseHandle<VisitCase>> {
  const { db } = mover;
  const id = visitIdOf(slot._id, child._id);
  const entry = slot.entries.find(({ visitId }) => visitId === id);
  if (!entry) throw new Refusal('CONFLICT');
  const found = await db.get(collections.visits, id);
  if (found && found.state !== 'cancelled') return handleOf(visits, mover, found);
  const { startAt, endAt } = slot;
  if (overlaps(child.facts, { id, startAt, endAt })) throw new Refusal('INVALID_MOVE', { message: '这段时间孩子已经有安排了，请换一个时段。' });
  const facts = visitFacts(child, post, { slotId: slot._id, startAt, endAt, bookedBy: entry.by });
  const move = entry.state === 'waiting' ? 'queue' : 'book';
  const isBySystem = mover.caller.id === SYSTEM.id;
  await noteVisit(mover, child, { id, startAt, endAt });
  if (!found) return isBySystem ? openCaseBySystem(visits, mover, move, { id, facts }) : openCase(visits, mover, move, { id, facts });
  const handle = handleOf(visits, mover, found);
  await (isBySystem ? handle.moveBySystem(move, { facts }) : handle.move(move, { facts }));
  return handle;
}

/** The child's record is written with every visit that opens: two at once cannot both. */
export async function noteVisit(mover: Mover, child: ChildDocument, visit: ChildFacts['visits'][number]): Promise<void> {
  const record = handleOf(children, mover, child);
  const others = child.facts.visits.filter(({ id }) => id !== visit.id);
  await record.moveBySystem('visitOpened', { facts: { ...child.facts, visits: [...others, visit] } });
}
