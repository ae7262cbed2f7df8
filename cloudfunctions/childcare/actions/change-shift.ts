import * as v from 'valibot';
import { fewestAdults } from '../../../miniprogram/domain/childcare/policy';
import { holds } from '../../../miniprogram/domain/dispute/relations';
import { command } from '../../_kit/action';
import { collections } from '../../_kit/collections';
import { Refusal } from '../../_kit/errors';
import { id } from '../../_kit/fields';
import { inOffice } from '../../_kit/policy';
import { boardAfter } from '../board';
import { careRosterOf, write } from '../rosters';
import { alarmLeaders } from '../store';
import { assertVetted, dutyOffices } from '../vetting';

/** An adult whose record was looked up comes, or goes. With too few left nobody new is taken in and the leader is alarmed; no child is sent away. */
export const changeShift = command('childcare.shift', {
  input: v.object({ postId: id, isOn: v.boolean() }),
  allow: inOffice(...dutyOffices),
  async run(context, { postId, isOn }) {
    const { db, caller, now } = context;
    const post = await db.get(collections.carePosts, postId);
    if (!post || !dutyOffices.some((role) => holds(caller, role, post.path))) throw new Refusal('NOT_FOUND');
    const roster = await careRosterOf(db, postId);
    if (isOn) assertVetted(roster, caller.id, now);
    const others = roster.carers.filter((carer) => carer.id !== caller.id);
    const carers = isOn ? [...others, { id: caller.id, name: caller.user?.facts.name ?? '', since: now }] : others;
    await write(db, { ...roster, carers });
    if (!isOn && roster.present.length > 0 && carers.length < fewestAdults) {
      await alarmLeaders(context, post, `${post.name}在岗的大人只有 ${carers.length} 位，有 ${roster.present.length} 个孩子在，请马上安排人。`);
    }
    return boardAfter(context, post, { ...roster, carers });
  },
});
