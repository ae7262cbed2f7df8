import * as v from 'valibot';
import { childLimits } from '../../../miniprogram/domain/childcare/policy';
import { command } from '../../_kit/action';
import { id, text } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { visitAfter } from '../store';
import { visits } from '../visit-kind';

/** Somebody else than who claimed it has asked the guardian. */
export const confirmClaim = command('childcare.confirmClaim', {
  input: v.object({ id, words: text('怎么核实的', childLimits.words) }),
  allow: involvedIn(visits),
  async run(context, { words }) {
    const { theCase, now } = context;
    const { facts } = theCase.document;
    const releasedTo = facts.claim && { personId: facts.claim.personId, name: facts.claim.name, proof: 'offline' as const };
    await theCase.move('confirmClaim', { facts: { ...facts, endedAt: facts.claim?.at ?? now, ...(releasedTo && { releasedTo }) }, words });
    return visitAfter(context, theCase);
  },
});
