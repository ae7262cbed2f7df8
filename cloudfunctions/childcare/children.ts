/** A child's record, as one reader may see it, and the pieces that its actions write. */
import * as v from 'valibot';
import { randomBytes } from 'node:crypto';
import { ulid } from 'ulid';
import type { ChildView, PickupPersonView } from '../../typings/contract/childcare';
import type { ChildRole } from '../../typings/contract/childcare-words';
import type { GuardianInput } from '../../typings/contract/childcare-actions';
import { ageAt } from '../../miniprogram/domain/childcare/child-transitions';
import type { ChildCase, ChildFacts, Guardian, PickupPerson } from '../../miniprogram/domain/childcare/facts';
import { hasConsent, lackingOf } from '../../miniprogram/domain/childcare/guards';
import { kinships } from '../../miniprogram/domain/childcare/labels';
import { childLimits, minutes, newPersonMinutes } from '../../miniprogram/domain/childcare/policy';
import { maskPhone } from '../../miniprogram/domain/identity/policy';
import { DAY, startOfDay } from '../../miniprogram/domain/time/format';
import type { Call } from '../_kit/action';
import type { CaseHandle } from '../_kit/case-engine';
import type { CaseDocument, User } from '../_kit/collections';
import { badField } from '../_kit/errors';
import { phone, text } from '../_kit/fields';
import { blindIndex, open, seal } from '../_kit/vault';

export const kinshipSchema = v.picklist(kinships, '请选是孩子的什么人。');
export const guardianSchema = v.object({ name: text('姓名', childLimits.name), kinship: kinshipSchema, phone });
export const birthMonthSchema = v.pipe(v.string('请选出生年月。'), v.regex(/^20\d{2}-(0[1-9]|1[0-2])$/, '请选出生年月。'));

/** The guardian who calls, with the name and number of the own account. */
export function ownGuardian(childId: string, { _id, facts }: User, kinship: Guardian['kinship']): Guardian {
  if (facts.name === '') throw badField('name', '请先在“我的”里留一个称呼。');
  if (!facts.phone) throw badField('phone', '请先在“我的”里留一个电话，有急事好找您。');
  return { id: _id, ...contact(childId, { name: facts.name, kinship, phone: open(facts.phone, _id) }) };
}

/** A person's number stays sealed for this child alone. */
export function contact(childId: string, { name, kinship, phone: number }: GuardianInput): Omit<Guardian, 'id'> {
  return { name, kinship, phone: seal(number, `${childId}:contact`), phoneMask: maskPhone(number) };
}

export function contactPhone(childId: string, { phone: sealed }: Pick<Guardian, 'phone'>): string {
  return open(sealed, `${childId}:contact`);
}

/** A new person may fetch after all guardians were told for 30 minutes; 今天换人接 waits for the post's call, and ends with the day. */
export function newPerson(childId: string, person: GuardianInput, { by, now, isToday }: { readonly by: string; readonly now: number; readonly isToday: boolean }): PickupPerson {
  return {
    id: ulid(now),
    ...contact(childId, person),
    addedBy: by,
    addedAt: now,
    from: now + minutes(newPersonMinutes),
    ...(isToday && { until: startOfDay(now) + DAY }),
  };
}

export function sealedNote(childId: string, note: string): ChildFacts['allergy'] {
  return seal(note, `${childId}:allergy`);
}

/** 家庭暗号, as people say it. */
export function familyWordIndex(childId: string, word: string): string {
  return blindIndex('family word', `${childId}:${word.toLowerCase().replace(/[\s\p{P}]/gu, '')}`);
}

/** The code of a paper card: says which child it is, and opens nothing. */
export function newCardCode(): string {
  return randomBytes(12).toString('base64url');
}

export function cardIndex(code: string): string {
  return blindIndex('child card', code);
}

/** `allergy` in clear only where the caller has logged the look, or is a guardian. */
export function childView({ caller, now }: Call, child: CaseDocument<ChildCase>, relations: readonly ChildRole[], showsNote: boolean): ChildView {
  const { _id, facts } = child;
  const isGuardian = relations.includes('guardian');
  const { nickname, birthMonth, school, className, allergy, guardians, persons, barred, consent } = facts;
  return {
    id: _id,
    nickname,
    birthMonth,
    age: birthMonth === '' ? 0 : ageAt(birthMonth, now), // nothing is left of a child that was erased
    school,
    ...(className !== undefined && { className }),
    hasAllergy: allergy !== undefined,
    ...(allergy && showsNote && { allergy: open(allergy, `${_id}:allergy`) }),
    guardians: guardians.map(({ id, name, kinship, phoneMask }) => ({ ...(id !== undefined && { id }), name, kinship, isMe: id === caller.id, phone: phoneMask })),
    persons: persons.filter((person) => isListed(person, now)).map((person) => ({ ...personView(person), ...(person.from > now && { isWaiting: true }) })),
    ...(!isGuardian && { barred: barred.filter(({ liftedAt }) => liftedAt === undefined).map(({ id, name, reason }) => ({ id, name, reason })) }),
    ...(hasConsent(facts) && consent && { consent: { version: consent.version, at: consent.at } }),
    hasFamilyWord: facts.familyWord !== undefined,
    hasCard: facts.card !== undefined,
    lacking: lackingOf(facts),
    relations: [...relations],
  };
}

export function childAfter(call: Call, { document }: CaseHandle<ChildCase>, relations: readonly ChildRole[]): ChildView {
  return childView(call, document, relations, relations.includes('guardian'));
}

function isListed({ removedAt, until }: PickupPerson, now: number): boolean {
  return removedAt === undefined && (until === undefined || now < until);
}

function personView({ id, name, kinship, phoneMask, from, until }: PickupPerson): PickupPersonView {
  return { id, name, kinship, phone: phoneMask, from, isToday: until !== undefined };
}
