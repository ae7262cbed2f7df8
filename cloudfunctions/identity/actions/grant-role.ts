import * as v from 'valibot';
import { grantedRoles } from '../../../miniprogram/domain/identity/labels';
import { command } from '../../_kit/action';
import { takeCase } from '../../_kit/case-engine';
import { Refusal } from '../../_kit/errors';
import { id, moment } from '../../_kit/fields';
import { giveOffice, scopeAt } from '../grants';
import { peopleWithin } from '../people';
import { accounts, administering, assertWithin, personRow } from '../store';

/** For people whom the admin knows of; anybody else is sent an invitation and decides. */
export const grantRole = command('identity.grantRole', {
  input: v.object({ personId: id, role: v.picklist(grantedRoles, '请选身份。'), scopeId: id, until: v.exactOptional(moment) }),
  allow: administering,
  async run(context, { personId, scopeId, ...office }) {
    const place = await scopeAt(context.db, scopeId);
    assertWithin(context.scopes, place.path);
    const account = await takeCase(accounts, context, personId);
    const [known] = await peopleWithin(context.scopes, [account.document], context.now);
    if (!known) throw new Refusal('NOT_FOUND');
    await giveOffice(context, account, place, office);
    return personRow(account.document, context.now);
  },
});
