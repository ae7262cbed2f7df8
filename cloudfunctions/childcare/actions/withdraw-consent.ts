import * as v from 'valibot';
import omit from 'lodash/omit';
import { command } from '../../_kit/action';
import { id } from '../../_kit/fields';
import { childAfter } from '../children';
import { keepingChild } from '../policies';

/** The note about health goes at once; a child who is at the post is handed over as before. */
export const withdrawConsent = command('childcare.withdrawConsent', {
  input: v.object({ id }),
  allow: keepingChild,
  async run(context) {
    const { record, childRoles, now } = context;
    const { facts } = record.document;
    const { consent } = facts;
    await record.move('withdrawConsent', { facts: { ...omit(facts, ['allergy']), ...(consent && { consent: { ...consent, withdrawnAt: now } }) } });
    return childAfter(context, record, childRoles);
  },
});
