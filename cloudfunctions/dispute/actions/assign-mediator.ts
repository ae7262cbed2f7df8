import * as v from 'valibot';
import { command } from '../../_kit/action';
import { badField } from '../../_kit/errors';
import { id } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { inOfficeOver, rosterOf } from '../../_kit/staff';
import { disputes } from '../kind';
import { summaryAfter } from '../store';

export const assignMediator = command('dispute.assign', {
  input: v.object({ id, mediatorId: id }),
  allow: involvedIn(disputes),
  async run(context, { mediatorId }) {
    const { theCase, db, now } = context;
    const { facts } = theCase.document;
    const roster = await rosterOf(db, facts.place.path);
    const chosen = inOfficeOver(roster, 'mediator', facts.place.path, now).find((member) => member.id === mediatorId);
    const isParty = [facts.applicant.id, facts.respondent?.id, facts.agentId].includes(mediatorId);
    if (!chosen || isParty) throw badField('mediatorId', '这位现在不能调解这件事，请换一位。');
    await theCase.move('assign', { facts: { ...facts, mediator: { id: chosen.id, name: chosen.name, hasDeclared: false } } });
    return summaryAfter(context, theCase);
  },
});
