/** What is kept of figures: sums, what each case gave to them, and how far the timer has come. */
import type { Figures } from '../../miniprogram/domain/dispute/figures';

/** Of the disputes of one station that were opened in one month. `_id` is `<station>:<month>`. */
export interface MonthlyFigures {
  readonly _id: string;
  readonly station: string;
  /** `2026-11`. */
  readonly month: string;
  readonly figures: Figures;
}

/** What one case has given to the figures of its month, so that giving it again changes nothing. `_id` is the case's. */
export interface Contribution {
  readonly _id: string;
  readonly figures: Figures;
}

/** Where the timer goes on: the order key of the last case that it saw. `_id` is what it goes through. */
export interface Cursor {
  readonly _id: string;
  readonly after: string;
}
