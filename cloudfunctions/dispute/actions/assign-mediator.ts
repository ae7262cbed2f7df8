import * as v from 'valibot';
import { command } from '../../_kit/action';
import { id } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { disputes } from '../kind';
import { chosenMediator } from '../mediators';
import { summaryAfter } from '../store';

export const assignMediator = command('dispute.assign', {
  input: v.object({ id, mediatorId: id }),
  allow: involvedIn(disputes),
  async run(context, { mediatorId }) {
    const { theCase, db, now } = context;
    const { facts } = theCase.document;
    await theCase.move('assign', { facts: { ...facts, mediator: await chosenMediator(db, facts, mediatorId, now) } });
    return summaryAfter(context, theCase);
  },
});
