import * as v from 'valibot';
import { communityOf } from '../../../miniprogram/domain/dispute/place';
import { rooms } from '../../../miniprogram/domain/dispute/policy';
import { DAY, startOfDay } from '../../../miniprogram/domain/time/format';
import { query } from '../../_kit/action';
import { collections, indexes } from '../../_kit/collections';
import { find, orderKey } from '../../_kit/database';
import { Refusal } from '../../_kit/errors';
import { id, moment } from '../../_kit/fields';
import { inOffice } from '../../_kit/policy';
import { rosterOf } from '../../_kit/staff';

const MOST_DAYS = 14;
const MOST_SLOTS = 500;
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
    const [bookings, roster] = await Promise.all([
      find(indexes.bookingsByDay, { community: communityOf(place), isLead: true }, cut),
      rosterOf(db, place.path),
    ]);
    const wanted = bookings.filter(({ mediator }) => mediatorId === undefined || mediator === mediatorId);
    const slots = wanted.map(({ caseId, startAt, endAt, room, mediator }) => ({
      disputeId: caseId,
      startAt,
      endAt,
      room,
      mediatorId: mediator,
      mediator: roster.members.find((member) => member.id === mediator)?.name ?? '',
    }));
    return { slots, rooms: [...rooms], now };
  },
});
