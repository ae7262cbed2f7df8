/** Where a case lies. */
import type { DisputePlace } from '../../miniprogram/domain/dispute/facts';
import { collections } from './collections';
import type { Reader } from './database';
import { badField } from './errors';

/** The building as a case keeps it. Throws `INVALID_INPUT` for what is no building of ours. */
export async function placeOf(db: Reader, buildingId: string, door: string | undefined): Promise<DisputePlace> {
  const building = await db.get(collections.places, buildingId);
  if (building?.kind !== 'building' || building.isRetired) throw badField('buildingId', '还没说在哪里，点“我家楼里”最快。');
  const compound = building.parentId === undefined ? undefined : await db.get(collections.places, building.parentId);
  const name = compound ? `${compound.name} ${building.name}` : building.name;
  return { buildingId, path: building.path, text: name, ...(door !== undefined && { door }) };
}
