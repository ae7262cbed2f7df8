import * as v from 'valibot';
import { hazardLimits } from '../../../miniprogram/domain/hazard/policy';
import { command } from '../../_kit/action';
import { Refusal } from '../../_kit/errors';
import { id, text } from '../../_kit/fields';
import { revokeLetter } from '../../_kit/letters';
import { involvedIn } from '../../_kit/policy';
import { hazards } from '../kind';
import { summaryAfter } from '../store';

/** Nobody can come in with it any more, and whoever came in wrongly is out: from here on staff record again. */
export const revokeInvitation = command('hazard.revokeInvitation', {
  input: v.object({ id, reason: text('原因', hazardLimits.words) }),
  allow: involvedIn(hazards),
  async run(context, { reason }) {
    const { theCase, db, now } = context;
    const { invitation, responsible, ...kept } = theCase.document.facts;
    const facts = { ...kept, ...(responsible && { responsible: { name: responsible.name } }) };
    await theCase.move('revokeInvitation', { facts, words: reason, isInternal: true });
    if (!invitation) throw new Refusal('INVALID_MOVE', { message: '没有发出去的邀请。' });
    await revokeLetter(db, invitation.letterId, now);
    return summaryAfter(context, theCase);
  },
});
