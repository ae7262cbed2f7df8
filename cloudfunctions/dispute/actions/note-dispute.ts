import * as v from 'valibot';
import { disputeLimits } from '../../../miniprogram/domain/dispute/policy';
import { command } from '../../_kit/action';
import { id, text } from '../../_kit/fields';
import { attachFiles } from '../../_kit/files';
import { involvedIn } from '../../_kit/policy';
import { disputes } from '../kind';
import { photosSchema, refuseRepeats, summaryAfter } from '../store';

export const noteDispute = command('dispute.note', {
  input: v.object({ id, words: text('内容', disputeLimits.record), isInternal: v.boolean(), photos: v.exactOptional(photosSchema) }),
  allow: involvedIn(disputes),
  async run(context, { words, isInternal, photos = [] }) {
    const { theCase } = context;
    await refuseRepeats(context, theCase);
    const { _id, facts } = theCase.document;
    const added = isInternal ? { staffPhotos: [...(facts.staffPhotos ?? []), ...photos] } : { photos: [...facts.photos, ...photos] };
    await theCase.move('note', { facts: { ...facts, ...added }, words, isInternal });
    await attachFiles(context, _id, photos, 'photo');
    return summaryAfter(context, theCase);
  },
});
