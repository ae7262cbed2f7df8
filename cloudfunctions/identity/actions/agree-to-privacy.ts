import * as v from 'valibot';
import { privacyVersion } from '../../../miniprogram/domain/identity/policy';
import { command, type WriteContext } from '../../_kit/action';
import { openCase, takeCase } from '../../_kit/case-engine';
import { collections } from '../../_kit/collections';
import { Refusal } from '../../_kit/errors';
import { text } from '../../_kit/fields';
import { anyone } from '../../_kit/policy';
import { accounts, meOf } from '../store';

/** The first consent makes the account; a later one is for a later text. Nobody agrees to a text that is not shown any more. */
export const agreeToPrivacy = command('identity.consent', {
  input: v.object({ version: text('版本', 20) }),
  allow: anyone,
  async run(context, { version }) {
    if (version !== privacyVersion) {
      throw new Refusal('INVALID_INPUT', { message: `隐私说明有了新版本（${privacyVersion}），请看过新的再同意。`, details: { version: privacyVersion } });
    }
    return meOf(context.caller.id, await agreed(context, version), context.now);
  },
});

async function agreed(context: WriteContext, version: string) {
  const { caller, db, now } = context;
  const consent = { version, at: now };
  if (!(await db.get(collections.users, caller.id))) {
    const facts = { openid: caller.openid, name: '', consent, grants: [] };
    return (await openCase(accounts, context, 'join', { id: caller.id, facts })).document;
  }
  const account = await takeCase(accounts, context, caller.id);
  const { facts } = account.document;
  if (facts.consent.version !== version) await account.move('consent', { facts: { ...facts, consent } });
  return account.document;
}
