import * as v from 'valibot';
import { command } from '../../_kit/action';
import { id } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { assertUnlimitedFor } from '../policies';
import { visitAfter } from '../store';
import { visits } from '../visit-kind';

/** The seat goes to the next in line, and the child waits on. */
export const passOffer = command('childcare.pass', {
  input: v.object({ id }),
  allow: involvedIn(visits),
  async run(context) {
    await context.theCase.move('pass');
    await assertUnlimitedFor(context, context.theCase.document);
    return visitAfter(context, context.theCase);
  },
});
