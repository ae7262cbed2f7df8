import * as v from 'valibot';
import { disputeLimits } from '../../../miniprogram/domain/dispute/policy';
import { command } from '../../_kit/action';
import { badField } from '../../_kit/errors';
import { id, text } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { disputes } from '../kind';
import { levelOfSettler } from '../levels';
import { partyOf, personSchema, summaryAfter } from '../store';

export const settleDispute = command('dispute.settle', {
  input: v.object({ id, settledHow: text('怎么说好的', disputeLimits.words), haveBothAgreed: v.boolean(), applicant: v.exactOptional(personSchema), respondent: v.exactOptional(personSchema) }),
  allow: involvedIn(disputes),
  async run(context, { settledHow, haveBothAgreed, applicant, respondent }) {
    const { theCase, caller, now } = context;
    const { _id } = theCase.document;
    const { isLead: _noMore, ...facts } = theCase.document.facts; // both said yes, so both are parties
    const agreed = haveBothAgreed ? { consentedAt: now } : {};
    const settled = {
      ...facts,
      applicant: { ...(facts.applicant.name === '' && applicant ? partyOf(_id, 'applicant', applicant) : facts.applicant), ...agreed },
      respondent: { ...(facts.respondent ?? (respondent ? partyOf(_id, 'respondent', respondent) : { name: '对方' })), ...agreed },
      mediator: { id: caller.id, name: caller.user?.facts.name ?? '', hasDeclared: true },
      ...levelOfSettler(caller, facts.place),
      closedAt: now,
    };
    await theCase.move('settle', { facts: settled, words: settledHow });
    if (settled.applicant.name === '') throw badField('applicant.name', '请写一方怎么称呼，回访时好找到人。');
    return summaryAfter(context, theCase);
  },
});
