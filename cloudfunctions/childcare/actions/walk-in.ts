import * as v from 'valibot';
import { ulid } from 'ulid';
import { ageAt } from '../../../miniprogram/domain/childcare/child-transitions';
import { ages, childLimits, longestStay, minutes, walkInConsentMinutes } from '../../../miniprogram/domain/childcare/policy';
import { holds } from '../../../miniprogram/domain/dispute/relations';
import { staffTitle } from '../../../miniprogram/domain/identity/labels';
import { command } from '../../_kit/action';
import { openCase } from '../../_kit/case-engine';
import { collections } from '../../_kit/collections';
import { badField, Refusal } from '../../_kit/errors';
import { id, phone, text } from '../../_kit/fields';
import { inOffice } from '../../_kit/policy';
import { children } from '../child-kind';
import { birthMonthSchema, contact, sealedNote } from '../children';
import { assertOnDuty, takeIn } from '../rosters';
import { visitAfter } from '../store';
import { visits } from '../visit-kind';
import { walkInPhoneIndex } from '../walk-ins';

/** A child at the door: three fields, a word on the telephone, and two hours for the guardian's own consent. */
export const walkIn = command('childcare.walkIn', {
  input: v.object({
    postId: id,
    nickname: text('孩子的小名', childLimits.nickname),
    birthMonth: birthMonthSchema,
    guardianPhone: phone,
    allergy: v.exactOptional(text('过敏和要留意的', childLimits.allergy)),
    hasVerbalConsent: v.boolean(),
  }),
  allow: inOffice('carer'),
  async run(context, { postId, nickname, birthMonth, guardianPhone, allergy, hasVerbalConsent }) {
    const { db, caller, now } = context;
    const post = await db.get(collections.carePosts, postId);
    if (!post || !holds(caller, 'carer', post.path)) throw new Refusal('NOT_FOUND');
    const age = ageAt(birthMonth, now);
    if (age < ages.from || age > ages.until) throw badField('birthMonth', `托管接 ${ages.from}–${ages.until} 岁的孩子。`);
    const [childId, visitId] = [ulid(now), ulid(now)];
    const endAt = now + minutes(longestStay);
    const note = allergy === undefined ? undefined : sealedNote(childId, allergy);
    const guardian = contact(childId, { name: '家长', kinship: 'other', phone: guardianPhone });
    const record = { nickname, birthMonth, school: '', guardians: [guardian], persons: [], barred: [], walkInPhone: walkInPhoneIndex(guardianPhone), visits: [{ id: visitId, startAt: now, endAt }], ...(note && { allergy: note }) };
    const visit = {
      childId, nickname, age, guardians: [], postId, post: post.name, path: post.path, slotId: '', startAt: now, endAt, bookedBy: caller.id, activities: [], wrongCodes: 0, checkedInAt: now,
      receivedBy: staffTitle(caller.user?.facts.name ?? '', 'carer'),
      ...(hasVerbalConsent && { consentDue: now + minutes(walkInConsentMinutes) }),
    };
    const theCase = await openCase(visits, context, 'walkIn', { id: visitId, facts: visit, words: '家长在电话里口头同意了。' });
    await openCase({ ...children, relations: () => ['carer'] }, context, 'register', { id: childId, facts: record });
    await assertOnDuty(db, postId, caller.id);
    await takeIn(db, post, visitId, { childId, age, endAt });
    return visitAfter(context, theCase);
  },
});
