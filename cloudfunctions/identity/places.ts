/** The territory: how a place is added and changed, and what is shown of it. */
import { ulid } from 'ulid';
import type { InputOf } from '../../typings/contract/actions';
import type { Place } from '../../typings/contract/identity';
import { placeKindLabels, placeKinds } from '../../miniprogram/domain/identity/labels';
import { communityOn, parentKinds, placesWithPhone } from '../../miniprogram/domain/identity/territory';
import type { WriteContext } from '../_kit/action';
import { collections, indexes, type PlaceDocument } from '../_kit/collections';
import { find, type Reader } from '../_kit/database';
import { badField, Refusal } from '../_kit/errors';
import { assertWithin } from './store';

type Wish = InputOf<'identity.savePlace'>;
type Admin = WriteContext & { readonly scopes: readonly string[] };

/** The most places of a station that one answer holds. */
export const mostPlaces = 1000;

/** What a place hangs in: its parent, and for a building its grid. */
interface Above {
  readonly parent: PlaceDocument;
  readonly grid?: PlaceDocument;
}

export function placeView({ _id, kind, name, parentId, gridId, hasProperty, phone, isRetired }: PlaceDocument): Place {
  return {
    id: _id,
    kind,
    name,
    ...(parentId !== undefined && { parentId }),
    ...(gridId !== undefined && { gridId }),
    ...(hasProperty !== undefined && { hasProperty }),
    ...(phone !== undefined && { phone }),
    isRetired,
  };
}

/** Adds a place under another. Throws `INVALID_INPUT` or `FORBIDDEN`. */
export async function addPlace({ db, now, scopes }: Admin, wish: Wish): Promise<PlaceDocument> {
  if (wish.kind === 'station') throw new Refusal('FORBIDDEN', { message: '派出所在部署时建立，这里不能加。' });
  const above = await aboveOf(db, wish);
  assertWithin(scopes, above.parent.path);
  if (above.grid) assertWithin(scopes, above.grid.path);
  await refuseSameName(wish, above.parent._id, undefined);
  const place = placed({ _id: ulid(now), isRetired: false, rev: 1 }, wish, above);
  await db.create(collections.places, place);
  await touch(db, above);
  return place;
}

/** Changes what is given and leaves the rest. A place that holds others stays where it is: their paths would be wrong. */
export async function changePlace({ db, scopes }: Admin, id: string, wish: Wish): Promise<PlaceDocument> {
  const place = await db.get(collections.places, id);
  if (!place) throw new Refusal('NOT_FOUND');
  assertWithin(scopes, place.path);
  if (place.kind !== wish.kind) throw badField('kind', '地点的种类不能改，请停用后新建。');
  if (wish.isRetired === true && !place.isRetired) await refuseLiveChildren(place);
  if (place.kind === 'station') return keep(db, { ...place, ...own(wish), name: wish.name, key: keyOf(wish, id), rev: place.rev + 1 });

  const { parentId, gridId } = place;
  const wished = { ...(parentId !== undefined && { parentId }), ...(gridId !== undefined && { gridId }), ...wish };
  const isStaying = wished.parentId === parentId && wished.gridId === gridId;
  if (isStaying && wish.isRetired !== false && place.name === wish.name) return keep(db, { ...place, ...own(wish), rev: place.rev + 1 });
  const above = await aboveOf(db, wished);
  assertWithin(scopes, above.parent.path);
  if (above.grid && above.grid._id !== gridId) assertWithin(scopes, above.grid.path);
  await refuseSameName(wished, above.parent._id, id);
  if (!isStaying) await refuseChildren(place);
  await touch(db, above);
  return keep(db, placed({ ...place, rev: place.rev + 1 }, wished, above));
}

async function keep(db: Admin['db'], place: PlaceDocument): Promise<PlaceDocument> {
  await db.replace(collections.places, place);
  return place;
}

function placed(base: Pick<PlaceDocument, '_id' | 'isRetired' | 'rev'>, wish: Wish, { parent, grid }: Above): PlaceDocument {
  const { _id } = base;
  const path = [...(grid ? [...grid.path, parent._id] : parent.path), _id];
  return { ...base, ...own(wish), kind: wish.kind, name: wish.name, parentId: parent._id, ...(grid && { gridId: grid._id }), path, key: keyOf(wish, _id) };
}

/** What belongs to the place alone. */
function own({ kind, hasProperty, phone, isRetired }: Wish): Partial<Pick<PlaceDocument, 'hasProperty' | 'phone' | 'isRetired'>> {
  if (hasProperty !== undefined && kind !== 'compound') throw badField('hasProperty', '只有小区才填有没有物业。');
  if (phone !== undefined && !placesWithPhone.includes(kind)) throw badField('phone', '电话填在派出所、社区或警格上。');
  return { ...(hasProperty !== undefined && { hasProperty }), ...(phone !== undefined && { phone }), ...(isRetired !== undefined && { isRetired }) };
}

async function aboveOf(db: Reader, { kind, parentId, gridId }: Wish): Promise<Above> {
  const parentKind = parentKinds[kind];
  const parent = parentId === undefined ? undefined : await db.get(collections.places, parentId);
  if (!parent || parent.kind !== parentKind || parent.isRetired) throw badField('parentId', `请选上一级${parentKind ? placeKindLabels[parentKind] : ''}。`);
  if (kind !== 'building') {
    if (gridId !== undefined) throw badField('gridId', '只有楼栋才归网格。');
    return { parent };
  }
  const grid = gridId === undefined ? undefined : await db.get(collections.places, gridId);
  if (grid?.kind !== 'grid' || grid.isRetired) throw badField('gridId', '请选这栋楼归哪个网格。');
  if (communityOn(grid.path) !== communityOn(parent.path)) throw badField('gridId', '这个网格不在小区所在的社区。');
  return { parent, grid };
}

/** A new child and a move of its parent write the same document, so they cannot both happen unseen. */
async function touch(db: Admin['db'], { parent, grid }: Above): Promise<void> {
  for (const place of grid ? [parent, grid] : [parent]) await db.replace(collections.places, { ...place, rev: place.rev + 1 });
}

async function childrenOf({ _id, kind }: PlaceDocument): Promise<PlaceDocument[]> {
  if (kind === 'grid') return find(indexes.placesByGrid, { gridId: _id }, { limit: mostPlaces });
  return find(indexes.placesByParent, { parentId: _id }, { limit: mostPlaces });
}

async function refuseChildren(place: PlaceDocument): Promise<void> {
  if ((await childrenOf(place)).length > 0) throw badField('parentId', '里面还有下级地点，不能移到别处。请停用它，在新地方另建。');
}

async function refuseLiveChildren(place: PlaceDocument): Promise<void> {
  if ((await childrenOf(place)).some(({ isRetired }) => !isRetired)) throw badField('isRetired', '里面还有在用的下级地点，请先停用它们。');
}

async function refuseSameName({ kind, name }: Wish, parentId: string, ownId: string | undefined): Promise<void> {
  const siblings = await find(indexes.placesByParent, { parentId }, { limit: mostPlaces });
  const isTaken = siblings.some((each) => each.kind === kind && each.name === name && each._id !== ownId && !each.isRetired);
  if (isTaken) throw badField('name', '这里已经有叫这个名字的了。');
}

/** By kind from the station down, then by name as people count: `3号楼` before `12号楼`. */
function keyOf({ kind, name }: Wish, id: string): string {
  return `${placeKinds.indexOf(kind)}:${name.replace(/\d+/g, (digits) => digits.padStart(6, '0'))}:${id}`;
}
