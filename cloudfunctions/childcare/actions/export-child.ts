import * as v from 'valibot';
import { query } from '../../_kit/action';
import { Refusal } from '../../_kit/errors';
import { id } from '../../_kit/fields';
import { exportText } from '../export-text';
import { assertUnlimited, seeingChild } from '../policies';
import { logRead } from '../store';

/** 个人信息保护法 第45条: for a guardian. A query, so that the text is kept nowhere as an answer. */
export const exportChild = query('childcare.export', {
  input: v.object({ id }),
  allow: seeingChild,
  async run(context) {
    const { child, childRoles, caller, now } = context;
    if (!childRoles.includes('guardian')) throw new Refusal('FORBIDDEN', { basis: '个人信息保护法 第45条' });
    assertUnlimited(child, caller);
    const text = await exportText(context, child);
    await logRead({ by: caller.id, what: 'export', caseId: child._id, at: now });
    return { text };
  },
});
