import * as v from 'valibot';
import { query } from '../../_kit/action';
import { indexes } from '../../_kit/collections';
import { find } from '../../_kit/database';
import { id } from '../../_kit/fields';
import { seeing } from '../../_kit/policy';
import { inOfficeOver, rosterOf } from '../../_kit/staff';
import { disputes } from '../kind';

/** A mediator with more than this is shown as having this many. */
const MOST_COUNTED = 50;

/** Those who may mediate this dispute, with how much each has at hand. */
export const listMediators = query('dispute.mediators', {
  input: v.object({ id }),
  allow: seeing(disputes),
  async run({ theCase, db, now }) {
    const { facts } = theCase;
    const roster = await rosterOf(db, facts.place.path);
    const involved = [facts.applicant.id, facts.respondent?.id, facts.agentId];
    const available = inOfficeOver(roster, 'mediator', facts.place.path, now).filter((member) => !involved.includes(member.id));
    const mediators = await Promise.all(
      available.map(async ({ id: mediator, name }) => {
        const open = await find(indexes.disputesByMediator, { mediator, isOpen: true }, { limit: MOST_COUNTED });
        return { id: mediator, name, about: '人民调解员', openCases: open.length };
      }),
    );
    return { mediators: mediators.sort((a, b) => a.openCases - b.openCases) };
  },
});
