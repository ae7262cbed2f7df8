import * as v from 'valibot';
import { pageSize } from '../../../miniprogram/domain/dispute/policy';
import { pageSize as hazardPageSize } from '../../../miniprogram/domain/hazard/policy';
import { query } from '../../_kit/action';
import { indexes } from '../../_kit/collections';
import { find } from '../../_kit/database';
import { pageEnd } from '../../_kit/fields';
import { hazardPageOf } from '../../_kit/hazard-cards';
import { anyone } from '../../_kit/policy';
import { pageOf } from '../lists';

/** With the first page come the reader's hazards: 事项 shows both, and asks once. */
export const listMyDisputes = query('dispute.listMine', {
  input: v.object({ after: v.exactOptional(pageEnd) }),
  allow: anyone,
  async run({ caller, now }, { after }) {
    const [mine, hazards] = await Promise.all([
      find(indexes.disputesByPerson, { people: caller.id }, { limit: pageSize, after }),
      after === undefined ? find(indexes.hazardsByPerson, { people: caller.id }, { limit: hazardPageSize }) : undefined,
    ]);
    return { ...pageOf(caller, mine, 'openedKey', now), ...(hazards && { hazards: hazardPageOf(caller, hazards, 'openedKey', now) }) };
  },
});
