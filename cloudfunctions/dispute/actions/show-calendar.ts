import * as v from 'valibot';
import { rooms } from '../../../miniprogram/domain/dispute/policy';
import { DAY, startOfDay } from '../../../miniprogram/domain/time/format';
import { query } from '../../_kit/action';
import { collections, indexes, type Booking } from '../../_kit/collections';
import { find, findByIds, orderKey } from '../../_kit/database';
import { Refusal } from '../../_kit/errors';
import { id, moment } from '../../_kit/fields';
import { inOffice } from '../../_kit/policy';
import { rosterOf } from '../../_kit/staff';
import { communitiesOf } from '../communities';

const MOST_DAYS = 14;
const MOST_SLOTS = 500;
/** More than one person can hold in two weeks. */
const MOST_NUMBERS = 100;
const staff = ['mediator', 'officer', 'auxiliary', 'leader'] as const;

/** Which hours of which mediator and room are taken in the community of one's office. */
export const showCalendar = query('dispute.calendar', {
  input: v.object({ from: moment, days: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_DAYS)), mediatorId: v.exactOptional(id) }),
  allow: inOffice(...staff),
  async run({ caller, db, now }, { from, days, mediatorId }) {
    const office = caller.offices.find(({ role }) => (staff as readonly string[]).includes(role));
    const place = office && (await db.get(collections.places, office.scopeId));
    if (!place) throw new Refusal('NOT_FOUND');
    const first = startOfDay(from);
    const cut = { limit: MOST_SLOTS, after: orderKey(first, ''), upTo: orderKey(first + days * DAY, '') };
    const communities = await communitiesOf([place._id]);
    if (communities.length === 0) return { slots: [], rooms: [...rooms], now };
    const [bookings, roster] = await Promise.all([
      find(indexes.bookingsByDay, { community: communities, isLead: true }, cut),
      rosterOf(db, place.path),
    ]);
    const wanted = bookings.filter(({ mediator }) => mediatorId === undefined || mediator === mediatorId);
    const numbers = await ownNumbers(mediatorId === caller.id ? wanted : []);
    const slots = wanted.map(({ caseId, startAt, endAt, room, mediator }) => ({
      disputeId: caseId,
      startAt,
      endAt,
      room,
      mediatorId: mediator,
      mediator: roster.members.find((member) => member.id === mediator)?.name ?? '',
      ...numbers.get(caseId),
    }));
    return { slots, rooms: [...rooms], now };
  },
});

/** In the own week, which dispute each session is about. */
async function ownNumbers(bookings: readonly Booking[]): Promise<Map<string, { number: string }>> {
  if (bookings.length === 0) return new Map();
  const ids = [...new Set(bookings.map(({ caseId }) => caseId))];
  const disputes = await findByIds(collections.disputes, ids.slice(0, MOST_NUMBERS));
  return new Map(disputes.map(({ _id, facts }) => [_id, { number: facts.number }]));
}
