/** 请另一位监护人进来: the card says nothing of the child, and the word is said. */
import { dayAndTime, weekdayName } from '../../../domain/time/format';
import { problemsOf, type PersonForm } from '../people.view';

export const shareTitle = '家里人请您一起接孩子';

/** `3月10日 12:00 周二` */
export function untilWords(at: number): string {
  return `${dayAndTime(at)} ${weekdayName(at)}`;
}

export function problemsWith(form: PersonForm, word: string): Record<string, string> {
  return { ...problemsOf(form), ...(word.replace(/\s/g, '').length < 2 && { word: '口令至少两个字。' }) };
}
