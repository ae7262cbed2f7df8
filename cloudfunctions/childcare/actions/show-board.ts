import * as v from 'valibot';
import { holds } from '../../../miniprogram/domain/dispute/relations';
import { query } from '../../_kit/action';
import { collections } from '../../_kit/collections';
import { Refusal } from '../../_kit/errors';
import { id } from '../../_kit/fields';
import { inOffice } from '../../_kit/policy';
import { boardOf, childrenOf, offlineRoster, stillHere, todaysVisits } from '../board';
import { careRosterOf } from '../rosters';

const offices = ['carer', 'officer', 'auxiliary', 'leader'] as const;

export const showBoard = query('childcare.board', {
  input: v.object({ postId: id }),
  allow: inOffice(...offices),
  async run(context, { postId }) {
    const { db, caller, now } = context;
    const [post, roster, today] = await Promise.all([db.get(collections.carePosts, postId), careRosterOf(db, postId), todaysVisits(postId, now)]);
    if (!post || !offices.some((role) => holds(caller, role, post.path))) throw new Refusal('NOT_FOUND');
    const open = [...today.open, ...(await stillHere(roster, today.open))];
    const children = await childrenOf(open);
    const offline = offlineRoster(context, post, open, children);
    return { ...boardOf(context, post, roster, [...open, ...today.over], children), ...(offline && { offline }) };
  },
});
