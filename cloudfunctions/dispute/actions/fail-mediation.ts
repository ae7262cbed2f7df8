import * as v from 'valibot';
import { disputeLimits } from '../../../miniprogram/domain/dispute/policy';
import { command } from '../../_kit/action';
import { badField, Refusal } from '../../_kit/errors';
import { id, text } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { disputes } from '../kind';
import { summaryAfter } from '../store';

/** Ends without agreement. What nobody disputes may be noted, so that a court need not begin anew: when both agree to that. */
export const failMediation = command('dispute.fail', {
  input: v.object({
    id,
    reason: text('原因', disputeLimits.reason),
    undisputed: v.exactOptional(text('没有争议的事实', disputeLimits.words)),
    haveBothAgreed: v.exactOptional(v.boolean()),
  }),
  allow: involvedIn(disputes),
  async run(context, { reason, undisputed, haveBothAgreed = false }) {
    const { theCase } = context;
    const { facts } = theCase.document;
    if (undisputed !== undefined && !theCase.relations.includes('mediator')) throw new Refusal('FORBIDDEN', { message: '没有争议的事实，要双方当着调解员的面同意，由调解员来记。' });
    if (undisputed !== undefined && !haveBothAgreed) throw badField('haveBothAgreed', '没有争议的事实，要双方都同意才能记。');
    const words = undisputed === undefined ? reason : `${reason}\n没有争议的事实：${undisputed}`;
    await theCase.move('fail', { facts: { ...facts, failures: (facts.failures ?? 0) + 1 }, words });
    return summaryAfter(context, theCase);
  },
});
