import * as v from 'valibot';
import { query } from '../../_kit/action';
import { id } from '../../_kit/fields';
import { seeing } from '../../_kit/policy';
import { viewFor } from '../view';
import { visits } from '../visit-kind';

export const openVisitView = query('childcare.open', {
  input: v.object({ id }),
  allow: seeing(visits),
  run: (context) => viewFor(context, context.theCase, context.relations),
});
