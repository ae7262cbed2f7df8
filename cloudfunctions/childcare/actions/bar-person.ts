import * as v from 'valibot';
import { ulid } from 'ulid';
import { isBarred } from '../../../miniprogram/domain/childcare/guards';
import { childLimits } from '../../../miniprogram/domain/childcare/policy';
import { command } from '../../_kit/action';
import { Refusal } from '../../_kit/errors';
import { id, text } from '../../_kit/fields';
import { childAfter } from '../children';
import { guardianBy, withoutInvited } from '../guardians';
import { keepingChild } from '../policies';

/** A court's limit, or a danger that police know of: the name never passes the door again. Guardians do not read it. A guardian's own letters open nothing from then on. */
export const barPerson = command('childcare.bar', {
  input: v.object({ id, name: text('姓名', childLimits.name), reason: text('原因', childLimits.reason), who: v.exactOptional(id) }),
  allow: keepingChild,
  async run(context, { name, reason, who }) {
    const { record, childRoles, caller, now } = context;
    const { facts } = record.document;
    const guardian = who === undefined ? undefined : guardianBy(facts, who);
    if (facts.barred.filter(({ liftedAt }) => liftedAt === undefined).length >= childLimits.barred) throw new Refusal('INVALID_MOVE', { message: `最多记 ${childLimits.barred} 位。` });
    const bar = { id: ulid(now), name: guardian?.name ?? name, reason, by: caller.id, at: now, ...(guardian?.id !== undefined && { guardianId: guardian.id }) };
    const barred = [...facts.barred, bar];
    const guardians = await withoutInvited(context, facts.guardians, facts.guardians.filter((each) => isBarred({ barred }, each)));
    await record.move('bar', { facts: { ...facts, guardians, barred }, isInternal: true });
    return childAfter(context, record, childRoles);
  },
});
