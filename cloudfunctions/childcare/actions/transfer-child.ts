import * as v from 'valibot';
import { childLimits } from '../../../miniprogram/domain/childcare/policy';
import { command } from '../../_kit/action';
import { id, text } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { visitAfter } from '../store';
import { visits } from '../visit-kind';

/** Nobody came: the leader hands the child to the 儿童督导员, by name and with the reason. */
export const transferChild = command('childcare.transfer', {
  input: v.object({ id, to: text('转给谁', childLimits.name), reason: text('原因', childLimits.reason) }),
  allow: involvedIn(visits),
  async run(context, { to, reason }) {
    const { theCase, now } = context;
    await theCase.move('transfer', { facts: { ...theCase.document.facts, transferredTo: to, endedAt: now }, words: `${to}：${reason}` });
    return visitAfter(context, theCase);
  },
});
