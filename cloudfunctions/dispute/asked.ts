/** 回访: what both parties said when they were asked whether it held. */
import * as v from 'valibot';
import type { FollowUpAnswer } from '../../typings/contract/dispute';
import type { DisputeFacts } from '../../miniprogram/domain/dispute/facts';
import { followUpAnswers } from '../../miniprogram/domain/dispute/labels';
import { disputeLimits } from '../../miniprogram/domain/dispute/policy';
import { id, text } from '../_kit/fields';

export const askedSchema = v.object({
  id,
  applicant: v.picklist(followUpAnswers, '请选申请人怎么说。'),
  respondent: v.picklist(followUpAnswers, '请选被申请人怎么说。'),
  words: text('回访情况', disputeLimits.words),
});

interface Answers {
  readonly applicant: FollowUpAnswer;
  readonly respondent: FollowUpAnswer;
}

export function withFollowUp(facts: DisputeFacts, { applicant, respondent }: Answers, { by, at }: { by: string; at: number }): DisputeFacts {
  return { ...facts, followUps: [...facts.followUps, { at, by, applicant, respondent }] };
}
