import * as v from 'valibot';
import type { AccountFacts } from '../../../miniprogram/domain/identity/account';
import { identityLimits, maskPhone, profileChangesADay } from '../../../miniprogram/domain/identity/policy';
import { DAY } from '../../../miniprogram/domain/time/format';
import { command } from '../../_kit/action';
import { indexes } from '../../_kit/collections';
import { find } from '../../_kit/database';
import { Refusal } from '../../_kit/errors';
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
    const { account, caller, now } = context;
    await refuseTooMany(caller.id, now);
    const before = account.document.facts;
    const facts: AccountFacts = {
      ...before,
      ...(name !== undefined && { name }),
      ...(number !== undefined && { phone: seal(number, caller.id), phoneMask: maskPhone(number) }),
      ...(home && (await homeAt(context, home))),
    };
    await account.move('edit', { facts });
    if (facts.name !== before.name) await renameOnRosters(context, account);
    return meOf(caller.id, account.document, now);
  },
});

/** Each change stays on the chain for years: nobody writes it full. */
async function refuseTooMany(caseId: string, now: number): Promise<void> {
  const newest = await find(indexes.eventsByCase, { caseId }, { limit: profileChangesADay });
  const oldest = newest[profileChangesADay - 1];
  if (oldest && oldest.at > now - DAY) throw new Refusal('RATE_LIMITED', { message: '今天改得太多了，请明天再改。' });
}
