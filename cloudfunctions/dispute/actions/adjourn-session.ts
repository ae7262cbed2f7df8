import * as v from 'valibot';
import { disputeLimits, rooms } from '../../../miniprogram/domain/dispute/policy';
import { command } from '../../_kit/action';
import { id, moment, text } from '../../_kit/fields';
import { attachFiles } from '../../_kit/files';
import { involvedIn } from '../../_kit/policy';
import { withRecord } from '../held';
import { disputes } from '../kind';
import { moveBooking, sessionAt } from '../sessions';
import { photosSchema, summaryAfter } from '../store';

export const adjournSession = command('dispute.adjourn', {
  input: v.object({
    id,
    record: text('谈话记录', disputeLimits.record),
    startAt: moment,
    room: v.pipe(v.string(), v.check((room) => (rooms as readonly string[]).includes(room), '请选在哪里谈。')),
    photos: v.exactOptional(photosSchema),
    isReadBack: v.exactOptional(v.boolean()),
  }),
  allow: involvedIn(disputes),
  async run(context, { record, startAt, room, photos = [], isReadBack = false }) {
    const { theCase, db, now } = context;
    const { _id, version } = theCase.document;
    const { session: held, ...rest } = withRecord(theCase.document.facts, { photos, isReadBack, version: version + 1 });
    const facts = held && held.startAt > now ? { ...rest, session: held } : rest; // an hour that was used stays used
    const to = sessionAt(facts, { startAt, room });
    await theCase.move('adjourn', { facts: { ...facts, session: to }, words: record });
    await attachFiles(context, _id, photos, 'photo');
    await moveBooking(db, _id, facts, to);
    return summaryAfter(context, theCase);
  },
});
