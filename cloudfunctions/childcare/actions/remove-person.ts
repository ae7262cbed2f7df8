import * as v from 'valibot';
import { command } from '../../_kit/action';
import { badField } from '../../_kit/errors';
import { id } from '../../_kit/fields';
import { childAfter } from '../children';
import { keepingChild } from '../policies';
import { tellGuardians } from '../store';

export const removePerson = command('childcare.removePerson', {
  input: v.object({ id, personId: id }),
  allow: keepingChild,
  async run(context, { personId }) {
    const { record, childRoles, now } = context;
    const { facts } = record.document;
    if (!facts.persons.some((person) => person.id === personId && person.removedAt === undefined)) throw badField('personId', '没有这个人。');
    const persons = facts.persons.map((person) => (person.id === personId ? { ...person, removedAt: now } : person));
    await record.move('removePerson', { facts: { ...facts, persons } });
    await tellGuardians(context, record.document, `${record.document.facts.nickname}去掉了一位能接的人。不是您家的意思，请马上打警务室电话。`);
    return childAfter(context, record, childRoles);
  },
});
