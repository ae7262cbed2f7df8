import * as v from 'valibot';
import { rooms } from '../../../miniprogram/domain/dispute/policy';
import { DAY, startOfDay } from '../../../miniprogram/domain/time/format';
import { query } from '../../_kit/action';
import { indexes } from '../../_kit/collections';
import { find, orderKey } from '../../_kit/database';
import { id, moment } from '../../_kit/fields';
import { inOffice } from '../../_kit/policy';
import { communitiesOf } from '../../_kit/territory';

const MOST_DAYS = 14;
const MOST_SLOTS = 500;
const staff = ['mediator', 'officer', 'auxiliary', 'leader'] as const;

/** Which hours of which mediator and room are taken in the community of one's office. */
export const showCalendar = query('dispute.calendar', {
  input: v.object({ from: v.exactOptional(moment), days: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_DAYS)), mediatorId: v.exactOptional(id) }),
  allow: inOffice(...staff),
  async run({ caller, now }, { from = now, days, mediatorId }) {
    const office = caller.offices.find(({ role }) => (staff as readonly string[]).includes(role));
    const communities = office ? await communitiesOf([office.scopeId], now) : [];
    if (communities.length === 0) return { slots: [], rooms: [...rooms], now };
    const first = startOfDay(from);
    const cut = { limit: MOST_SLOTS, after: orderKey(first, ''), upTo: orderKey(first + days * DAY, '') };
    const bookings = await find(indexes.bookingsByDay, { community: communities, isLead: true }, cut);
    const wanted = bookings.filter(({ mediator }) => mediatorId === undefined || mediator === mediatorId);
    const slots = wanted.map(({ caseId, startAt, endAt, room, mediator, mediatorName, number }) => ({
      disputeId: caseId,
      startAt,
      endAt,
      room,
      mediatorId: mediator,
      mediator: mediatorName,
      ...(mediatorId === caller.id && { number }), // in the own week, which dispute each session is about
    }));
    return { slots, rooms: [...rooms], now };
  },
});
