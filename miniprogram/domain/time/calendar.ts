/** Which days the post works. The data is a server matter (a year's holidays are announced late); here is only its shape. */

/** Counts workdays. Throws where the year's holidays are not known: a guess would be a promise that nobody made. */
export interface WorkCalendar {
  /** The end (18:00 at the post) of the `count`-th workday after the day of `at`. */
  endOfWorkday(at: number, count: number): number;
}

/** When the post closes, in hours after midnight. */
export const CLOSING_HOUR = 18;
