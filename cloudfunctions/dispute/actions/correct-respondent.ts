import * as v from 'valibot';
import { disputeLimits } from '../../../miniprogram/domain/dispute/policy';
import { command } from '../../_kit/action';
import { id, text } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { disputes } from '../kind';
import { partyOf, personSchema, summaryAfter } from '../store';

/** The earlier respondent is released, and what was done with him stays in the history. */
export const correctRespondent = command('dispute.correctRespondent', {
  input: v.object({ id, respondent: personSchema, reason: text('原因', disputeLimits.reason) }),
  allow: involvedIn(disputes),
  async run(context, { respondent, reason }) {
    const { theCase } = context;
    const { _id, facts } = theCase.document;
    const { agreement: _void, mediator: _chosenWithTheOther, session: _cancelled, ...kept } = facts;
    const corrected = {
      ...kept,
      respondent: partyOf(_id, 'respondent', respondent),
      earlierRespondents: [...facts.earlierRespondents, ...(facts.respondent ? [facts.respondent.name] : [])],
      tries: [],
    };
    await theCase.move('correctRespondent', { facts: corrected, words: reason });
    return summaryAfter(context, theCase);
  },
});
