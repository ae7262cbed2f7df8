/** A childcare visit on one card, as one reader may see it. The feature shows it, and everybody's home. */
import type { VisitSummary } from '../../typings/contract/childcare';
import { movesOpenTo } from '../../miniprogram/domain/case/transition';
import type { VisitCase } from '../../miniprogram/domain/childcare/facts';
import { nextStepOf } from '../../miniprogram/domain/childcare/next';
import { visitRelations } from '../../miniprogram/domain/childcare/relations';
import { presentStates, visitTransitions } from '../../miniprogram/domain/childcare/transitions';
import type { Standing } from '../../miniprogram/domain/dispute/relations';
import { DAY, startOfDay } from '../../miniprogram/domain/time/format';
import type { CareSlotDocument } from './care-documents';
import { collections, indexes, type CaseDocument } from './collections';
import { find, findByIds, orderKey } from './database';

/** Two weeks of bookings for four children. */
const MOST_VISITS = 60;
/** A child of whom nobody knows where he is stays on the card for days. */
const LOOK_BACK = 7 * DAY;

/** What a person who is something to the visit is shown of it: field by field, never the document. */
export function visitSummaryOf(person: Standing, visit: CaseDocument<VisitCase>, now: number, position?: number): VisitSummary {
  const { _id, state, version, facts } = visit;
  const relations = visitRelations(person, facts);
  const next = nextStepOf(visit, now);
  const isPresent = (presentStates as readonly string[]).includes(state);
  const withWhom = facts.releasedTo?.name ?? (isPresent ? (facts.receivedBy ?? facts.post) : facts.fetch?.officer);
  return {
    id: _id,
    childId: facts.childId,
    nickname: facts.nickname,
    postId: facts.postId,
    post: facts.post,
    state,
    version,
    startAt: facts.startAt,
    endAt: facts.endAt,
    ...(position !== undefined && { position }),
    ...(state === 'offered' && facts.offeredUntil !== undefined && { offeredUntil: facts.offeredUntil }),
    ...(facts.checkedInAt !== undefined && { checkedInAt: facts.checkedInAt }),
    ...(withWhom !== undefined && { withWhom }),
    ...(isPresent && now > facts.endAt && { lateSince: facts.endAt }),
    ...(next && { next }),
    relations,
    moves: movesOpenTo(visitTransitions, { state, roles: relations }),
  };
}

/** Cards for a list: a visit to which the reader is nothing any more is left out. */
export function visitSummariesOf(person: Standing, visits: readonly CaseDocument<VisitCase>[], now: number): VisitSummary[] {
  return visits.map((visit) => visitSummaryOf(person, visit, now)).filter(({ relations }) => relations.length > 0);
}

/** What is booked for the own children, and what today came to, by time. One read, and one more while somebody waits in a queue. */
export async function ownVisits(person: Standing, now: number): Promise<VisitSummary[]> {
  const today = startOfDay(now);
  const kept = await find(indexes.visitsByPerson, { people: person.id, isOpen: [true, false] }, { limit: MOST_VISITS, after: orderKey(today - LOOK_BACK, '') });
  const shown = kept.filter(({ isOpen, state, facts }) => isOpen || (state !== 'cancelled' && facts.startAt >= today));
  const slots = await findByIds(collections.careSlots, shown.filter(({ state }) => state === 'waitlisted').map(({ facts }) => facts.slotId));
  const positionOf = (visit: CaseDocument<VisitCase>) => {
    const slot = slots.find(({ _id }) => _id === visit.facts.slotId);
    return slot && positionIn(slot, visit._id);
  };
  return shown.map((visit) => visitSummaryOf(person, visit, now, positionOf(visit))).filter(({ relations }) => relations.includes('guardian'));
}

/** From 1: how many wait before it, and itself. */
export function positionIn({ entries }: CareSlotDocument, visitId: string): number | undefined {
  const waiting = entries.filter(({ state }) => state === 'waiting' || state === 'passed');
  const place = waiting.findIndex((entry) => entry.visitId === visitId);
  return place < 0 ? undefined : place + 1;
}
