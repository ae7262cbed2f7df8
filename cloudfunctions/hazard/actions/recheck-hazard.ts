import * as v from 'valibot';
import type { ItemResult } from '../../../typings/contract/hazard';
import type { HazardItem } from '../../../miniprogram/domain/hazard/facts';
import { hazardLimits } from '../../../miniprogram/domain/hazard/policy';
import { command } from '../../_kit/action';
import { day, id, text } from '../../_kit/fields';
import { attachFiles } from '../../_kit/files';
import { involvedIn } from '../../_kit/policy';
import { hazards } from '../kind';
import { assertFresh, assertKeys, proofSchema, summaryAfter, withDay } from '../store';

/** Another pair of eyes, from the same angle: each item passes, or goes back with a new day. */
export const recheckHazard = command('hazard.recheck', {
  input: v.object({
    id,
    results: v.pipe(v.array(v.object({ key: id, isPassed: v.boolean(), byDay: v.exactOptional(day) })), v.maxLength(hazardLimits.items, '选得太多了。')),
    words: v.exactOptional(text('情况', hazardLimits.words)),
    photos: proofSchema,
  }),
  allow: involvedIn(hazards),
  async run(context, { results, words, photos }) {
    const { theCase } = context;
    const { _id, facts } = theCase.document;
    const items = facts.items.map((item) => (item.state === 'rectified' ? judged(item, results.find(({ key }) => key === item.key)) : item));
    await theCase.move('recheck', { facts: { ...facts, items, rechecked: [...facts.rechecked, ...photos] }, ...(words !== undefined && { words }) });
    assertKeys('results', results.map(({ key }) => key), facts.items.filter(({ state }) => state === 'rectified'), '有一项现在不用复查，请重新点。');
    assertFresh(photos, facts);
    await attachFiles(context, _id, photos, 'photo');
    if (!(await theCase.moveBySystem('close'))) await theCase.moveBySystem('sendBack');
    return summaryAfter(context, theCase);
  },
});

/** What nobody judged stays as it is, and the table says so. */
function judged(item: HazardItem, result: ItemResult | undefined): HazardItem {
  if (!result) return item;
  if (result.isPassed) return { ...item, state: 'passed' };
  return withDay({ ...item, state: 'open', failures: item.failures + 1 }, result.byDay);
}
