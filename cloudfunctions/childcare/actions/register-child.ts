import * as v from 'valibot';
import { ulid } from 'ulid';
import { childLimits } from '../../../miniprogram/domain/childcare/policy';
import { isBarred } from '../../../miniprogram/domain/childcare/guards';
import { preparedCommand } from '../../_kit/action';
import { openCase } from '../../_kit/case-engine';
import { indexes } from '../../_kit/collections';
import { find } from '../../_kit/database';
import { Refusal } from '../../_kit/errors';
import { text } from '../../_kit/fields';
import { member } from '../../_kit/policy';
import { birthMonthSchema, childAfter, kinshipSchema, ownGuardian } from '../children';
import { children } from '../child-kind';
import { consentVersion } from '../store';

const MOST_CHILDREN = 20;

/** Four things are enough to book; the rest comes before the first check-in. */
export const registerChild = preparedCommand('childcare.register', {
  input: v.object({
    nickname: text('孩子的小名', childLimits.nickname),
    birthMonth: birthMonthSchema,
    school: text('学校', childLimits.school),
    kinship: kinshipSchema,
    consentVersion,
  }),
  allow: member,
  prepare: ({ caller }, { birthMonth }) => refuseLimited(caller.id, birthMonth),
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

/** A guardian whom a court has limited does not shake that off by a second record of the same child. */
async function refuseLimited(personId: string, birthMonth: string): Promise<void> {
  const own = await find(indexes.childrenByPerson, { people: personId }, { limit: MOST_CHILDREN });
  const limited = own.some(({ facts }) => facts.birthMonth === birthMonth && facts.guardians.some((guardian) => guardian.id === personId && isBarred(facts, guardian)));
  if (limited) throw new Refusal('FORBIDDEN', { message: '这一步请到警务室来办。' });
}
