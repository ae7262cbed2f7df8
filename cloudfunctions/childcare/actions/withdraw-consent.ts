import * as v from 'valibot';
import omit from 'lodash/omit';
import { seatedStates } from '../../../miniprogram/domain/childcare/transitions';
import { command } from '../../_kit/action';
import type { VisitDocument } from '../../_kit/care-documents';
import { handleOf } from '../../_kit/case-engine';
import { collections } from '../../_kit/collections';
import { id } from '../../_kit/fields';
import { childAfter } from '../children';
import { keepingChild } from '../policies';
import { tellGuardians } from '../store';
import { visits } from '../visit-kind';

/** The child has not come yet. */
const toCome: readonly string[] = ['waitlisted', ...seatedStates];

/** The note about health goes at once, and what is booked is given up: nobody searches for a child who was not to come. A child who is at the post goes home with a guardian. */
export const withdrawConsent = command('childcare.withdrawConsent', {
  input: v.object({ id }),
  allow: keepingChild,
  async run(context) {
    const { record, childRoles, db, now } = context;
    const { facts } = record.document;
    const { consent } = facts;
    const ending: VisitDocument[] = [];
    for (const { id: visitId } of facts.visits) {
      const visit = await db.get(collections.visits, visitId);
      if (visit && toCome.includes(visit.state)) ending.push(visit);
    }
    const left = facts.visits.filter((visit) => !ending.some(({ _id }) => _id === visit.id));
    await record.move('withdrawConsent', { facts: { ...omit(facts, ['allergy']), visits: left, ...(consent && { consent: { ...consent, withdrawnAt: consent.withdrawnAt ?? now } }) } });
    for (const visit of ending) await handleOf(visits, context, visit).move('cancel', { facts: { ...visit.facts, endedAt: now } });
    await tellGuardians(context, record.document, `${record.document.facts.nickname}的同意由一位监护人收回了，约好的托管都取消了。不是您家的意思，请马上打警务室电话。`);
    return childAfter(context, record, childRoles);
  },
});
