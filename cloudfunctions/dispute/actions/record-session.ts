import * as v from 'valibot';
import { disputeLimits } from '../../../miniprogram/domain/dispute/policy';
import { command } from '../../_kit/action';
import { id, text } from '../../_kit/fields';
import { attachFiles } from '../../_kit/files';
import { involvedIn } from '../../_kit/policy';
import { withRecord } from '../held';
import { disputes } from '../kind';
import { photosSchema, summaryAfter } from '../store';

/** The record of a session after which nobody meets again. */
export const recordSession = command('dispute.record', {
  input: v.object({ id, record: text('谈话记录', disputeLimits.record), photos: v.exactOptional(photosSchema), isReadBack: v.boolean() }),
  allow: involvedIn(disputes),
  async run(context, { record, photos = [], isReadBack }) {
    const { theCase } = context;
    const { _id, version, facts } = theCase.document;
    await theCase.move('record', { facts: withRecord(facts, { photos, isReadBack, version: version + 1 }), words: record });
    await attachFiles(context, _id, photos, 'photo');
    return summaryAfter(context, theCase);
  },
});
