import * as v from 'valibot';
import { hazardLimits } from '../../../miniprogram/domain/hazard/policy';
import { command } from '../../_kit/action';
import { id, text } from '../../_kit/fields';
import { attachFiles } from '../../_kit/files';
import { involvedIn } from '../../_kit/policy';
import { hazards } from '../kind';
import { advised, named, photosSchema, responsibleSchema, summaryAfter } from '../store';

/** Told them to put it right, as anybody may. */
export const adviseHazard = command('hazard.advise', {
  input: v.object({ id, responsible: responsibleSchema, words: text('怎么提醒的', hazardLimits.words), photos: v.exactOptional(photosSchema) }),
  allow: involvedIn(hazards),
  async run(context, { responsible, words, photos = [] }) {
    const { theCase, caller, now } = context;
    const { _id, facts } = theCase.document;
    const told = advised(named(facts, responsible), caller.id, now);
    // A finder's photo stays a finder's, whenever it was taken: it tells from which window.
    const album = caller.id === facts.finder.id ? 'photos' : 'staffPhotos';
    await theCase.move('advise', { facts: { ...told, [album]: [...facts[album], ...photos] }, words });
    await attachFiles(context, _id, photos, 'photo');
    return summaryAfter(context, theCase);
  },
});
