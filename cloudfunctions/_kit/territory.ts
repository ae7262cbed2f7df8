/** The places above the buildings, which change a few times a year: for what lies in what, and for names. */
import { communityOf } from '../../miniprogram/domain/dispute/place';
import { collections, indexes, type PlaceDocument } from './collections';
import { find, findByIds } from './database';

/** How long a process trusts what it read: a place that is added, moved or renamed is so everywhere within a minute. */
const FRESH_MS = 60_000;
/** More than the places of a station from itself down to its 小区. */
const MOST_PLACES = 1000;
const MOST_UNKNOWN = 100;

type Territory = ReadonlyMap<string, PlaceDocument>;

let loaded: { readonly at: number; readonly places: Territory } | undefined;

/** The places from the station down to the 小区, by id. Read at most once a minute. What somebody may do never rests on it alone. */
export async function territoryAt(now: number): Promise<Territory> {
  if (!loaded || Math.abs(now - loaded.at) > FRESH_MS) {
    const places = await find(indexes.placesByKind, { kind: ['station', 'street', 'community', 'policeGrid', 'grid', 'compound'] }, { limit: MOST_PLACES });
    loaded = { at: now, places: new Map(places.map((place) => [place._id, place])) };
  }
  return loaded.places;
}

/** The community that each place lies in; of a station or a street, all of them. */
export async function communitiesOf(placeIds: readonly string[], now: number): Promise<string[]> {
  const territory = await territoryAt(now);
  const unknown = placeIds.filter((id) => !territory.has(id)); // buildings, and what is new
  const places = [...placeIds.flatMap((id) => territory.get(id) ?? []), ...(await findByIds(collections.places, unknown.slice(0, MOST_UNKNOWN)))];
  const isBelow = ({ kind, path }: PlaceDocument) => kind === 'community' && places.some((place) => communityOf(place) === '' && path.includes(place._id));
  const below = [...territory.values()].filter(isBelow).map(({ _id }) => _id);
  return [...new Set([...places.map(communityOf).filter((community) => community !== ''), ...below])];
}
