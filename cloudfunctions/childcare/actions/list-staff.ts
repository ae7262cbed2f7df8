import * as v from 'valibot';
import { query } from '../../_kit/action';
import { id } from '../../_kit/fields';
import { inOffice } from '../../_kit/policy';
import { rosterOf } from '../../_kit/staff';
import { careRosterOf } from '../rosters';
import { adultsOf, supervisedPost } from '../vetting';

export const listStaff = query('childcare.staff', {
  input: v.object({ postId: id }),
  allow: inOffice('leader', 'admin'),
  async run({ db, caller, now }, { postId }) {
    const post = await supervisedPost(db, caller, postId);
    const [station, roster] = await Promise.all([rosterOf(db, post.path), careRosterOf(db, postId)]);
    return { people: adultsOf(station, roster, post, now) };
  },
});
