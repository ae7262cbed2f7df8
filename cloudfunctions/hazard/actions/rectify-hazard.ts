import * as v from 'valibot';
import uniq from 'lodash/uniq';
import { hazardLimits } from '../../../miniprogram/domain/hazard/policy';
import { command } from '../../_kit/action';
import { id, text } from '../../_kit/fields';
import { attachFiles } from '../../_kit/files';
import { involvedIn } from '../../_kit/policy';
import { hazards } from '../kind';
import { assertFresh, assertKeys, keysSchema, proofSchema, summaryAfter } from '../store';

/** What was done, by whoever had to or by staff who saw it. When nothing is left, somebody else is to recheck. */
export const rectifyHazard = command('hazard.rectify', {
  input: v.object({ id, items: keysSchema, words: text('怎么整改的', hazardLimits.words), photos: proofSchema }),
  allow: involvedIn(hazards),
  async run(context, { items: keys, words, photos }) {
    const { theCase, caller } = context;
    const { _id, facts } = theCase.document;
    const items = facts.items.map((item) => (keys.includes(item.key) && item.state === 'open' ? { ...item, state: 'rectified' as const } : item));
    const recordedBy = uniq([...facts.recordedBy, caller.id]);
    await theCase.move('rectify', { facts: { ...facts, items, recordedBy, rectified: [...facts.rectified, ...photos] }, words });
    assertKeys('items', keys, facts.items.filter(({ state }) => state === 'open'), '有一项现在不用整改，请重新点。');
    assertFresh(photos, facts);
    await attachFiles(context, _id, photos, 'photo');
    await theCase.moveBySystem('present');
    return summaryAfter(context, theCase);
  },
});
