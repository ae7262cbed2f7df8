import * as v from 'valibot';
import { grantedRoles } from '../../../miniprogram/domain/identity/labels';
import { invitationDays } from '../../../miniprogram/domain/identity/policy';
import { DAY } from '../../../miniprogram/domain/time/format';
import { command } from '../../_kit/action';
import { collections } from '../../_kit/collections';
import { badField } from '../../_kit/errors';
import { id, moment } from '../../_kit/fields';
import { scopeAt } from '../grants';
import { invitationId, newCode } from '../invitations';
import { administering, assertWithin } from '../store';

/** The code is shown this once; what is kept of it is its keyed hash. */
export const makeInvitation = command('identity.makeInvitation', {
  input: v.object({ role: v.picklist(grantedRoles, '请选身份。'), scopeId: id, until: v.exactOptional(moment) }),
  allow: administering,
  async run({ caller, db, now, scopes }, { role, scopeId, until }) {
    assertWithin(scopes, (await scopeAt(db, scopeId)).path);
    if (until !== undefined && until <= now) throw badField('until', '到期的日子要在今天以后。');
    const code = newCode();
    const expiresAt = now + invitationDays * DAY;
    await db.create(collections.invitations, { _id: invitationId(code), role, scopeId, expiresAt, madeBy: caller.id, ...(until !== undefined && { until }) });
    return { code, expiresAt };
  },
});
