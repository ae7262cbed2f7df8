import * as v from 'valibot';
import { disputeLimits } from '../../../miniprogram/domain/dispute/policy';
import { command } from '../../_kit/action';
import { id, text } from '../../_kit/fields';
import { attachFiles } from '../../_kit/files';
import { involvedIn } from '../../_kit/policy';
import { disputes } from '../kind';
import { photosSchema, refuseRepeats, summaryAfter } from '../store';

/** Told again, it takes the place of what was told before; the history keeps both. */
export const tellSide = command('dispute.tell', {
  input: v.object({ id, words: text('您这边的情况', disputeLimits.story), photos: v.exactOptional(photosSchema), voice: v.exactOptional(id) }),
  allow: involvedIn(disputes),
  async run(context, { words, photos = [], voice }) {
    const { theCase, now } = context;
    await refuseRepeats(context, theCase);
    const { _id, facts } = theCase.document;
    const told = { respondentStory: words, respondentPhotos: [...(facts.respondentPhotos ?? []), ...photos], ...(voice !== undefined && { respondentVoice: voice }) };
    await theCase.move('tell', { facts: { ...facts, ...told, repliedAt: facts.repliedAt ?? now }, words });
    await attachFiles(context, _id, photos, 'photo');
    if (voice !== undefined) await attachFiles(context, _id, [voice], 'voice');
    return summaryAfter(context, theCase);
  },
});
