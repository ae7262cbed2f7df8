import * as v from 'valibot';
import { query } from '../../_kit/action';
import { id } from '../../_kit/fields';
import { seeing } from '../../_kit/policy';
import { hazards } from '../kind';
import { viewFor } from '../view';

export const openHazard = query('hazard.open', {
  input: v.object({ id }),
  allow: seeing(hazards),
  run: (context) => viewFor(context, context.theCase, context.relations),
});
