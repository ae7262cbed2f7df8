import * as v from 'valibot';
import { canFollow, confirmationOutcomes, outcomeSentence } from '../../../miniprogram/domain/dispute/confirmation';
import { disputeLimits } from '../../../miniprogram/domain/dispute/policy';
import { command } from '../../_kit/action';
import { Refusal } from '../../_kit/errors';
import { id, text } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { disputes } from '../kind';
import { summaryAfter } from '../store';

/** What the court said: it took it in, confirmed it, or did not. */
export const recordConfirmation = command('dispute.recordConfirmation', {
  input: v.object({
    id,
    outcome: v.picklist(confirmationOutcomes, '请选法院怎么说。'),
    number: v.exactOptional(text('案号', disputeLimits.sourceNumber)),
    words: v.exactOptional(text('说明', disputeLimits.words)),
  }),
  allow: involvedIn(disputes),
  async run(context, { outcome, number, words }) {
    const { theCase } = context;
    const { facts } = theCase.document;
    const { confirmation: asked } = facts;
    if (asked && !canFollow(asked.state, outcome)) throw new Refusal('INVALID_MOVE', { message: '法院已经有答复了，请看最新进展。' });
    const confirmation = asked && { ...asked, state: outcome, ...(number !== undefined && { number }) };
    await theCase.move('recordConfirmation', { facts: { ...facts, ...(confirmation && { confirmation }) }, words: outcomeSentence(outcome, number, words) });
    return summaryAfter(context, theCase);
  },
});
