import * as v from 'valibot';
import { query } from '../../_kit/action';
import { Refusal } from '../../_kit/errors';
import { id } from '../../_kit/fields';
import { seeing } from '../../_kit/policy';
import { rosterOf } from '../../_kit/staff';
import { disputes } from '../kind';
import { helpersFor } from '../helpers';

/** Names that one answer holds at most. */
const MOST = 200;

/** Whom one may ask to help, for those who form a panel. */
export const listHelpers = query('dispute.helpers', {
  input: v.object({ id }),
  allow: seeing(disputes),
  async run({ theCase, relations, db, now }) {
    if (!relations.includes('officer') && !relations.includes('mediator')) throw new Refusal('FORBIDDEN');
    const roster = await rosterOf(db, theCase.facts.place.path);
    return { helpers: helpersFor(roster, theCase.facts, now).slice(0, MOST) };
  },
});
