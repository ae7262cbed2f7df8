import * as v from 'valibot';
import { query } from '../../_kit/action';
import { id } from '../../_kit/fields';
import { seeing } from '../../_kit/policy';
import { logRead } from '../store';
import { viewFor } from '../view';
import { visits } from '../visit-kind';

/** A look by staff is on record. */
export const openVisitView = query('childcare.open', {
  input: v.object({ id }),
  allow: seeing(visits),
  async run(context) {
    const { theCase, relations, caller, now } = context;
    if (!relations.includes('guardian')) await logRead({ by: caller.id, what: 'visit', caseId: theCase.facts.childId, at: now });
    return viewFor(context, theCase, relations);
  },
});
