import * as v from 'valibot';
import { fewestAdults } from '../../../miniprogram/domain/childcare/policy';
import { command } from '../../_kit/action';
import { badField } from '../../_kit/errors';
import { id } from '../../_kit/fields';
import { inOffice } from '../../_kit/policy';
import { rosterOf } from '../../_kit/staff';
import { careRosterOf, write } from '../rosters';
import { alarmLeaders } from '../store';
import { adultsOf, supervisedPost } from '../vetting';

/** The record was looked up. Clean, it counts for a year; otherwise the adult is off duty at once. Of what was found nothing is kept here. */
export const vetAdult = command('childcare.vet', {
  input: v.object({ postId: id, personId: id, isClean: v.boolean() }),
  allow: inOffice('leader', 'admin'),
  async run(context, { postId, personId, isClean }) {
    const { db, caller, now } = context;
    const post = await supervisedPost(db, caller, postId);
    const [station, roster] = [await rosterOf(db, post.path), await careRosterOf(db, postId)];
    if (!adultsOf(station, roster, post, now).some((adult) => adult.id === personId)) throw badField('personId', '这里没有这位工作人员。');
    if (personId === caller.id) throw badField('personId', '自己的记录请另一位领导登记。');
    const others = (roster.vetted ?? []).filter((adult) => adult.id !== personId);
    const carers = isClean ? roster.carers : roster.carers.filter((carer) => carer.id !== personId);
    const changed = { ...roster, carers, vetted: isClean ? [...others, { id: personId, by: caller.id, at: now }] : others };
    await write(db, changed);
    if (carers.length < roster.carers.length && roster.present.length > 0 && carers.length < fewestAdults) {
      await alarmLeaders(context, post, `${post.name}在岗的大人只有 ${carers.length} 位，有 ${roster.present.length} 个孩子在，请马上安排人。`);
    }
    return { people: adultsOf(station, changed, post, now) };
  },
});
