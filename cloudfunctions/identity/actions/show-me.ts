import * as v from 'valibot';
import { query } from '../../_kit/action';
import { anyone } from '../../_kit/policy';
import { meOf } from '../store';

export const showMe = query('identity.me', {
  input: v.object({}),
  allow: anyone,
  run: async ({ caller, now }) => meOf(caller.id, caller.user, now),
});
