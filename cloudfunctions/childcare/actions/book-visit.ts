import * as v from 'valibot';
import { hasConsent } from '../../../miniprogram/domain/childcare/guards';
import { bookableDays } from '../../../miniprogram/domain/childcare/policy';
import { ageAt } from '../../../miniprogram/domain/childcare/child-transitions';
import { ages } from '../../../miniprogram/domain/childcare/policy';
import { overlaps } from '../../../miniprogram/domain/childcare/guards';
import { DAY } from '../../../miniprogram/domain/time/format';
import { preparedCommand } from '../../_kit/action';
import { collections } from '../../_kit/collections';
import { badField, Refusal } from '../../_kit/errors';
import { id, moment } from '../../_kit/fields';
import { openVisit, visitIdOf } from '../opening';
import { guarding } from '../policies';
import { slotAt, takePlace } from '../slots';
import { visitAfter } from '../store';

/**
 * The place is taken by one atomic update, outside the transaction; the visit follows it. A crash in between leaves a
 * place without a visit, which the timer makes up for.
 */
export const bookVisit = preparedCommand('childcare.book', {
  input: v.object({ childId: id, postId: id, startAt: moment }),
  allow: guarding,
  async prepare({ child, db, caller, now }, { postId, startAt }) {
    const post = await db.get(collections.carePosts, postId);
    if (!post) throw badField('postId', '请选去哪个警务室。');
    if (!hasConsent(child.facts)) throw new Refusal('REFUSED', { message: '请先看过说明并同意，再约。', basis: '个人信息保护法 第31条' });
    if (startAt <= now || startAt > now + bookableDays * DAY) throw badField('startAt', `请选 ${bookableDays} 天以内、还没开始的时段。`);
    const age = ageAt(child.facts.birthMonth, startAt);
    if (age < ages.from || age > ages.until) throw badField('childId', `托管接 ${ages.from}–${ages.until} 岁的孩子。`);
    const slot = await slotAt(post, startAt);
    const visitId = visitIdOf(slot._id, child._id);
    if (overlaps(child.facts, { id: visitId, startAt, endAt: slot.endAt })) throw new Refusal('INVALID_MOVE', { message: '这段时间孩子已经有安排了，请换一个时段。' });
    return { post, slot: await takePlace(slot._id, { visitId, childId: child._id, by: caller.id, at: now }) };
  },
  async run(context, _input, { post, slot }) {
    const theCase = await openVisit(context, context.child, post, slot);
    return visitAfter(context, theCase, slot);
  },
});
