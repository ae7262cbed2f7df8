import * as v from 'valibot';
import { communityOf } from '../../../miniprogram/domain/dispute/place';
import { query } from '../../_kit/action';
import { indexes } from '../../_kit/collections';
import { find } from '../../_kit/database';
import { member } from '../../_kit/policy';
import { postView } from '../posts';

const MOST = 50;

/** Posts of the community of the own home, and those that the own offices are over. */
export const listPosts = query('childcare.posts', {
  input: v.object({}),
  allow: member,
  async run({ caller, user }) {
    const home = user.facts.homePath ? [communityOf({ path: user.facts.homePath })] : [];
    const places = [...home, ...caller.offices.map(({ scopeId }) => scopeId)].filter((place) => place !== '');
    if (places.length === 0) return { posts: [] };
    const posts = await find(indexes.carePostsByPlace, { path: places }, { limit: MOST });
    return { posts: posts.map(postView) };
  },
});
