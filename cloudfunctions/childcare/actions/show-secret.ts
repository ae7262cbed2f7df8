import * as v from 'valibot';
import { query } from '../../_kit/action';
import { Refusal } from '../../_kit/errors';
import { id } from '../../_kit/fields';
import { seeing } from '../../_kit/policy';
import { secretOf } from '../codes';
import { visits } from '../visit-kind';

/** For a guardian whose child is there; a query, so that no document keeps it as an answer. */
export const showSecret = query('childcare.secret', {
  input: v.object({ id }),
  allow: seeing(visits),
  run({ theCase, relations, caller, now }) {
    if (!relations.includes('guardian')) throw new Refusal('FORBIDDEN');
    if (!['checkedIn', 'pickupPending', 'releaseRefused'].includes(theCase.state)) throw new Refusal('INVALID_MOVE', { message: '孩子签到以后才有接孩子码。' });
    return Promise.resolve({ visitId: theCase._id, secret: secretOf(theCase._id, caller.id).toString('base64'), issuedAt: now });
  },
});
