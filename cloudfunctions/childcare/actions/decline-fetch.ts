import * as v from 'valibot';
import { childLimits } from '../../../miniprogram/domain/childcare/policy';
import { command } from '../../_kit/action';
import { id, text } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { visitAfter } from '../store';
import { visits } from '../visit-kind';

/** Never a bare no: what the guardian can do instead is named. */
export const declineFetch = command('childcare.declineFetch', {
  input: v.object({ id, alternative: text('家长还能怎么办', childLimits.words) }),
  allow: involvedIn(visits),
  async run(context, { alternative }) {
    const { theCase, now } = context;
    await theCase.move('declineFetch', { facts: { ...theCase.document.facts, endedAt: now }, words: alternative });
    return visitAfter(context, theCase);
  },
});
