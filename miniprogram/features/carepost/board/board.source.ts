/** Where the roster board comes from. */
import type { RosterBoard } from '../../../../typings/contract/childcare';
import type { Chip } from '../../../components/filter-chips/filter-chips.view';
import { call, CallError } from '../../../platform/call';
import { SpokenError } from '../../../platform/sentences';

/** `isShown`: an earlier one is on the screen; then there is nothing to tap again without a network, since all is kept. */
export async function readBoard(postId: string, isShown: boolean): Promise<RosterBoard> {
  try {
    return await call('childcare.board', { postId });
  } catch (error) {
    throw isShown && error instanceof CallError && error.isOffline ? new SpokenError('没有网络。您点的都记着，连上自己发出去。') : error;
  }
}

export async function readPosts(): Promise<Chip[]> {
  const { posts } = await call('childcare.posts', {});
  return posts.map(({ id, name }) => ({ value: id, label: name }));
}
