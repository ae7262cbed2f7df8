import * as v from 'valibot';
import { pageSize } from '../../../miniprogram/domain/hazard/policy';
import { query } from '../../_kit/action';
import { indexes } from '../../_kit/collections';
import { find } from '../../_kit/database';
import { pageEnd } from '../../_kit/fields';
import { hazardPageOf } from '../../_kit/hazard-cards';
import { anyone } from '../../_kit/policy';

export const listMyHazards = query('hazard.listMine', {
  input: v.object({ after: v.exactOptional(pageEnd) }),
  allow: anyone,
  async run({ caller, now }, { after }) {
    const mine = await find(indexes.hazardsByPerson, { people: caller.id }, { limit: pageSize, after });
    return hazardPageOf(caller, mine, 'openedKey', now);
  },
});
