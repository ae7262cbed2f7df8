/** 纠纷 disputes: our own defaults. The law does not set these numbers unless a line says so; a post may change them. */

/** Hours until a new dispute must be graded, by the colour that the software proposes. */
export const triageHours = { red: 1, yellow: 2, blue: 24 } as const;

/** Workdays until the respondent is contacted, answers, a mediator is chosen, a time is set. */
export const workdays = { lead: 3, contact: 3, reply: 3, choose: 2, take: 3, seal: 1, handOn: 3, overdue: 1, answer: 2, claim: 3 } as const;

/** Hours in which the unit that a dispute was passed to says that it has it. */
export const acknowledgeHours = 24;

/** Before nobody can be reached: tries, and different ways of trying. */
export const reaching = { tries: 3, channels: 2 } as const;
/** The respondent's invitation: days until it ends, wrong words until it locks, the characters of its code. */
export const invitation = { days: 7, tries: 5, length: 22 } as const;
/** Who speaks for a group (民事诉讼法解释 names two to five; five is ours). */
export const mostRepresentatives = 5;
export const mostMembers = 100;
export const mostPanel = 12;
/** What one case holds of the fusion meeting's decisions, and of whistles. */
export const mostTasks = 20;
export const mostWhistles = 20;
/** Days that all parties may add to the thirty at once. */
export const mostExtendedDays = 30;
/** 程序规定 第183条: police mediate once more, within 7 workdays of the first time. */
export const securityRetry = { times: 1, workdays: 7 } as const;
/** 程序规定 第165、185条: days in which police decide, from when mediation came to nothing. What a superior adds is written as a step. */
export const caseDays = 30;
/** 人民调解法 第33条: both apply within 30 days from when the agreement holds. Days after that on which they are reminded. */
export const confirmation = { days: 30, remindAfterDays: [1, 15, 25, 29] } as const;
/** A session may begin so long before its hour. */
export const earlyMinutes = 30;
/** The fusion meeting is on Wednesday, and over by the evening. */
export const meetingWeekday = 3;
export const meetingEndHour = 18;
/** Public nuisances: an asker learns how many told of it within so many days, from this many on. */
export const similar = { days: 30, fewest: 2, categories: ['noise', 'parking', 'pets', 'property'] } as const;

/** Days within which mediation should end (人民调解工作若干规定 第33条: "generally"); the lapse on that day is ours. */
export const mediationDays = 30;

/** Days after the last clause, or after a settlement on the spot, until somebody asks whether it held. */
export const followUpDays = [7, 30] as const;

/** Days in which a party may say 没解决 of a closed dispute. */
export const contestDays = 30;

/** Days in which it is taken up again after somebody said so or a promise was broken, and in which a closing is rated. */
export const afterwardsDays = 30;

/** From here on a dispute is yellow or red, whatever it is about. */
export const grading = {
  yellowPeople: 3,
  redPeople: 10,
  redAmountFen: 10_000_000,
  yellowFailures: 1,
  redFailures: 2,
  /** Tellings by the same person of the same kind of thing, this one included. */
  yellowTold: 2,
  redTold: 3,
} as const;

/** Mediation day is Tuesday and Friday; for disputes passed on by 110 the next one is the default. */
export const mediationWeekdays = [2, 5] as const;
/** Until this hour on the day before, a place on a mediation day can be had. */
export const mediationCutOffHour = 18;

/** A session lasts an hour and starts on the hour or the half hour, 9:00–18:00. */
export const session = { minutes: 60, stepMinutes: 30, firstHour: 9, lastHour: 18 } as const;
export const rooms = ['调解室', '会议室', '上门'] as const;

/** The longest texts, in characters. The forms count against the same numbers. */
export const disputeLimits = {
  story: 1000,
  door: 30,
  name: 20,
  reason: 300,
  words: 500,
  record: 4000,
  /** When, where, why an act took place: each in a sentence or two. */
  occurrence: 200,
  clause: 100,
  sourceNumber: 30,
  unit: 30,
  word: 20,
  clauses: 10,
  photos: 9,
  copies: 20,
  court: 30,
} as const;

/** Matters that one person tells within a day, own ones and those written down for others. */
export const filedADay = 100;
/** Moves of one party in a row, within a day and with nobody else's in between. */
export const mostInARow = 20;

/** Disputes on one page of a list. */
export const pageSize = 20;
