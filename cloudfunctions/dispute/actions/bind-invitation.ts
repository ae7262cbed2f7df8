import * as v from 'valibot';
import { disputeLimits } from '../../../miniprogram/domain/dispute/policy';
import { preparedCommand } from '../../_kit/action';
import { handleOf } from '../../_kit/case-engine';
import { Refusal } from '../../_kit/errors';
import { letterCode, text } from '../../_kit/fields';
import { assertWord, bindLetter } from '../../_kit/letters';
import { member } from '../../_kit/policy';
import { disputes } from '../kind';
import { assertOtherSide, invitationStateOf, invited } from '../respondent';
import { summaryAfter } from '../store';

/** Nothing of the person goes into the case but who it is: name and number come with the own yes. */
export const bindInvitation = preparedCommand('dispute.bindInvitation', {
  input: v.object({ code: letterCode, word: text('口令', disputeLimits.word) }),
  allow: member,
  prepare: (context, { code, word }) => assertWord(context, code, word),
  async run(context, { code }) {
    const { db, caller, now } = context;
    const { letter, dispute } = await invited(db, code);
    const { respondent } = dispute.facts;
    const theCase = handleOf(disputes, context, dispute); // the letter lets in who is nothing to the case yet
    if (respondent?.id === caller.id) return summaryAfter(context, theCase);
    assertOtherSide(caller, letter, dispute.facts);
    if (respondent?.id !== undefined || invitationStateOf(letter, dispute, caller.id, now) === 'expired') throw ended();
    await bindLetter(context, code);
    const bound = { ...dispute.facts, ...(respondent && { respondent: { ...respondent, id: caller.id } }) };
    if (!(await theCase.moveBySystem('bind', { facts: bound }))) throw ended();
    return summaryAfter(context, theCase);
  },
});

function ended(): Refusal {
  return new Refusal('REFUSED', { message: '邀请过期或收回了，请打警务室电话，再要一封。' });
}
