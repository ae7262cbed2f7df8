import * as v from 'valibot';
import { reopened } from '../../../miniprogram/domain/dispute/afterwards';
import { disputeLimits } from '../../../miniprogram/domain/dispute/policy';
import { command } from '../../_kit/action';
import { id, text } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { disputes } from '../kind';
import { summaryAfter } from '../store';

/** 重新办: soon after somebody said 没解决 or a promise was broken. What was agreed before stays on record. */
export const reopenDispute = command('dispute.reopen', {
  input: v.object({ id, reason: text('为什么重新办', disputeLimits.reason) }),
  allow: involvedIn(disputes),
  async run(context, { reason }) {
    const { theCase, now } = context;
    await theCase.move('reopen', { facts: reopened(theCase.document.facts, now), words: reason, isInternal: true });
    return summaryAfter(context, theCase);
  },
});
