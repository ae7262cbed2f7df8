import * as v from 'valibot';
import { grantedRoles } from '../../../miniprogram/domain/identity/labels';
import { command } from '../../_kit/action';
import { takeCase } from '../../_kit/case-engine';
import { id, moment } from '../../_kit/fields';
import { giveOffice, scopeAt } from '../grants';
import { accounts, administering, assertWithin, personRow } from '../store';

export const grantRole = command('identity.grantRole', {
  input: v.object({ personId: id, role: v.picklist(grantedRoles, '请选身份。'), scopeId: id, until: v.exactOptional(moment) }),
  allow: administering,
  async run(context, { personId, scopeId, ...office }) {
    const place = await scopeAt(context.db, scopeId);
    assertWithin(context.scopes, place.path);
    const account = await takeCase(accounts, context, personId);
    await giveOffice(context, account, place, office);
    return personRow(account.document, context.now);
  },
});
