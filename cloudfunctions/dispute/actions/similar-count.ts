import * as v from 'valibot';
import { disputeCategories } from '../../../miniprogram/domain/dispute/labels';
import { similar } from '../../../miniprogram/domain/dispute/policy';
import { query } from '../../_kit/action';
import { id } from '../../_kit/fields';
import { member } from '../../_kit/policy';
import { blindIndex, open } from '../../_kit/vault';
import { othersWhoTold } from '../similar';

/** All that somebody hears of others: a number, and never that it is one. */
export const similarCount = query('dispute.similarCount', {
  input: v.object({ buildingId: id, category: v.picklist(disputeCategories) }),
  allow: member,
  async run({ user: { _id, facts: { phone } }, now }, about) {
    const asker = { id: _id, ...(phone && { phoneIndex: blindIndex('phone', open(phone, _id)) }) };
    return { people: await othersWhoTold(about, asker, now), days: similar.days };
  },
});
