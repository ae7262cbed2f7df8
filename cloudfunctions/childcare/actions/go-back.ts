import * as v from 'valibot';
import omit from 'lodash/omit';
import { command } from '../../_kit/action';
import { id } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { visitAfter } from '../store';
import { visits } from '../visit-kind';

/** Nobody took the child: it stays where it is, and what was shown at the door counts no more. */
export const goBack = command('childcare.back', {
  input: v.object({ id }),
  allow: involvedIn(visits),
  async run(context) {
    const { theCase } = context;
    await theCase.move('back', { facts: omit(theCase.document.facts, ['asked', 'refusal', 'exception']) });
    return visitAfter(context, theCase);
  },
});
