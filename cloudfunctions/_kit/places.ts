/** Where a case lies. */
import * as v from 'valibot';
import type { MapPoint } from '../../typings/contract/dispute';
import type { DisputePlace } from '../../miniprogram/domain/dispute/facts';
import type { ReadContext } from './action';
import { collections, type PlaceDocument } from './collections';
import { badField } from './errors';
import { text } from './fields';
import { territoryAt } from './territory';

/** The longest name that a map gives to a point. */
const MOST_NAME = 60;

/** A point of a map: degrees, and what the map calls it. */
export const pointSchema = v.object({
  latitude: v.pipe(v.number('地图上的位置不对，请重新点。'), v.minValue(-90), v.maxValue(90)),
  longitude: v.pipe(v.number('地图上的位置不对，请重新点。'), v.minValue(-180), v.maxValue(180)),
  name: text('地图上的位置', MOST_NAME),
});

/** What was said about where it is. */
export interface SaidPlace {
  readonly buildingId: string;
  readonly door?: string;
  /** With a point the 小区 nearby will do: what happens in no building has none. */
  readonly point?: MapPoint;
}

/** The place as a case keeps it. Throws `INVALID_INPUT` for what is no building of ours, and no 小区 with a point. */
export async function placeOf({ db, now }: Pick<ReadContext, 'db' | 'now'>, { buildingId, door, point }: SaidPlace): Promise<DisputePlace> {
  const place = await db.get(collections.places, buildingId);
  const isEnough = place?.kind === 'building' || (place?.kind === 'compound' && point !== undefined);
  if (!place || !isEnough || place.isRetired) throw badField('buildingId', '还没说在哪里，点“我家楼里”最快。');
  const compound = place.kind === 'building' ? await compoundOf({ db, now }, place) : undefined;
  const names = [compound?.name, place.name, ...(place.kind === 'compound' ? [point?.name] : [])];
  return {
    buildingId,
    path: place.path,
    text: names.filter((name) => name !== undefined).join(' '),
    ...(door !== undefined && { door }),
    ...(point && { point }),
  };
}

/** The 小区 of a building, for its name. */
export async function compoundOf({ db, now }: Pick<ReadContext, 'db' | 'now'>, { parentId = '' }: PlaceDocument): Promise<PlaceDocument | undefined> {
  return (await territoryAt(now)).get(parentId) ?? db.get(collections.places, parentId);
}
