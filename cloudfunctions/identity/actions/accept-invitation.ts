import * as v from 'valibot';
import { preparedCommand } from '../../_kit/action';
import { takeCase } from '../../_kit/case-engine';
import { collections } from '../../_kit/collections';
import { text } from '../../_kit/fields';
import { member } from '../../_kit/policy';
import { giveOffice, scopeAt } from '../grants';
import { assertNoGuess, invitationFor } from '../invitations';
import { accounts, meOf } from '../store';

export const acceptInvitation = preparedCommand('identity.acceptInvitation', {
  input: v.object({ code: text('邀请码', 40) }),
  allow: member,
  prepare: (context, { code }) => assertNoGuess(context, code),
  async run(context, { code }) {
    const { caller, db, now } = context;
    const invitation = await invitationFor(db, code, now);
    const account = await takeCase(accounts, context, caller.id);
    await giveOffice(context, account, await scopeAt(db, invitation.scopeId), invitation);
    await db.replace(collections.invitations, { ...invitation, usedBy: caller.id });
    return meOf(caller.id, account.document, now);
  },
});
