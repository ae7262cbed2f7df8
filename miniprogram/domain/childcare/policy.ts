/** 托管 childcare: our own defaults (no law sets these numbers). A post may change them. */
import { MINUTE } from '../time/format';

/** Of the notice about children's data that a guardian reads and agrees to (个人信息保护法 第31条). */
export const careNoticeVersion = '2026-11';

/** Whole years; the law calls for a guardian's consent below 14 (个人信息保护法 第31条). */
export const ages = { from: 6, until: 12 } as const;
/** The longest stay, in minutes. */
export const longestStay = 120;
/** Square metres a child. */
export const areaPerChild = 4;
/** Children that one carer looks after: fewer when one of them is younger than seven. */
export const quotas = { youngerThanSeven: 8, others: 10 } as const;
/** Adults with a clean record who are there at any time (未成年人保护法 第62条). */
export const fewestAdults = 2;
/** Kept free for a child at the door. */
export const emergencySeats = 1;
/** A seat that came free is offered for so long to the first in line. */
export const offerMinutes = 10;
/** From so long before its time a booked visit is expected. */
export const openMinutes = 30;
/** A new person may fetch from so long after all guardians were told; at once when the post rang back. */
export const newPersonMinutes = 30;
/** Pickup codes: digits, minutes until the next, how many within those minutes (换一个), wrong ones until it locks. */
export const codes = { digits: 6, minutes: 15, variants: 3, failures: 5 } as const;
/** A child who came without a booking: until the guardian's own consent. */
export const walkInConsentMinutes = 120;
/** An offline roster is good for so long. */
export const offlineMinutes = 120;
/** 我在岗 and 下岗 that found no network for so long are not sent any more. */
export const staleShiftMinutes = 30;

/** Somebody must have set out for a child at school by then; the leader hears of it otherwise. */
export const fetchMinutes = 10;

/** Minutes after the time at which the next rung is due. */
export const noShowLadder = { message: 10, callGuardian: 15, callSchool: 20, search: 25 } as const;
export const lateLadder = { message: 0, callGuardians: 15, callContacts: 30, leader: 60 } as const;

/** Days, and for codes hours, that personal data stays. */
export const retention = { codeHours: 24, handoverDays: 7, visitDays: 90, logDays: 3 * 365, withdrawnDays: 30, unconsentedHours: 24 } as const;

/** A look into the record of an adult counts for so many days (未成年人保护法 第62条: every year). */
export const vettedDays = 365;
/** Who somebody at the door is was judged at most so many minutes before the handover. */
export const askedMinutes = 15;

export const childLimits = { nickname: 10, school: 30, className: 20, allergy: 200, name: 20, reason: 300, words: 300, familyWord: 20, persons: 10, guardians: 4, barred: 10 } as const;
export const pageSize = 20;
/** Days ahead that can be booked. */
export const bookableDays = 14;

export function minutes(count: number): number {
  return count * MINUTE;
}
