import * as v from 'valibot';
import { disputeLimits } from '../../../miniprogram/domain/dispute/policy';
import { command } from '../../_kit/action';
import { Refusal } from '../../_kit/errors';
import { id, text } from '../../_kit/fields';
import { revokeLetter } from '../../_kit/letters';
import { involvedIn } from '../../_kit/policy';
import { disputes } from '../kind';
import { summaryAfter } from '../store';

/** Nobody can come in with it any more; who came in already stays. */
export const revokeInvitation = command('dispute.revokeInvitation', {
  input: v.object({ id, reason: text('原因', disputeLimits.reason) }),
  allow: involvedIn(disputes),
  async run(context, { reason }) {
    const { theCase, db, now } = context;
    const { invitation, ...kept } = theCase.document.facts;
    await theCase.move('revokeInvitation', { facts: kept, words: reason, isInternal: true });
    if (!invitation) throw new Refusal('INVALID_MOVE', { message: '没有发出去的邀请。' });
    if (kept.respondent?.id !== undefined) throw new Refusal('INVALID_MOVE', { message: '对方已经进来了，收不回了。人不对，请用“换了对方”。' });
    await revokeLetter(db, invitation.letterId, now);
    return summaryAfter(context, theCase);
  },
});
