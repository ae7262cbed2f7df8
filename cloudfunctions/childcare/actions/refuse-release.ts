import * as v from 'valibot';
import { childLimits } from '../../../miniprogram/domain/childcare/policy';
import { command } from '../../_kit/action';
import { id, text } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { visitAfter } from '../store';
import { visits } from '../visit-kind';

/** Quiet on the screen: the duty officer is told, whoever stands at the door is not. */
export const refuseRelease = command('childcare.refuseRelease', {
  input: v.object({ id, reason: text('原因', childLimits.reason) }),
  allow: involvedIn(visits),
  async run(context, { reason }) {
    const { theCase } = context;
    await theCase.move('refuseRelease', { facts: { ...theCase.document.facts, refusal: reason }, words: reason, isInternal: true });
    return visitAfter(context, theCase);
  },
});
