import * as v from 'valibot';
import { ulid } from 'ulid';
import { sides } from '../../../miniprogram/domain/dispute/labels';
import { mayRing } from '../../../miniprogram/domain/dispute/relations';
import { query } from '../../_kit/action';
import { collections } from '../../_kit/collections';
import { orderKey } from '../../_kit/database';
import { Refusal } from '../../_kit/errors';
import { id } from '../../_kit/fields';
import { seeing } from '../../_kit/policy';
import { inTransaction } from '../../_kit/transaction';
import { rosterOf } from '../../_kit/staff';
import { askersOf } from '../askers';
import { disputes } from '../kind';
import { phoneOf } from '../store';

/** A query and not a command, so that the number is not kept as an answer; the look itself is logged first. */
export const readPhone = query('dispute.phone', {
  input: v.object({ id, side: v.picklist(sides) }),
  allow: seeing(disputes),
  async run({ theCase, relations, caller, db, now }, { side }) {
    const standsIn = relations.includes('leader') && askersOf(await rosterOf(db, theCase.facts.place.path), theCase.facts, now).some(({ id: asker }) => asker === caller.id);
    if (!mayRing(relations) && !standsIn) throw new Refusal('FORBIDDEN');
    const phone = phoneOf(theCase._id, side, theCase.facts);
    const _id = ulid(now);
    await inTransaction((db) => db.create(collections.readLog, { _id, by: caller.id, what: `phone of ${side}`, caseId: theCase._id, at: now, key: orderKey(now, _id) }));
    return { phone };
  },
});
