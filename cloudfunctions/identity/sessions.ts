/** Mediation sessions on a home: today's, and how much of a mediator's week is still free. */
import type { SessionSlot } from '../../typings/contract/dispute';
import { sessionStarts } from '../../miniprogram/domain/dispute/calendar';
import { session } from '../../miniprogram/domain/dispute/policy';
import { disputeRelations, isStaff, type Standing } from '../../miniprogram/domain/dispute/relations';
import { DAY, HOUR, MINUTE, startOfDay, wallClock } from '../../miniprogram/domain/time/format';
import type { ReadContext } from '../_kit/action';
import { collections, indexes, type Booking, type DisputeDocument } from '../_kit/collections';
import { endOfMoment, find, findByIds, orderKey } from '../_kit/database';
import { communitiesOf } from '../_kit/territory';

/** Sessions of one week that are looked at: more than the hours of all rooms. */
const MOST_SESSIONS = 200;
const FRIDAY = 5;

/** A mediator's sessions of today, and the hours still free until Friday evening. */
export async function ownSessions({ caller, now }: ReadContext, waiting: Promise<DisputeDocument[]>): Promise<{ today: SessionSlot[]; freeThisWeek: number }> {
  const page = { limit: MOST_SESSIONS, after: orderKey(startOfDay(now), ''), upTo: endOfMoment(startOfDay(now) + 7 * DAY) };
  const bookings = await find(indexes.bookingsByMediator, { mediator: caller.id, isLead: true }, page);
  const today = bookings.filter(({ startAt }) => startAt < startOfDay(now) + DAY);
  return { today: await slotsOf(caller, today, await waiting, () => true), freeThisWeek: freeHours(bookings, now) };
}

/** Today's sessions about what lies in these places. */
export async function officeSessions({ caller, now }: ReadContext, scopes: readonly string[], waiting: Promise<DisputeDocument[]>): Promise<SessionSlot[]> {
  const communities = await communitiesOf(scopes, now);
  if (communities.length === 0) return [];
  const page = { limit: MOST_SESSIONS, after: orderKey(startOfDay(now), ''), upTo: orderKey(startOfDay(now) + DAY, '') };
  const bookings = await find(indexes.bookingsByDay, { community: communities, isLead: true }, page);
  return slotsOf(caller, bookings, await waiting, (dispute) => scopes.some((scope) => dispute.places.includes(scope)));
}

/** Most of the disputes are on the cards already; only the others are read. */
async function slotsOf(reader: Standing, bookings: readonly Booking[], known: readonly DisputeDocument[], isOurs: (dispute: DisputeDocument) => boolean): Promise<SessionSlot[]> {
  const missing = bookings.map(({ caseId }) => caseId).filter((id) => !known.some(({ _id }) => _id === id));
  const disputes = [...known, ...(await findByIds(collections.disputes, missing.slice(0, 100)))];
  return bookings.flatMap((booking) => {
    const dispute = disputes.find(({ _id }) => _id === booking.caseId);
    // an hour that was used stays in the calendar of who mediated then, whoever has the case now
    const isKnown = dispute && isOurs(dispute) && disputeRelations(reader, dispute.facts).length > 0;
    return isKnown ? [slotOf(reader, booking, dispute)] : [];
  });
}

/** An officer who is a party reads no more of the own case than a party does. */
function slotOf(reader: Standing, { caseId, startAt, endAt, room, mediator }: Booking, { facts }: DisputeDocument): SessionSlot {
  return {
    disputeId: caseId,
    number: facts.number,
    startAt,
    endAt,
    room,
    mediator: facts.mediator?.name ?? '',
    mediatorId: mediator,
    ...(facts.colour && isStaff(disputeRelations(reader, facts)) && { colour: facts.colour }),
  };
}

/** Whole hours from now to Friday evening that no session touches. */
export function freeHours(bookings: readonly Pick<Booking, 'startAt' | 'endAt'>[], now: number): number {
  const today = startOfDay(now);
  const daysLeft = FRIDAY - (wallClock(now).weekday || 7) + 1;
  const days = Array.from({ length: Math.max(0, daysLeft) }, (_, ahead) => today + ahead * DAY);
  const hours = days.flatMap(sessionStarts).filter((start) => start % HOUR === 0 && start > now);
  return hours.filter((start) => bookings.every(({ startAt, endAt }) => endAt <= start || startAt >= start + session.minutes * MINUTE)).length;
}
