import * as v from 'valibot';
import { rooms } from '../../../miniprogram/domain/dispute/policy';
import { dayAndTime } from '../../../miniprogram/domain/time/format';
import { command } from '../../_kit/action';
import { id, moment } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { disputes } from '../kind';
import { moveBooking, sessionAt } from '../sessions';
import { summaryAfter } from '../store';

export const scheduleSession = command('dispute.schedule', {
  input: v.object({ id, startAt: moment, room: v.pipe(v.string(), v.check((room) => (rooms as readonly string[]).includes(room), '请选在哪里谈。')), hasNoConflict: v.boolean() }),
  allow: involvedIn(disputes),
  async run(context, { startAt, room, hasNoConflict }) {
    const { theCase, db } = context;
    const { _id, facts, state } = theCase.document;
    const { mediator } = facts;
    const earlier = state === 'scheduled' ? facts.session : undefined;
    const to = { ...sessionAt(facts, { startAt, room }), ...(earlier && { movedFrom: earlier.startAt }) };
    const declared = mediator && { ...mediator, hasDeclared: mediator.hasDeclared || hasNoConflict };
    await theCase.move('schedule', {
      facts: { ...facts, ...(declared && { mediator: declared }), session: to },
      ...(earlier && { words: `原来约在${dayAndTime(earlier.startAt)}，改到${dayAndTime(startAt)}，${room}。` }),
    });
    await moveBooking(db, _id, facts, to);
    return summaryAfter(context, theCase);
  },
});
