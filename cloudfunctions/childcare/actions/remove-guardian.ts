import * as v from 'valibot';
import { childLimits } from '../../../miniprogram/domain/childcare/policy';
import { command } from '../../_kit/action';
import { id, text } from '../../_kit/fields';
import { revokeLetter } from '../../_kit/letters';
import { childAfter } from '../children';
import { guardianBy, shareVisits, withoutInvited } from '../guardians';
import { keepingChild } from '../policies';
import { tellGuardians } from '../store';

/** As a court's decision asks. Whom that guardian named or invited may not come either, and the open visits are no longer theirs. */
export const removeGuardian = command('childcare.removeGuardian', {
  input: v.object({ id, who: id, reason: text('原因', childLimits.reason) }),
  allow: keepingChild,
  async run(context, { who, reason }) {
    const { record, childRoles, db, now } = context;
    const { facts } = record.document;
    const gone = guardianBy(facts, who);
    const guardians = await withoutInvited(context, facts.guardians.filter((guardian) => guardian !== gone), [gone]);
    const persons = facts.persons.map((person) => (person.addedBy === gone.id && person.removedAt === undefined ? { ...person, removedAt: now } : person));
    await record.move('removeGuardian', { facts: { ...facts, guardians, persons }, words: reason, isInternal: true });
    if (gone.letterId !== undefined) await revokeLetter(db, gone.letterId, now);
    await shareVisits(context, record.document, '监护人有变动。');
    await tellGuardians(context, record.document, `${facts.nickname}的监护人由民警改过了，请点开看一看。`);
    return childAfter(context, record, childRoles);
  },
});
