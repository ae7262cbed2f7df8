/** 托管 childcare: how people of the family are called in a message, which a lock screen shows to anybody: by what they are to the child. */
import type { Kinship } from '../../../typings/contract/childcare-words';
import type { ChildFacts } from './facts';
import { kinshipLabels } from './labels';

/** `外婆`, `小姨`: no name at all. */
const CALLING = /^[小大老阿外二三四堂表]*[婆公奶爷姥姑姨舅叔伯婶哥姐嫂妈爸]+$/;

export function calledAs({ name, kinship }: { readonly name: string; readonly kinship: Kinship }): string {
  if (CALLING.test(name)) return name;
  return kinship === 'other' ? '家里人' : kinshipLabels[kinship];
}

/** Somebody of the child's record; nothing for anybody else. */
export function calledOf({ guardians, persons }: Pick<ChildFacts, 'guardians' | 'persons'>, personId: string): string | undefined {
  const person = guardians.find(({ id }) => id === personId) ?? persons.find(({ id }) => id === personId);
  return person && calledAs(person);
}
