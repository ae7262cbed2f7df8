/** People: our own defaults. */

/** The privacy notice that people agree to now. A new text gets a new version, and everybody is asked again. */
export const privacyVersion = '2026-11';

/** Days that a role's invitation code lives. */
export const invitationDays = 7;
/** Wrong codes that one person may try within an hour. */
export const invitationTries = 5;

/** Changes to one account within a day. */
export const profileChangesADay = 50;

/** Hours between which the officer of a community is at work; the telephone is answered at any time. */
export const dutyHours = { from: 8, until: 20 } as const;

export const identityLimits = { name: 20, unit: 20, placeName: 30, reason: 200 } as const;

/** A mainland mobile number, or a landline with its area code. */
export const phonePattern = /^(?:1[3-9]\d{9}|0\d{2,3}-?\d{7,8})$/;

/** Whether that is a telephone number as people type it: spaces and dashes do not count. */
export function isPhone(typed: string): boolean {
  return phonePattern.test(typed.replace(/[\s-]/g, ''));
}

/** `139******21`: first three, last two. */
export function maskPhone(phone: string): string {
  return `${phone.slice(0, 3)}${'*'.repeat(Math.max(0, phone.length - 5))}${phone.slice(-2)}`;
}

/** `王*四`, `王*`: the name as others may read it. */
export function maskName(name: string): string {
  const letters = [...name];
  if (letters.length <= 1) return name;
  if (letters.length === 2) return `${letters[0] ?? ''}*`;
  return `${letters[0] ?? ''}${'*'.repeat(letters.length - 2)}${letters[letters.length - 1] ?? ''}`;
}
