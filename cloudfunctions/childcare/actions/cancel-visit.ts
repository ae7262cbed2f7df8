import * as v from 'valibot';
import { childLimits } from '../../../miniprogram/domain/childcare/policy';
import { command } from '../../_kit/action';
import { id, text } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { assertUnlimitedFor } from '../policies';
import { visitAfter } from '../store';
import { visits } from '../visit-kind';

/** The seat is offered to the first in line in the same moment. */
export const cancelVisit = command('childcare.cancel', {
  input: v.object({ id, reason: v.exactOptional(text('原因', childLimits.reason)) }),
  allow: involvedIn(visits),
  async run(context, { reason }) {
    const { theCase, now } = context;
    await theCase.move('cancel', { facts: { ...theCase.document.facts, endedAt: now }, ...(reason !== undefined && { words: reason }) });
    await assertUnlimitedFor(context, theCase.document);
    return visitAfter(context, theCase);
  },
});
