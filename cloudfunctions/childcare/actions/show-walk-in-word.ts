import * as v from 'valibot';
import { query } from '../../_kit/action';
import { collections } from '../../_kit/collections';
import { Refusal } from '../../_kit/errors';
import { id } from '../../_kit/fields';
import { seeing } from '../../_kit/policy';
import { logRead } from '../store';
import { visits } from '../visit-kind';
import { walkInWordOf } from '../walk-ins';

/** Said on the telephone to who answers the number that was written down; kept nowhere. */
export const showWalkInWord = query('childcare.walkInWord', {
  input: v.object({ id }),
  allow: seeing(visits),
  async run({ theCase, relations, caller, db, now }) {
    if (relations.includes('guardian')) throw new Refusal('FORBIDDEN');
    const { childId } = theCase.facts;
    const child = await db.get(collections.children, childId);
    if (child?.facts.walkInPhone === undefined) throw new Refusal('INVALID_MOVE', { message: '家长已经进来了，不用再报数字。' });
    await logRead({ by: caller.id, what: 'walkInWord', caseId: childId, at: now });
    return { word: walkInWordOf(childId) };
  },
});
