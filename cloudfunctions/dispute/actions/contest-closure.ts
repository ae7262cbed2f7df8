import * as v from 'valibot';
import { disputeLimits } from '../../../miniprogram/domain/dispute/policy';
import { command } from '../../_kit/action';
import { id, text } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { disputes } from '../kind';
import { summaryAfter } from '../store';

export const contestClosure = command('dispute.contest', {
  input: v.object({ id, reason: text('还有什么没解决', disputeLimits.reason) }),
  allow: involvedIn(disputes),
  async run(context, { reason }) {
    const { theCase } = context;
    const { facts } = theCase.document;
    await theCase.move('contest', { facts: { ...facts, contests: facts.contests + 1 }, words: reason });
    return summaryAfter(context, theCase);
  },
});
