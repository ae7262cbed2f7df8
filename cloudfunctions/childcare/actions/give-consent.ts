import * as v from 'valibot';
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
    await record.move('consent', { facts: { ...record.document.facts, consent: { version, by: caller.id, at: now } } });
    return childAfter(context, record, childRoles);
  },
});
