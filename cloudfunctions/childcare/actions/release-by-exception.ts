import * as v from 'valibot';
import { childLimits } from '../../../miniprogram/domain/childcare/policy';
import { command } from '../../_kit/action';
import { Refusal } from '../../_kit/errors';
import { id, text } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { visitAfter } from '../store';
import { visits } from '../visit-kind';

/** The second officer decides, and is another than the first. */
export const releaseByException = command('childcare.releaseByException', {
  input: v.object({ id, words: text('怎么核对的', childLimits.words) }),
  allow: involvedIn(visits),
  async run(context, { words }) {
    const { theCase, caller, now } = context;
    const { facts } = theCase.document;
    const { exception } = facts;
    const releasedTo = exception && { personId: exception.personId, name: exception.name, proof: 'exception' as const };
    await theCase.move('releaseByException', { facts: { ...facts, endedAt: now, ...(releasedTo && { releasedTo }) }, words, isInternal: true });
    if (exception?.by === caller.id) throw new Refusal('INVALID_MOVE', { message: '要另一位民警再核对一遍，才能交接。' });
    return visitAfter(context, theCase);
  },
});
