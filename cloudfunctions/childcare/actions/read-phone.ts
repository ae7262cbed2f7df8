import * as v from 'valibot';
import { query } from '../../_kit/action';
import { Refusal } from '../../_kit/errors';
import { id } from '../../_kit/fields';
import { contactPhone } from '../children';
import { contactBy } from '../guardians';
import { childFor } from '../policies';
import { anyone } from '../../_kit/policy';
import { logRead } from '../store';

/** For staff who must ring, while the child is expected or here. A query and not a command, so that the number is not kept as an answer; the look is logged first. */
export const readPhone = query('childcare.phone', {
  input: v.object({ childId: id, who: id }),
  allow: anyone,
  async run({ db, caller, now }, { childId, who }) {
    const { child, relations, isNear } = await childFor(db, caller, childId);
    if (relations.includes('guardian') || !isNear) throw new Refusal('FORBIDDEN');
    const phone = contactPhone(childId, contactBy(child.facts, who));
    await logRead({ by: caller.id, what: 'phone', caseId: childId, at: now });
    return { phone };
  },
});
