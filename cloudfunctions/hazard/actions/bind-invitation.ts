import * as v from 'valibot';
import { hazardLimits } from '../../../miniprogram/domain/hazard/policy';
import { preparedCommand } from '../../_kit/action';
import { handleOf } from '../../_kit/case-engine';
import { collections } from '../../_kit/collections';
import { Refusal } from '../../_kit/errors';
import { letterCode, text } from '../../_kit/fields';
import { assertWord, bindLetter, readLetter } from '../../_kit/letters';
import { member } from '../../_kit/policy';
import { hazards } from '../kind';
import { assertSomebodyElse, noSuchLetter } from '../responsible';
import { summaryAfter } from '../store';

/** The name stays as staff wrote it: nothing of the person goes into the hazard but who it is. */
export const bindInvitation = preparedCommand('hazard.bindInvitation', {
  input: v.object({ code: letterCode, word: text('口令', hazardLimits.word) }),
  allow: member,
  async prepare(context, { code, word }) {
    if ((await readLetter(context.db, code))?.kind !== 'hazard') throw noSuchLetter(); // and no try is counted on another kind's
    await assertWord(context, code, word);
  },
  async run(context, { code }) {
    const { db, caller } = context;
    const letter = await bindLetter(context, code);
    const hazard = await db.get(collections.hazards, letter.caseId);
    if (!hazard) throw noSuchLetter();
    const { facts } = hazard;
    const { responsible, invitation } = facts;
    assertSomebodyElse(caller, letter, facts);
    const theCase = handleOf(hazards, context, hazard); // the caller is nothing to it yet: the letter is what lets him in
    if (invitation?.letterId !== letter._id || !responsible) throw ended(); // taken back, or for somebody who was named before
    if (responsible.id === caller.id) return summaryAfter(context, theCase);
    const bound = { ...facts, responsible: { ...responsible, id: caller.id } };
    if (!(await theCase.moveBySystem('bind', { facts: bound, isInternal: true }))) throw ended();
    return summaryAfter(context, theCase);
  },
});

function ended(): Refusal {
  return new Refusal('REFUSED', { message: '邀请过期或收回了，请打警务室电话，再要一封。' });
}
