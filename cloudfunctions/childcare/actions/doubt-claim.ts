import * as v from 'valibot';
import { childLimits } from '../../../miniprogram/domain/childcare/policy';
import { command } from '../../_kit/action';
import { id, text } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { visitAfter } from '../store';
import { visits } from '../visit-kind';

/** Nobody knows where the child is: police look for it. */
export const doubtClaim = command('childcare.doubtClaim', {
  input: v.object({ id, words: text('怎么核实的', childLimits.words) }),
  allow: involvedIn(visits),
  async run(context, { words }) {
    const { theCase, now } = context;
    const { facts } = theCase.document;
    await theCase.move('doubtClaim', { facts: { ...facts, endedAt: now }, words });
    return visitAfter(context, theCase);
  },
});
