import * as v from 'valibot';
import { channels } from '../../../miniprogram/domain/dispute/labels';
import { disputeLimits } from '../../../miniprogram/domain/dispute/policy';
import { command } from '../../_kit/action';
import { id, text } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { disputes } from '../kind';
import { tried } from '../respondent';
import { personSchema, summaryAfter } from '../store';

export const inviteRespondent = command('dispute.invite', {
  input: v.object({
    id,
    channel: v.picklist(channels, '请选怎么联系的。'),
    isReached: v.boolean(),
    words: text('联系情况', disputeLimits.words),
    respondent: v.exactOptional(personSchema),
  }),
  allow: involvedIn(disputes),
  async run(context, { channel, isReached, words, respondent }) {
    const { theCase, now } = context;
    await theCase.move('invite', { facts: tried(theCase.document, { channel, at: now, isReached }, respondent), words, isInternal: true });
    return summaryAfter(context, theCase);
  },
});
