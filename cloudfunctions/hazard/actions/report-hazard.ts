import * as v from 'valibot';
import { randomInt } from 'node:crypto';
import uniq from 'lodash/uniq';
import { ulid } from 'ulid';
import type { DisputePlace } from '../../../miniprogram/domain/dispute/facts';
import { holds } from '../../../miniprogram/domain/dispute/relations';
import { checklistNames, itemOf } from '../../../miniprogram/domain/hazard/checklists';
import type { HazardFacts } from '../../../miniprogram/domain/hazard/facts';
import { hazardNumber } from '../../../miniprogram/domain/hazard/number';
import { hazardLimits } from '../../../miniprogram/domain/hazard/policy';
import { patrolOffices, recheckOffices } from '../../../miniprogram/domain/hazard/relations';
import { command, type WriteContext } from '../../_kit/action';
import { badField, Refusal } from '../../_kit/errors';
import { id, text } from '../../_kit/fields';
import { attachFiles } from '../../_kit/files';
import { placeOf } from '../../_kit/places';
import { opening } from '../../_kit/policy';
import { inOfficeOver, rosterOf } from '../../_kit/staff';
import { hazards } from '../kind';
import { advised, keysSchema, photosSchema, refuseTooMany, responsibleSchema, summaryAfter } from '../store';

export const reportHazard = command('hazard.report', {
  input: v.object({
    checklist: v.picklist(checklistNames, '请选是哪一类。'),
    items: keysSchema,
    story: v.exactOptional(text('情况', hazardLimits.story)),
    buildingId: id,
    door: v.exactOptional(text('位置', hazardLimits.door)),
    isDangerNow: v.boolean(),
    photos: v.exactOptional(photosSchema),
    responsible: v.exactOptional(responsibleSchema),
    advice: v.exactOptional(text('怎么提醒的', hazardLimits.words)),
    companionId: v.exactOptional(id),
  }),
  allow: opening(hazards),
  async run(context, { checklist, items, story = '', buildingId, door, isDangerNow, photos = [], responsible, advice, companionId }) {
    const { caller, now } = context;
    await refuseTooMany(context);
    if (items.some((key) => !itemOf(checklist, key))) throw badField('items', '请点一下看到了什么。');
    const caseId = ulid(now);
    const place = await placeOf(context, { buildingId, ...(door !== undefined && { door }) });
    const companion = companionId === undefined ? undefined : await companionOf(context, companionId, place);
    const facts: HazardFacts = {
      number: hazardNumber((below) => randomInt(below)),
      checklist,
      items: uniq(items).map((key) => ({ key, state: 'open', failures: 0 })),
      story,
      place,
      isDangerNow,
      finder: { id: caller.id, name: caller.user?.facts.name || '居民' },
      ...(companion && { companion }),
      ...(responsible && { responsible }),
      toldBy: [],
      recordedBy: [],
      isOrdered: false,
      photos,
      staffPhotos: [],
      rectified: [],
      rechecked: [],
    };
    await attachFiles(context, caseId, photos, 'photo');
    const hazard = await context.openCase('find', { id: caseId, facts });
    if (advice !== undefined) await hazard.move('advise', { facts: advised(facts, caller.id, now), words: advice });
    return summaryAfter(context, hazard);
  },
});

/** Who else saw it: two who patrol there together. */
async function companionOf({ caller, db, now }: WriteContext, companionId: string, { path }: DisputePlace): Promise<{ id: string; name: string }> {
  if (!patrolOffices.some((role) => holds(caller, role, path))) throw new Refusal('FORBIDDEN', { message: '和谁一起看的，只有在这里巡查的人才填。' });
  const roster = await rosterOf(db, path);
  const found = recheckOffices.flatMap((role) => inOfficeOver(roster, role, path, now)).find((member) => member.id === companionId);
  if (!found || companionId === caller.id) throw badField('companionId', '请选一位在这里巡查的同事。');
  return { id: found.id, name: found.name };
}
