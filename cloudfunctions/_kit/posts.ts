/** 警务室: the post that answers for a place. */
import { collections } from './collections';
import { findByIds } from './database';

/** What a post is called, and the nearest telephone that is answered; `path` is the path of a place, the station first. */
export async function postOf(path: readonly string[]): Promise<{ post: string; phone?: string }> {
  const places = (await findByIds(collections.places, path)).sort((a, b) => path.indexOf(b._id) - path.indexOf(a._id));
  const phone = places.find((place) => place.phone !== undefined)?.phone;
  return { post: `${places[0]?.name ?? ''}警务室`, ...(phone !== undefined && { phone }) };
}
