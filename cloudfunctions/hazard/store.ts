/** 隐患 hazards: what their actions share. */
import * as v from 'valibot';
import type { HazardSummary } from '../../typings/contract/hazard';
import { itemOf } from '../../miniprogram/domain/hazard/checklists';
import type { HazardCase, HazardFacts, HazardItem } from '../../miniprogram/domain/hazard/facts';
import { hazardLimits, reportedADay } from '../../miniprogram/domain/hazard/policy';
import { DAY, dayKey } from '../../miniprogram/domain/time/format';
import type { Call } from '../_kit/action';
import type { CaseHandle } from '../_kit/case-engine';
import { indexes } from '../_kit/collections';
import { orderKey, tally } from '../_kit/database';
import { badField, Refusal } from '../_kit/errors';
import { id, text } from '../_kit/fields';
import { hazardSummaryOf } from '../_kit/hazard-cards';

const fewPhotos = v.maxLength<string[], number, string>(hazardLimits.photos, `最多 ${hazardLimits.photos} 张照片。`);
const eachOnce = v.check((ids: string[]) => new Set(ids).size === ids.length, '有一张照片选了两次，请去掉一张。');
export const photosSchema = v.pipe(v.array(id), fewPhotos, eachOnce);
/** What was done, or looked at again, is shown. */
export const proofSchema = v.pipe(v.array(id), v.minLength(1, '请拍一张照片。'), fewPhotos, eachOnce);
export const responsibleSchema = v.object({ name: text('谁来整改', hazardLimits.name) });
export const keysSchema = v.pipe(v.array(id), v.minLength(1, '请点一下是哪几项。'), v.maxLength(hazardLimits.items, '选得太多了。'));

/** The answer of every action that moves a hazard. */
export function summaryAfter({ caller, now }: Call, { document }: CaseHandle<HazardCase>): HazardSummary {
  return hazardSummaryOf(caller, document, now);
}

/** Throws `RATE_LIMITED` for whoever has reported more today than anybody finds. Counted beside the transaction. */
export async function refuseTooMany({ caller, now }: Call): Promise<void> {
  const byOpener = await tally(indexes.hazardsByPerson, { people: caller.id }, { by: ['openedBy'], before: orderKey(now - DAY, ''), most: reportedADay });
  const own = byOpener.find(({ openedBy }) => openedBy === caller.id);
  if (own && own.all - own.early >= reportedADay) throw new Refusal('RATE_LIMITED', { message: '今天报得太多了，请明天再报。有危险请打119或110。' });
}

/** Somebody is told to put it right: an advice gives each item the days of its checklist. */
export function advised(facts: HazardFacts, by: string, now: number): HazardFacts {
  const items = facts.items.map((item) => ({ ...item, byDay: dayKey(now + (itemOf(facts.checklist, item.key)?.days ?? 1) * DAY) }));
  return { ...facts, items, toldBy: [...facts.toldBy, by] };
}

/** A name keeps the account that was bound to it; whoever was bound to another name is released. */
export function named(facts: HazardFacts, { name }: { name: string }): HazardFacts {
  if (facts.responsible?.name === name) return facts;
  const { invitation: _void, ...kept } = facts;
  return { ...kept, responsible: { name } };
}

/** One thing is said of each item, and of no other. Throws `INVALID_INPUT`. */
export function assertKeys(field: string, keys: readonly string[], items: readonly HazardItem[], why: string): void {
  const isOnce = new Set(keys).size === keys.length;
  if (!isOnce || keys.some((key) => !items.some((item) => item.key === key))) throw badField(field, why);
}

/** Proof is taken for the occasion: a photo that the hazard has already proves nothing. Throws `INVALID_INPUT`. */
export function assertFresh(ids: readonly string[], { photos, staffPhotos, rectified, rechecked }: HazardFacts): void {
  const used = new Set([...photos, ...staffPhotos, ...rectified, ...rechecked]);
  if (ids.some((photo) => used.has(photo))) throw badField('photos', '这张以前用过了，请重新拍一张。');
}

/** An item with another day, or with none. */
export function withDay({ byDay: _earlier, ...item }: HazardItem, byDay: string | undefined): HazardItem {
  return { ...item, ...(byDay !== undefined && { byDay }) };
}
