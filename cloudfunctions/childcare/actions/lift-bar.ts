import * as v from 'valibot';
import { childLimits } from '../../../miniprogram/domain/childcare/policy';
import { command } from '../../_kit/action';
import { badField } from '../../_kit/errors';
import { id, text } from '../../_kit/fields';
import { childAfter } from '../children';
import { keepingChild } from '../policies';

export const liftBar = command('childcare.liftBar', {
  input: v.object({ id, barId: id, reason: text('原因', childLimits.reason) }),
  allow: keepingChild,
  async run(context, { barId, reason }) {
    const { record, childRoles, now } = context;
    const { facts } = record.document;
    if (!facts.barred.some((each) => each.id === barId && each.liftedAt === undefined)) throw badField('barId', '没有这一条。');
    const barred = facts.barred.map((each) => (each.id === barId ? { ...each, liftedAt: now } : each));
    await record.move('liftBar', { facts: { ...facts, barred }, words: reason, isInternal: true });
    return childAfter(context, record, childRoles);
  },
});
