import * as v from 'valibot';
import uniqBy from 'lodash/uniqBy';
import { meetingDay } from '../../../miniprogram/domain/dispute/calendar';
import { pageSize } from '../../../miniprogram/domain/dispute/policy';
import { isStaff } from '../../../miniprogram/domain/dispute/relations';
import { dayKey } from '../../../miniprogram/domain/time/format';
import { query } from '../../_kit/action';
import { indexes } from '../../_kit/collections';
import { endOfMoment, find } from '../../_kit/database';
import { Refusal } from '../../_kit/errors';
import { pageEnd } from '../../_kit/fields';
import { inOffice } from '../../_kit/policy';
import { pageOf } from '../lists';

const offices = ['officer', 'auxiliary', 'leader'] as const;

/** The agenda of the fusion meeting fills itself: open yellow, red and overdue, least time left first, each once. */
export const listMeeting = query('dispute.meeting', {
  input: v.object({ after: v.exactOptional(pageEnd) }),
  allow: inOffice(...offices),
  async run({ caller, now }, { after }) {
    const office = caller.offices.find(({ role }) => (offices as readonly string[]).includes(role));
    if (!office) throw new Refusal('FORBIDDEN');
    const page = { limit: pageSize, after };
    const [graded, overdue] = await Promise.all([
      find(indexes.disputesByColour, { places: office.scopeId, isOpen: true, colour: ['yellow', 'red'] }, page),
      find(indexes.disputesOpen, { places: office.scopeId, isOpen: true }, { ...page, upTo: endOfMoment(now) }),
    ]);
    const urgent = uniqBy([...graded, ...overdue], '_id').sort((a, b) => (a.dueKey < b.dueKey ? -1 : 1)).slice(0, pageSize);
    const found = pageOf(caller, urgent, 'dueKey', now);
    const disputes = found.disputes.filter(({ relations }) => isStaff(relations)); // nobody sits over the own case
    const tasks = new Map(urgent.map(({ _id, facts }) => [_id, facts.tasks ?? []]));
    const decided = disputes.map(({ id: of }) => ({ id: of, tasks: (tasks.get(of) ?? []).map((task) => ({ ...task })) })).filter((each) => each.tasks.length > 0);
    return { ...found, disputes, day: dayKey(meetingDay(now)), decided };
  },
});
