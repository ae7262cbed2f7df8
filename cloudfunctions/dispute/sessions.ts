/** Hours of mediators and rooms: each half hour is one document, so nobody can have it twice. */
import type { DisputeFacts, MediationSession } from '../../miniprogram/domain/dispute/facts';
import { communityOf } from '../../miniprogram/domain/dispute/place';
import type { rooms} from '../../miniprogram/domain/dispute/policy';
import { session } from '../../miniprogram/domain/dispute/policy';
import { MINUTE } from '../../miniprogram/domain/time/format';
import { collections, type Booking } from '../_kit/collections';
import { orderKey } from '../_kit/database';
import { Refusal } from '../_kit/errors';
import { isDuplicate, type Transaction } from '../_kit/transaction';

/** At somebody's home there is no room to take. */
const AWAY: (typeof rooms)[number] = '上门';

interface Wanted {
  readonly startAt: number;
  readonly room: string;
}

/** The session as a dispute would keep it; nothing is taken yet. */
export function sessionAt(facts: DisputeFacts, { startAt, room }: Wanted): MediationSession {
  const halfHours = Array.from({ length: session.minutes / session.stepMinutes }, (_, step) => startAt + step * session.stepMinutes * MINUTE);
  const takers = [`m:${facts.mediator?.id ?? ''}`, ...(room === AWAY ? [] : [`r:${communityOf(facts.place)}:${room}`])];
  return {
    startAt,
    endAt: startAt + session.minutes * MINUTE,
    room,
    bookingIds: takers.flatMap((taker) => halfHours.map((half) => `${taker}:${half}`)),
  };
}

/** Takes the new hours and gives back the old ones. Throws `CONFLICT` when somebody was quicker. */
export async function moveBooking(db: Transaction, caseId: string, facts: DisputeFacts, to: MediationSession): Promise<void> {
  const earlier = facts.session?.bookingIds ?? [];
  for (const id of earlier.filter((each) => !to.bookingIds.includes(each))) await db.remove(collections.bookings, id);
  const entries = to.bookingIds.map((_id, position): Booking => ({
    _id,
    caseId,
    community: communityOf(facts.place),
    mediator: facts.mediator?.id ?? '',
    mediatorName: facts.mediator?.name ?? '',
    number: facts.number,
    startAt: to.startAt,
    endAt: to.endAt,
    room: to.room,
    isLead: position === 0,
    key: orderKey(to.startAt, _id),
  }));
  for (const kept of entries.filter(({ _id }) => earlier.includes(_id))) await db.replace(collections.bookings, kept);
  const taken = entries.filter(({ _id }) => !earlier.includes(_id));
  if (taken.length === 0) return;
  try {
    await db.create(collections.bookings, taken);
  } catch (error) {
    if (isDuplicate(error)) throw new Refusal('CONFLICT', { message: '这个时间刚被约走了，请换一个。' });
    throw error;
  }
}

/** The hours of a session that will not take place any more. */
export async function releaseSession(db: Transaction, { session: held }: DisputeFacts): Promise<void> {
  for (const id of held?.bookingIds ?? []) await db.remove(collections.bookings, id);
}
