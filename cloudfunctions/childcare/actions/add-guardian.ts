import * as v from 'valibot';
import { childLimits } from '../../../miniprogram/domain/childcare/policy';
import { command } from '../../_kit/action';
import { id, text } from '../../_kit/fields';
import { makeLetter, revokeLetter } from '../../_kit/letters';
import { childAfter, contact, guardianSchema } from '../children';
import { keepingChild } from '../policies';
import { tellGuardians } from '../store';

/** Signs and spaces do not count in a word, and one letter is guessed in five tries. */
const MEANINGFUL = /[\p{L}\p{N}].*[\p{L}\p{N}]/u;

/** Whoever has the code and says the word is a guardian like this one. Another letter for the same number voids the first. */
export const addGuardian = command('childcare.addGuardian', {
  input: v.object({ id, guardian: guardianSchema, word: v.pipe(text('口令', childLimits.familyWord), v.regex(MEANINGFUL, '口令至少两个字。')) }),
  allow: keepingChild,
  async run(context, { id: childId, guardian, word }) {
    const { record, childRoles, caller, db, now } = context;
    const { facts } = record.document;
    const invited = contact(childId, guardian);
    const isEarlier = (other: (typeof facts.guardians)[number]) => other.id === undefined && other.phoneMask === invited.phoneMask && other.name === invited.name;
    const { code, letterId, expiresAt } = await makeLetter(context, { kind: 'child', caseId: childId, slot: 'guardian', path: caller.user?.facts.homePath ?? [], word });
    await record.move('addGuardian', { facts: { ...facts, guardians: [...facts.guardians.filter((other) => !isEarlier(other)), { ...invited, letterId, invitedBy: caller.id }] } });
    for (const earlier of facts.guardians.filter(isEarlier)) if (earlier.letterId !== undefined) await revokeLetter(db, earlier.letterId, now);
    await tellGuardians(context, record.document, `${facts.nickname}要多一位监护人，发出了一封邀请。不是您家的意思，请马上打警务室电话。`);
    return { code, expiresAt, child: childAfter(context, record, childRoles) };
  },
});
