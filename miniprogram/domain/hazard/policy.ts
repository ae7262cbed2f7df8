/** 隐患 hazards: our own defaults. No law sets these numbers; a post may change them. */

/** Hours until somebody in office has looked at what was reported: at once where a life is in danger. */
export const lookHours = { danger: 1, usual: 24 } as const;

/** Workdays until somebody else has rechecked what was put right. */
export const recheckWorkdays = 3;

/** The longest time that an order gives, in days. */
export const longestDays = 90;

/** From so many failed rechecks of one item on, it may go to the department that it belongs to. */
export const failuresToEscalate = 2;

/** The longest texts, in characters. The forms count against the same numbers. */
export const hazardLimits = { story: 300, door: 30, name: 20, words: 300, department: 20, number: 10, photos: 6, items: 8, word: 20 } as const;

/** Hazards that one person reports within a day. */
export const reportedADay = 50;

/** Hazards on one page of a list. */
export const pageSize = 20;
