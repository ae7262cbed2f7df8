import * as v from 'valibot';
import { pageSize } from '../../../miniprogram/domain/childcare/policy';
import { query } from '../../_kit/action';
import { visitSummariesOf } from '../../_kit/care-cards';
import { indexes } from '../../_kit/collections';
import { find } from '../../_kit/database';
import { id, pageEnd } from '../../_kit/fields';
import { guarding } from '../policies';

/** Visits of the own child, newest first, as long as they are kept. */
export const listHistory = query('childcare.history', {
  input: v.object({ childId: id, after: v.exactOptional(pageEnd) }),
  allow: guarding,
  async run({ caller, now }, { childId, after }) {
    const visits = await find(indexes.visitsByChild, { childId }, { limit: pageSize, after });
    const last = visits.length === pageSize ? visits.at(-1)?.startKey : undefined;
    return { visits: visitSummariesOf(caller, visits, now), now, ...(last !== undefined && { next: last }) };
  },
});
