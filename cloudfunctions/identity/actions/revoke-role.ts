import * as v from 'valibot';
import { identityLimits } from '../../../miniprogram/domain/identity/policy';
import { command } from '../../_kit/action';
import { liveGrants } from '../../_kit/caller';
import { takeCase } from '../../_kit/case-engine';
import { collections } from '../../_kit/collections';
import { Refusal } from '../../_kit/errors';
import { id, text } from '../../_kit/fields';
import { takeOffice } from '../grants';
import { accounts, administering, assertWithin, personRow } from '../store';

export const revokeRole = command('identity.revokeRole', {
  input: v.object({ personId: id, grantId: id, reason: text('原因', identityLimits.reason) }),
  allow: administering,
  async run(context, { personId, grantId, reason }) {
    const { caller, db, now, scopes } = context;
    const account = await takeCase(accounts, context, personId);
    const held = liveGrants(account.document, now);
    const grant = held.find((each) => each.id === grantId);
    const place = grant && (await db.get(collections.places, grant.scopeId));
    if (!grant || !place) throw new Refusal('NOT_FOUND', { message: '这项身份已经收回了。' });
    assertWithin(scopes, place.path);
    const isLastOwn = personId === caller.id && grant.role === 'admin' && held.filter(({ role }) => role === 'admin').length === 1;
    if (isLastOwn) throw new Refusal('REFUSED', { message: '不能收回自己最后一项管理员身份，请另一位管理员来办。' });
    await takeOffice(context, account, place, grantId, reason);
    return personRow(account.document, now);
  },
});
