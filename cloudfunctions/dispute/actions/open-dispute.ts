import * as v from 'valibot';
import { query } from '../../_kit/action';
import { id } from '../../_kit/fields';
import { seeing } from '../../_kit/policy';
import { disputes } from '../kind';
import { viewFor } from '../view';

export const openDispute = query('dispute.open', {
  input: v.object({ id }),
  allow: seeing(disputes),
  run: (context) => viewFor(context, context.theCase, context.relations),
});
