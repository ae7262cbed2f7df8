import * as v from 'valibot';
import omit from 'lodash/omit';
import { childLimits } from '../../../miniprogram/domain/childcare/policy';
import { preparedCommand } from '../../_kit/action';
import { handleOf } from '../../_kit/case-engine';
import { collections } from '../../_kit/collections';
import { Refusal } from '../../_kit/errors';
import { text } from '../../_kit/fields';
import { member } from '../../_kit/policy';
import { children } from '../child-kind';
import { childAfter, kinshipSchema, ownGuardian } from '../children';
import { consentVersion } from '../store';
import { visits } from '../visit-kind';
import { assertNoOffice, judgeWalkInWord, noSuchWalkIn, walkInPhoneOf } from '../walk-ins';

/** The guardian of a child at the door: the number that the post rang, and the word it said. From then on the child is known like any other. */
export const consentLater = preparedCommand('childcare.consentLater', {
  input: v.object({ word: v.pipe(v.string('请输入六位数字。'), v.regex(/^\d{6}$/, '请输入六位数字。')), kinship: kinshipSchema, school: text('学校', childLimits.school), consentVersion }),
  allow: member,
  prepare: ({ user, now }, { word }) => judgeWalkInWord(user, word, now),
  async run(context, { kinship, school, consentVersion: version }, childId) {
    const { db, caller, user, now } = context;
    const child = await db.get(collections.children, childId);
    if (!child || child.facts.walkInPhone === undefined || child.facts.walkInPhone !== walkInPhoneOf(user)) throw noSuchWalkIn();
    const facts = { ...omit(child.facts, ['walkInPhone']), school, guardians: [ownGuardian(childId, user, kinship)], consent: { version, by: caller.id, at: now } };
    // the word lets the guardian in: before it the caller was nothing to the child
    const record = handleOf({ ...children, relations: () => ['guardian'] }, context, child);
    await record.move('consent', { facts });
    for (const { id } of facts.visits) {
      const visit = await db.get(collections.visits, id);
      if (!visit) throw new Refusal('NOT_FOUND');
      assertNoOffice(caller, visit.facts.path);
      const theCase = handleOf({ ...visits, relations: () => ['guardian'] }, context, visit);
      await theCase.move('consentLater', { facts: { ...omit(visit.facts, ['consentDue']), guardians: [caller.id] } });
    }
    return childAfter(context, record, ['guardian']);
  },
});
