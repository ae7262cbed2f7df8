import * as v from 'valibot';
import { channels } from '../../../miniprogram/domain/dispute/labels';
import { disputeLimits } from '../../../miniprogram/domain/dispute/policy';
import { command } from '../../_kit/action';
import { badField } from '../../_kit/errors';
import { id, text } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { disputes } from '../kind';
import { partyOf, personSchema, summaryAfter } from '../store';

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
    const { _id, facts } = theCase.document;
    const known = facts.respondent?.name === respondent?.name ? facts.respondent : undefined; // the number of another is not the number of this one
    const party = respondent ? { ...known, ...partyOf(_id, 'respondent', respondent) } : facts.respondent;
    if (!party) throw badField('respondent', '请先填对方是谁。');
    const tries = [...facts.tries, { channel, at: now, isReached }];
    await theCase.move('invite', { facts: { ...facts, respondent: party, tries }, words, isInternal: true });
    return summaryAfter(context, theCase);
  },
});
