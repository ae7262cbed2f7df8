import * as v from 'valibot';
import omit from 'lodash/omit';
import { disputeLimits } from '../../../miniprogram/domain/dispute/policy';
import { command } from '../../_kit/action';
import { id, text } from '../../_kit/fields';
import { revokeLetter } from '../../_kit/letters';
import { involvedIn } from '../../_kit/policy';
import { disputes } from '../kind';
import { isSamePerson } from '../similar';
import { partyOf, personSchema, summaryAfter } from '../store';

/** What was the earlier one's, or agreed with him; a panel is asked of both anew. */
const his = [
  'agreement', 'mediator', 'session', 'invitation', 'invitedAt', 'repliedAt', 'respondentStory', 'respondentPhotos', 'respondentVoice',
  'acceptedAt', 'extension', 'extendedDays', 'groups', 'released',
] as const; // prettier-ignore

/** Police mediate once more with the same person at most (程序规定 第183条), under whatever name. */
const onceByPolice = ['retries', 'retryUntil'] as const;

/** The earlier respondent is released: nothing that was his or agreed with him goes on, and the history keeps it. */
export const correctRespondent = command('dispute.correctRespondent', {
  input: v.object({ id, respondent: personSchema, reason: text('原因', disputeLimits.reason) }),
  allow: involvedIn(disputes),
  async run(context, { respondent, reason }) {
    const { theCase, db, now } = context;
    const { _id, facts } = theCase.document;
    if (facts.invitation) await revokeLetter(db, facts.invitation.letterId, now);
    const named = partyOf(_id, 'respondent', respondent);
    const isSame = facts.respondent !== undefined && (isSamePerson(facts.respondent, named) || facts.respondent.name === named.name);
    const corrected = {
      ...omit(facts, isSame ? his : [...his, ...onceByPolice]),
      respondent: named,
      earlierRespondents: [...facts.earlierRespondents, ...(facts.respondent ? [facts.respondent.name] : [])],
      tries: [],
      ...(facts.held && !isSame && { held: facts.held.map(({ isByPolice: _withAnother, ...session }) => session) }),
      ...(facts.respondent?.id !== undefined && { released: facts.respondent.id }),
      ...(facts.panel && { panel: { ...facts.panel, consents: [] } }),
      ...(facts.groups?.applicant && { groups: { applicant: facts.groups.applicant } }),
    };
    await theCase.move('correctRespondent', { facts: corrected, words: reason });
    return summaryAfter(context, theCase);
  },
});
