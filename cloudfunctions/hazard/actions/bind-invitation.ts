import * as v from 'valibot';
import { hazardLimits } from '../../../miniprogram/domain/hazard/policy';
import { preparedCommand } from '../../_kit/action';
import { handleOf } from '../../_kit/case-engine';
import { Refusal } from '../../_kit/errors';
import { letterCode, text } from '../../_kit/fields';
import { assertWord, bindLetter } from '../../_kit/letters';
import { member } from '../../_kit/policy';
import { hazards } from '../kind';
import { assertSomebodyElse, invitationStateOf, letterFor } from '../responsible';
import { summaryAfter } from '../store';

/** The name stays as staff wrote it: nothing of the person goes into the hazard but who it is. */
export const bindInvitation = preparedCommand('hazard.bindInvitation', {
  input: v.object({ code: letterCode, word: text('口令', hazardLimits.word) }),
  allow: member,
  async prepare(context, { code, word }) {
    await letterFor(context.db, code); // another kind's letter is none here, and no try is counted on it
    await assertWord(context, code, word);
  },
  async run(context, { code }) {
    const { db, caller, now } = context;
    const { letter, hazard } = await letterFor(db, code);
    const { facts } = hazard;
    assertSomebodyElse(caller, letter, facts);
    const theCase = handleOf(hazards, context, hazard); // the caller is nothing to it yet: the letter is what lets him in
    const state = invitationStateOf(letter, hazard, caller.id, now);
    if (state === 'mine') return summaryAfter(context, theCase);
    if (state !== 'open' || !facts.responsible) throw ended();
    await bindLetter(context, code);
    const bound = { ...facts, responsible: { ...facts.responsible, id: caller.id } };
    if (!(await theCase.moveBySystem('bind', { facts: bound, isInternal: true }))) throw ended();
    return summaryAfter(context, theCase);
  },
});

function ended(): Refusal {
  return new Refusal('REFUSED', { message: '邀请过期或收回了，请打警务室电话，再要一封。' });
}
