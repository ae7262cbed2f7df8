import * as v from 'valibot';
import { disputeLimits } from '../../../miniprogram/domain/dispute/policy';
import { command } from '../../_kit/action';
import { id, text } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { disputes } from '../kind';
import { levelOfSettler } from '../levels';
import { summaryAfter } from '../store';

export const settleDispute = command('dispute.settle', {
  input: v.object({ id, settledHow: text('怎么说好的', disputeLimits.words), haveBothAgreed: v.boolean() }),
  allow: involvedIn(disputes),
  async run(context, { settledHow, haveBothAgreed }) {
    const { theCase, caller, now } = context;
    const { isLead: _noMore, ...facts } = theCase.document.facts; // both said yes, so both are parties
    const agreed = haveBothAgreed ? { consentedAt: now } : {};
    const settled = {
      ...facts,
      applicant: { ...facts.applicant, ...agreed },
      respondent: { ...(facts.respondent ?? { name: '对方' }), ...agreed },
      mediator: { id: caller.id, name: caller.user?.facts.name ?? '', hasDeclared: true },
      ...levelOfSettler(caller, facts.place),
      closedAt: now,
    };
    await theCase.move('settle', { facts: settled, words: settledHow });
    return summaryAfter(context, theCase);
  },
});
