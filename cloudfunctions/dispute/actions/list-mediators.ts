import * as v from 'valibot';
import { query } from '../../_kit/action';
import { indexes } from '../../_kit/collections';
import { tally } from '../../_kit/database';
import { id } from '../../_kit/fields';
import { seeing } from '../../_kit/policy';
import { rosterOf } from '../../_kit/staff';
import { disputes } from '../kind';
import { mediatorsFor } from '../mediators';

/** Open cases that are counted, of all mediators together: who has the least is seen long before. */
const MOST_COUNTED = 500;

/** Those who may mediate this dispute, with how much each has at hand. */
export const listMediators = query('dispute.mediators', {
  input: v.object({ id }),
  allow: seeing(disputes),
  async run({ theCase, db, now }) {
    const { facts } = theCase;
    const roster = await rosterOf(db, facts.place.path);
    const available = mediatorsFor(roster, facts, now);
    const ids = available.map(({ id: mediator }) => mediator);
    const counted = ids.length === 0 ? [] : await tally(indexes.disputesByMediator, { mediator: ids, isOpen: true }, { by: ['mediator'], before: '', most: MOST_COUNTED });
    const atHand = new Map(counted.map(({ mediator, all }) => [mediator, all]));
    const mediators = available.map(({ id: mediator, name }) => ({ id: mediator, name, about: facts.track === 'security' ? '民警' : '人民调解员', openCases: atHand.get(mediator) ?? 0 }));
    return { mediators: mediators.sort((a, b) => a.openCases - b.openCases) };
  },
});
