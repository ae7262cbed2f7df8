import * as v from 'valibot';
import { ageAt } from '../../../miniprogram/domain/childcare/child-transitions';
import { hasConsent, overlaps } from '../../../miniprogram/domain/childcare/guards';
import { ages, bookableDays, minutes, offerMinutes } from '../../../miniprogram/domain/childcare/policy';
import { openStates } from '../../../miniprogram/domain/childcare/transitions';
import { DAY } from '../../../miniprogram/domain/time/format';
import { preparedCommand } from '../../_kit/action';
import { collections } from '../../_kit/collections';
import { badField, Refusal } from '../../_kit/errors';
import { id, moment } from '../../_kit/fields';
import { inTransaction } from '../../_kit/transaction';
import { giveBackPlace, openVisit, visitIdOf } from '../opening';
import { assertUnlimited, guarding } from '../policies';
import { amendSlot, offeringTo, slotAt, takePlace } from '../slots';
import { visitAfter } from '../store';

/**
 * The place is taken by one atomic update, outside the transaction; the visit follows it. A crash in between leaves a
 * place without a visit, which the timer makes up for.
 */
export const bookVisit = preparedCommand('childcare.book', {
  input: v.object({ childId: id, postId: id, startAt: moment }),
  allow: guarding,
  async prepare({ child, db, caller, now }, { postId, startAt }) {
    assertUnlimited(child, caller);
    const post = await db.get(collections.carePosts, postId);
    if (!post) throw badField('postId', '请选去哪个警务室。');
    if (!hasConsent(child.facts)) throw new Refusal('REFUSED', { message: '请先看过说明并同意，再约。', basis: '个人信息保护法 第31条' });
    if (startAt <= now || startAt > now + bookableDays * DAY) throw badField('startAt', `请选 ${bookableDays} 天以内、还没开始的时段。`);
    const age = ageAt(child.facts.birthMonth, startAt);
    if (age < ages.from || age > ages.until) throw badField('childId', `托管接 ${ages.from}–${ages.until} 岁的孩子。`);
    const { _id: slotId, endAt } = await slotAt(post, startAt);
    const visitId = visitIdOf(slotId, child._id);
    if (overlaps(child.facts, { id: visitId, startAt, endAt })) throw new Refusal('INVALID_MOVE', { message: '这段时间孩子已经有安排了，请换一个时段。' });
    const people = child.facts.guardians.flatMap(({ id: guardian }) => (guardian === undefined ? [] : [guardian]));
    const slot = await takePlace(slotId, { visitId, childId: child._id, by: caller.id, people, at: now });
    const hasPassed = slot.entries.some((entry) => entry.visitId === visitId && entry.state === 'passed');
    const offered = hasPassed && slot.free > 0 ? await amendSlot(slotId, offeringTo(visitId, now + minutes(offerMinutes))) : undefined;
    return { post, visitId, slot: offered ?? slot };
  },
  async run(context, _input, { post, slot }) {
    const theCase = await openVisit(context, context.child, post, slot._id);
    return visitAfter(context, theCase, slot);
  },
  async undo({ slot, visitId }) {
    const entry = slot.entries.find((each) => each.visitId === visitId);
    if (entry) await inTransaction((db) => giveBackPlace(db, slot._id, entry, ({ state }) => (openStates as readonly string[]).includes(state)));
  },
});
