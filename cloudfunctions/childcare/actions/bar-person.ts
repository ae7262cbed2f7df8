import * as v from 'valibot';
import { ulid } from 'ulid';
import { childLimits } from '../../../miniprogram/domain/childcare/policy';
import { command } from '../../_kit/action';
import { Refusal } from '../../_kit/errors';
import { id, text } from '../../_kit/fields';
import { childAfter } from '../children';
import { keepingChild } from '../policies';

/** A court's limit, or a danger that police know of: the name never passes the door again. Guardians do not read it. */
export const barPerson = command('childcare.bar', {
  input: v.object({ id, name: text('姓名', childLimits.name), reason: text('原因', childLimits.reason) }),
  allow: keepingChild,
  async run(context, { name, reason }) {
    const { record, childRoles, caller, now } = context;
    const { facts } = record.document;
    if (facts.barred.length >= childLimits.barred) throw new Refusal('INVALID_MOVE', { message: `最多记 ${childLimits.barred} 位。` });
    await record.move('bar', { facts: { ...facts, barred: [...facts.barred, { id: ulid(now), name, reason, by: caller.id, at: now }] }, isInternal: true });
    return childAfter(context, record, childRoles);
  },
});
