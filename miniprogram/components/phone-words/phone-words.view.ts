/** A sentence with the telephone numbers in it apart, so that a tap rings them. Pure. */

export interface WordPart {
  readonly key: string;
  readonly text: string;
  readonly isPhone: boolean;
}

/** Hotlines such as 110 and 12348, mobile numbers, and landlines with their area code. */
const phone = /^(?:1[12]\d(?:\d{2})?|1[3-9]\d{9}|0\d{2,3}-?\d{7,8})$/;
/** What makes a number count something: an article, a sum, a day, a door. */
const counts = /^[条款项元年月日天楼号室栋幢]/;

export function wordParts(words: string): WordPart[] {
  const runs = words.split(/(\d[\d-]*)/); // every second one is a run of digits
  return runs
    .map((text, position) => ({ key: String(position), text, isPhone: position % 2 === 1 && phone.test(text) && !counts.test(runs[position + 1] ?? '') }))
    .filter(({ text }) => text !== '');
}
