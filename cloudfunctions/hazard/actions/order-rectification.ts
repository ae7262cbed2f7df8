import * as v from 'valibot';
import { hazardLimits } from '../../../miniprogram/domain/hazard/policy';
import { command } from '../../_kit/action';
import { day, id, text } from '../../_kit/fields';
import { attachFiles } from '../../_kit/files';
import { involvedIn } from '../../_kit/policy';
import { hazards } from '../kind';
import { assertKeys, named, photosSchema, responsibleSchema, summaryAfter, withDay } from '../store';

/** 责令限期整改: an officer's, with a day for every item. */
export const orderRectification = command('hazard.order', {
  input: v.object({
    id,
    responsible: responsibleSchema,
    items: v.pipe(v.array(v.object({ key: id, byDay: day })), v.maxLength(hazardLimits.items, '选得太多了。')),
    words: v.exactOptional(text('要求', hazardLimits.words)),
    photos: v.exactOptional(photosSchema),
  }),
  allow: involvedIn(hazards),
  async run(context, { responsible, items, words, photos = [] }) {
    const { theCase, caller } = context;
    const { _id, facts } = theCase.document;
    const ordered = {
      ...named(facts, responsible),
      items: facts.items.map((item) => withDay(item, items.find(({ key }) => key === item.key)?.byDay)),
      toldBy: [...facts.toldBy, caller.id],
      isOrdered: true,
      staffPhotos: [...facts.staffPhotos, ...photos],
    };
    await theCase.move('order', { facts: ordered, ...(words !== undefined && { words }) });
    // The table has spoken first: only an officer hears what is wrong with the list.
    assertKeys('items', items.map(({ key }) => key), facts.items, '有一项不在这处隐患里。');
    await attachFiles(context, _id, photos, 'photo');
    return summaryAfter(context, theCase);
  },
});
