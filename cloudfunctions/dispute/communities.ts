/** The communities that somebody's offices reach. */
import { communityOf } from '../../miniprogram/domain/dispute/place';
import { collections, indexes } from '../_kit/collections';
import { find, findByIds } from '../_kit/database';

const MOST_COMMUNITIES = 100;

/** The community that each place lies in; of a station or a street, all of them. */
export async function communitiesOf(placeIds: readonly string[]): Promise<string[]> {
  const places = await findByIds(collections.places, placeIds);
  const own = places.map(communityOf).filter((community) => community !== '');
  const above = places.filter((place) => communityOf(place) === '');
  if (above.length === 0) return [...new Set(own)];
  const all = await find(indexes.placesByKind, { kind: 'community' }, { limit: MOST_COMMUNITIES });
  const below = all.filter(({ path }) => above.some(({ _id }) => path.includes(_id))).map(({ _id }) => _id);
  return [...new Set([...own, ...below])];
}
