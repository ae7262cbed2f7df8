import * as v from 'valibot';
import { command } from '../../_kit/action';
import { id } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { visitAfter } from '../store';
import { visits } from '../visit-kind';

/** In time: the seat is the child's. */
export const takeOffer = command('childcare.take', {
  input: v.object({ id }),
  allow: involvedIn(visits),
  async run(context) {
    await context.theCase.move('take');
    return visitAfter(context, context.theCase);
  },
});
