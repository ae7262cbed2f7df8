import * as v from 'valibot';
import { followUpAnswers } from '../../../miniprogram/domain/dispute/labels';
import { disputeLimits } from '../../../miniprogram/domain/dispute/policy';
import { command } from '../../_kit/action';
import { id, text } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { disputes } from '../kind';
import { summaryAfter } from '../store';

/** Both parties were asked, by an officer who did not mediate. */
export const closeDispute = command('dispute.close', {
  input: v.object({
    id,
    applicant: v.picklist(followUpAnswers, '请选申请人怎么说。'),
    respondent: v.picklist(followUpAnswers, '请选被申请人怎么说。'),
    words: text('回访情况', disputeLimits.words),
  }),
  allow: involvedIn(disputes),
  async run(context, { applicant, respondent, words }) {
    const { theCase, caller, now } = context;
    const { facts } = theCase.document;
    const followUps = [...facts.followUps, { at: now, by: caller.id, applicant, respondent }];
    await theCase.move('close', { facts: { ...facts, followUps, closedAt: now }, words, isInternal: true });
    return summaryAfter(context, theCase);
  },
});
