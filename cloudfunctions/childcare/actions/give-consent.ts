import * as v from 'valibot';
import { hasConsent } from '../../../miniprogram/domain/childcare/guards';
import { command } from '../../_kit/action';
import { id } from '../../_kit/fields';
import { childAfter } from '../children';
import { keepingChild } from '../policies';
import { consentVersion } from '../store';

export const giveConsent = command('childcare.consent', {
  input: v.object({ id, version: consentVersion }),
  allow: keepingChild,
  async run(context, { version }) {
    const { record, childRoles, caller, now } = context;
    const { facts } = record.document;
    const { consent: earlier } = facts;
    const since = earlier && hasConsent(facts) ? { since: earlier.since ?? earlier.at } : {};
    await record.move('consent', { facts: { ...facts, consent: { version, by: caller.id, at: now, ...since } } });
    return childAfter(context, record, childRoles);
  },
});
