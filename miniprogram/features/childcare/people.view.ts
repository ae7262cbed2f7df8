/** Somebody who comes for the child: what is asked of them, and what is wrong with it. */
import type { GuardianInput } from '../../../typings/contract/childcare-actions';
import type { Kinship } from '../../../typings/contract/childcare-words';
import type { Choice } from '../../components/choice-tiles/choice-tiles.view';
import { kinshipLabels, kinships } from '../../domain/childcare/labels';
import { isPhone } from '../../domain/identity/policy';

export interface PersonForm {
  readonly name: string;
  readonly kinship: string;
  readonly phone: string;
}

export const emptyPerson: PersonForm = { name: '', kinship: '', phone: '' };

export const kinshipTiles: Choice[] = kinships.map((value) => ({ value, label: kinshipLabels[value] }));

export function problemsOf({ name, kinship, phone }: PersonForm): Record<string, string> {
  return {
    ...(name.trim() === '' && { name: '请写怎么称呼，例如“外婆”。' }),
    ...(!isKinship(kinship) && { kinship: '请点是孩子的什么人。' }),
    ...(!isPhone(phone.trim()) && { phone: '请写 11 位手机号，或带区号的座机号。' }),
  };
}

export function personOf({ name, kinship, phone }: PersonForm): GuardianInput {
  return { name: name.trim(), kinship: isKinship(kinship) ? kinship : 'other', phone: phone.trim() };
}

export function isKinship(word: string): word is Kinship {
  return (kinships as readonly string[]).includes(word);
}

/** `person.name` of the server is `name` here. */
export function ownNames(problems: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(problems).map(([field, words]) => [field.split('.').pop() ?? field, words]));
}
