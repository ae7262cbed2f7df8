import * as v from 'valibot';
import omit from 'lodash/omit';
import { isBarred } from '../../../miniprogram/domain/childcare/guards';
import { childLimits } from '../../../miniprogram/domain/childcare/policy';
import { preparedCommand } from '../../_kit/action';
import { handleOf } from '../../_kit/case-engine';
import { collections } from '../../_kit/collections';
import { Refusal } from '../../_kit/errors';
import { letterCode, text } from '../../_kit/fields';
import { assertWord, bindLetter, readLetter } from '../../_kit/letters';
import { member } from '../../_kit/policy';
import { children } from '../child-kind';
import { childAfter } from '../children';
import { shareVisits } from '../guardians';
import { tellGuardians } from '../store';

/** Name and number stay as the first guardian wrote them: that is the number that the post rings back. */
export const joinGuardian = preparedCommand('childcare.joinGuardian', {
  input: v.object({ code: letterCode, word: text('口令', childLimits.familyWord) }),
  allow: member,
  async prepare(context, { code, word }) {
    if ((await readLetter(context.db, code))?.kind !== 'child') throw noSuchLetter(); // and no try is counted on another kind's
    await assertWord(context, code, word);
  },
  async run(context, { code }) {
    const { db, caller } = context;
    const letter = await bindLetter(context, code);
    const child = letter.kind === 'child' ? await db.get(collections.children, letter.caseId) : undefined;
    if (!child) throw noSuchLetter();
    const { facts } = child;
    const record = handleOf(children, context, child); // the caller is nothing to it yet: the letter is what lets him in
    if (facts.guardians.some(({ id }) => id === caller.id)) return childAfter(context, record, ['guardian']);
    const maker = facts.guardians.find(({ id }) => id === letter.madeBy); // one who is no guardian any more, or is limited by a court, lets nobody in
    if (!maker || isBarred(facts, maker) || !facts.guardians.some(({ letterId }) => letterId === letter._id)) throw new Refusal('REFUSED', { message: '邀请过期或收回了，请家里人再发一封。' });
    const guardians = facts.guardians.map((guardian) => (guardian.letterId === letter._id ? { ...omit(guardian, ['letterId', 'invitedBy']), id: caller.id } : guardian));
    if (!(await record.moveBySystem('joinGuardian', { facts: { ...facts, guardians } }))) throw noSuchLetter();
    await shareVisits(context, record.document, '又一位监护人进来了。');
    await tellGuardians(context, record.document, `${facts.nickname}的另一位监护人进来了，和您看到的一样。`);
    return childAfter(context, record, ['guardian']);
  },
});

function noSuchLetter(): Refusal {
  return new Refusal('NOT_FOUND', { message: '没有这封邀请，请再看一看。' });
}
