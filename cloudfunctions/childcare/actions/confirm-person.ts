import * as v from 'valibot';
import { childLimits } from '../../../miniprogram/domain/childcare/policy';
import { command } from '../../_kit/action';
import { badField } from '../../_kit/errors';
import { id, text } from '../../_kit/fields';
import { childAfter } from '../children';
import { keepingChild } from '../policies';

/** 今天换人接: the post rang back the number that was stored before today. */
export const confirmPerson = command('childcare.confirmPerson', {
  input: v.object({ id, personId: id, words: text('怎么核对的', childLimits.words) }),
  allow: keepingChild,
  async run(context, { personId, words }) {
    const { record, childRoles, now } = context;
    const { facts } = record.document;
    if (!facts.persons.some((person) => person.id === personId && person.removedAt === undefined)) throw badField('personId', '没有这个人。');
    const persons = facts.persons.map((person) => (person.id === personId ? { ...person, from: Math.min(person.from, now) } : person));
    await record.move('confirmPerson', { facts: { ...facts, persons }, words, isInternal: true });
    return childAfter(context, record, childRoles);
  },
});
