/** The posts that a family may bring a child to; they change a few times a year, so the last answer will do meanwhile. */
import type { CarePost } from '../../../typings/contract/childcare';
import { call } from '../../platform/call';

let posts: Promise<{ posts: CarePost[] }> | undefined;

/** Fetched once. Throws a `CallError`. */
export async function fetchPosts(): Promise<CarePost[]> {
  posts ??= call('childcare.posts', {});
  try {
    const known = (await posts).posts;
    if (known.length === 0) posts = undefined; // the home is not chosen yet: it may be the next time
    return known;
  } catch (error) {
    posts = undefined;
    throw error;
  }
}
