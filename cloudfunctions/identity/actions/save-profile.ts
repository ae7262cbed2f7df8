import * as v from 'valibot';
import type { AccountFacts } from '../../../miniprogram/domain/identity/account';
import { identityLimits, maskPhone } from '../../../miniprogram/domain/identity/policy';
import { command } from '../../_kit/action';
import { id, phone, text } from '../../_kit/fields';
import { seal } from '../../_kit/vault';
import { renameOnRosters } from '../grants';
import { homeAt, meOf, ownAccount } from '../store';

export const saveProfile = command('identity.saveProfile', {
  input: v.object({
    name: v.exactOptional(text('姓名', identityLimits.name)),
    phone: v.exactOptional(phone),
    home: v.exactOptional(v.object({ buildingId: id, unit: v.exactOptional(text('单元', identityLimits.unit)) })),
  }),
  allow: ownAccount,
  async run(context, { name, phone: number, home }) {
    const { account, caller, db, now } = context;
    const before = account.document.facts;
    const facts: AccountFacts = {
      ...before,
      ...(name !== undefined && { name }),
      ...(number !== undefined && { phone: seal(number, caller.id), phoneMask: maskPhone(number) }),
      ...(home && (await homeAt(db, home))),
    };
    await account.move('edit', { facts });
    if (facts.name !== before.name) await renameOnRosters(context, account);
    return meOf(caller.id, account.document, now);
  },
});
