import * as v from 'valibot';
import { command } from '../../_kit/action';
import { badField } from '../../_kit/errors';
import { id } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { disputes } from '../kind';
import { summaryAfter } from '../store';

export const sitDown = command('dispute.sit', {
  input: v.object({ id, isSafe: v.boolean() }),
  allow: involvedIn(disputes),
  async run(context, { isSafe }) {
    const { theCase } = context;
    const { facts } = theCase.document;
    if (!isSafe) throw badField('isSafe', '不安全就先不要见面，请联系民警。');
    await theCase.move('sit', { facts: { ...facts, sessionsHeld: facts.sessionsHeld + 1 } });
    return summaryAfter(context, theCase);
  },
});
