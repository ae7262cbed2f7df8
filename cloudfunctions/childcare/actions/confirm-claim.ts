import * as v from 'valibot';
import { mightFetch } from '../../../miniprogram/domain/childcare/guards';
import { childLimits } from '../../../miniprogram/domain/childcare/policy';
import { command } from '../../_kit/action';
import { collections } from '../../_kit/collections';
import { Refusal } from '../../_kit/errors';
import { id, text } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { visitAfter } from '../store';
import { visits } from '../visit-kind';

/** Somebody else than who claimed it has asked the guardian; who might not fetch then, or is barred by now, is never confirmed. */
export const confirmClaim = command('childcare.confirmClaim', {
  input: v.object({ id, words: text('怎么核实的', childLimits.words) }),
  allow: involvedIn(visits),
  async run(context, { words }) {
    const { theCase, db, now } = context;
    const { facts } = theCase.document;
    const releasedTo = facts.claim && { personId: facts.claim.personId, name: facts.claim.name, called: facts.claim.called, proof: 'offline' as const };
    await theCase.move('confirmClaim', { facts: { ...facts, endedAt: facts.claim?.at ?? now, ...(releasedTo && { releasedTo }) }, words });
    const child = await db.get(collections.children, facts.childId);
    const why = !child || !facts.claim || mightFetch(child.facts, facts.claim.personId, facts.claim.at);
    if (why) throw new Refusal('REFUSED', { message: '这个人当时不能接，请点“没核实上”，马上找孩子。' });
    return visitAfter(context, theCase);
  },
});
