import * as v from 'valibot';
import { ulid } from 'ulid';
import { childLimits } from '../../../miniprogram/domain/childcare/policy';
import { command } from '../../_kit/action';
import { openCase } from '../../_kit/case-engine';
import { text } from '../../_kit/fields';
import { member } from '../../_kit/policy';
import { birthMonthSchema, childAfter, kinshipSchema, ownGuardian } from '../children';
import { children } from '../child-kind';
import { consentVersion } from '../store';

/** Four things are enough to book; the rest comes before the first check-in. */
export const registerChild = command('childcare.register', {
  input: v.object({
    nickname: text('孩子的小名', childLimits.nickname),
    birthMonth: birthMonthSchema,
    school: text('学校', childLimits.school),
    kinship: kinshipSchema,
    consentVersion,
  }),
  allow: member,
  async run(context, { nickname, birthMonth, school, kinship, consentVersion: version }) {
    const { user, caller, now } = context;
    const id = ulid(now);
    const facts = {
      nickname, birthMonth, school, guardians: [ownGuardian(id, user, kinship)], persons: [], barred: [], visits: [],
      consent: { version, by: caller.id, at: now },
    };
    return childAfter(context, await openCase(children, context, 'register', { id, facts }), ['guardian']);
  },
});
