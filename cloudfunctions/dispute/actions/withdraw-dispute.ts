import * as v from 'valibot';
import { disputeLimits } from '../../../miniprogram/domain/dispute/policy';
import { basisBy } from '../../../miniprogram/domain/dispute/security';
import { command } from '../../_kit/action';
import { Refusal } from '../../_kit/errors';
import { id, text } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { disputes } from '../kind';
import { summaryAfter } from '../store';

/** It is the applicant's to withdraw (人民调解法 第23条; 程序规定 第179条); an officer puts down the applicant's word, and says that it is that. */
export const withdrawDispute = command('dispute.withdraw', {
  input: v.object({ id, reason: v.exactOptional(text('撤回原因', disputeLimits.reason)), isForApplicant: v.exactOptional(v.boolean()) }),
  allow: involvedIn(disputes),
  async run(context, { reason, isForApplicant = false }) {
    const { theCase } = context;
    if (isForApplicant !== theCase.relations.includes('officer')) {
      throw new Refusal('FORBIDDEN', { message: '只有申请人能撤回；民警替他记的，要是申请人自己的意思。', basis: basisBy('人民调解法 第23条', '179')(theCase.document.facts) });
    }
    await theCase.move('withdraw', { ...(reason !== undefined && { words: reason }) });
    return summaryAfter(context, theCase);
  },
});
