import * as v from 'valibot';
import { query } from '../../_kit/action';
import { id } from '../../_kit/fields';
import { childView } from '../children';
import { seeingChild } from '../policies';
import { logRead } from '../store';

/** A look by staff is on record, and shows the note that the carer must know while the child is expected or here. */
export const showChild = query('childcare.child', {
  input: v.object({ id }),
  allow: seeingChild,
  async run(context) {
    const { child, childRoles, isNear, caller, now } = context;
    const isGuardian = childRoles.includes('guardian');
    if (!isGuardian) await logRead({ by: caller.id, what: 'child', caseId: child._id, at: now });
    return childView(context, child, childRoles, isGuardian || isNear);
  },
});
