import * as v from 'valibot';
import sortBy from 'lodash/sortBy';
import { hasConsent } from '../../../miniprogram/domain/childcare/guards';
import { childLimits, longestStay, minutes } from '../../../miniprogram/domain/childcare/policy';
import { command } from '../../_kit/action';
import { handleOf, openCase } from '../../_kit/case-engine';
import { collections } from '../../_kit/collections';
import { badField, Refusal } from '../../_kit/errors';
import { id, text } from '../../_kit/fields';
import { seal } from '../../_kit/vault';
import { isHereAlready, noteVisit, visitFacts, visitIdOf } from '../opening';
import { assertUnlimited, guarding } from '../policies';
import { visitAfter } from '../store';
import { visits } from '../visit-kind';

/** 急事接孩子: the phrase is what the officer will say to the teacher; it is sealed, and both confirm. */
export const askFetch = command('childcare.askFetch', {
  input: v.object({
    childId: id,
    postId: id,
    reason: text('为什么', childLimits.reason),
    school: text('学校', childLimits.school),
    teacher: text('老师怎么称呼', childLimits.name),
    phrase: text('口令', childLimits.familyWord),
  }),
  allow: guarding,
  async run(context, { postId, reason, school, teacher, phrase }) {
    const { child, db, caller, now } = context;
    assertUnlimited(child, caller);
    const post = await db.get(collections.carePosts, postId);
    if (!post) throw badField('postId', '请选去哪个警务室。');
    if (!hasConsent(child.facts)) throw new Refusal('REFUSED', { message: '请先看过说明并同意。', basis: '个人信息保护法 第31条' });
    const slotId = `fetch:${now}`;
    const visitId = visitIdOf(slotId, child._id);
    if (await isHereAlready(db, child, { now })) throw new Refusal('INVALID_MOVE', { message: '孩子已经在警务室了，不用去学校接。' });
    const today = sortBy(child.facts.visits, 'startAt').find(({ startAt, endAt }) => startAt - minutes(longestStay) <= now && now < endAt);
    const fetch = { askedBy: caller.id, school, teacher, reason, phrase: seal(phrase, `${today?.id ?? visitId}:phrase`), isConfirmedByTeacher: false };
    if (today) {
      const booked = await db.get(collections.visits, today.id);
      if (!booked) throw new Refusal('NOT_FOUND');
      const theCase = handleOf(visits, context, booked);
      await theCase.move('askFetch', { facts: { ...booked.facts, fetch } });
      return visitAfter(context, theCase);
    }
    const endAt = now + minutes(longestStay);
    await noteVisit(context, child, { id: visitId, startAt: now, endAt });
    const facts = { ...visitFacts(child, post, { slotId: '', startAt: now, endAt, bookedBy: caller.id }), fetch };
    return visitAfter(context, await openCase(visits, context, 'askFetch', { id: visitId, facts }));
  },
});
