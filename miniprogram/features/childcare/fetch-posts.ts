/** The posts that a family may bring a child to. They change a few times a year: what the phone knows will do, and is asked anew for the next time. */
import type { CarePost } from '../../../typings/contract/childcare';
import { call } from '../../platform/call';
import { askOrLast, lastKnown } from '../../platform/last-known';

interface Posts {
  readonly posts: CarePost[];
  readonly now: number;
}

const key = 'posts';

/** Throws a `CallError` when the phone knows none and the cloud is silent. */
export async function fetchPosts(): Promise<CarePost[]> {
  const last = lastKnown<Posts>(key);
  if (!last) return ask();
  void ask().catch(() => undefined);
  return last.posts;
}

async function ask(): Promise<CarePost[]> {
  const { known } = await askOrLast<Posts>(key, async () => ({ ...(await call('childcare.posts', {})), now: Date.now() }), (said) => (said.posts.length > 0 ? said : undefined));
  return known.posts;
}
