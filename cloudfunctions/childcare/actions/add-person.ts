import * as v from 'valibot';
import { calledAs } from '../../../miniprogram/domain/childcare/names';
import { command } from '../../_kit/action';
import { id } from '../../_kit/fields';
import { childAfter, guardianSchema, newPerson } from '../children';
import { keepingChild } from '../policies';
import { tellGuardians } from '../store';

/** All guardians hear of it; it holds half an hour later, or when the post rang the stored number back. */
export const addPerson = command('childcare.addPerson', {
  input: v.object({ id, person: guardianSchema, isToday: v.boolean() }),
  allow: keepingChild,
  async run(context, { id: childId, person, isToday }) {
    const { record, childRoles, caller, now } = context;
    const { facts } = record.document;
    const added = newPerson(childId, person, { by: caller.id, now, isToday });
    await record.move('addPerson', { facts: { ...facts, persons: [...facts.persons, added] } });
    await tellGuardians(context, record.document, `${facts.nickname}加了一位能接的人：${calledAs(person)}${isToday ? '，只在今天' : ''}。不是您家的意思，请马上打警务室电话。`);
    return childAfter(context, record, childRoles);
  },
});
