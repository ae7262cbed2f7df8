import * as v from 'valibot';
import { command } from '../../_kit/action';
import { id } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { visitAfter } from '../store';
import { visits } from '../visit-kind';

/** Nobody took the child: it stays where it is. */
export const goBack = command('childcare.back', {
  input: v.object({ id }),
  allow: involvedIn(visits),
  async run(context) {
    await context.theCase.move('back');
    return visitAfter(context, context.theCase);
  },
});
