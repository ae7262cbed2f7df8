import * as v from 'valibot';
import { communityOf } from '../../../miniprogram/domain/dispute/place';
import { query } from '../../_kit/action';
import { indexes } from '../../_kit/collections';
import { find, findByIds } from '../../_kit/database';
import { collections } from '../../_kit/collections';
import { member } from '../../_kit/policy';
import { postView } from '../posts';

const MOST = 50;

/** Posts of the community of the own home, and of the own offices. */
export const listPosts = query('childcare.posts', {
  input: v.object({}),
  allow: member,
  async run({ caller, user }) {
    const home = user.facts.homePath ? [communityOf({ path: user.facts.homePath })] : [];
    const scopes = await findByIds(collections.places, caller.offices.map(({ scopeId }) => scopeId));
    const communities = [...new Set([...home, ...scopes.map(communityOf)])].filter((community) => community !== '');
    if (communities.length === 0) return { posts: [] };
    const posts = await find(indexes.carePostsByCommunity, { community: communities }, { limit: MOST });
    return { posts: posts.map(postView) };
  },
});
