/** 所里看板: what is stuck and with whom, and rates that show what they are a part of. */
import type { DisputeState, DisputeSummary, NextStep } from './dispute';

/** `part` of `whole`; a rate is shown only with both. */
export interface Rate {
  part: number;
  whole: number;
}

/** Where it was settled: 小事不出网格. */
export type SettledLevel = 'grid' | 'policeGrid' | 'community' | 'street' | 'station';

export interface StuckWith {
  /** `沈警官`, `丁师傅`, `对方`. */
  who: string;
  count: number;
  /** The oldest of them. */
  disputes: (Pick<DisputeSummary, 'id' | 'number' | 'state' | 'place'> & { next?: NextStep })[];
}

/** What became of the cases of one month. */
export interface MonthRates {
  /** Cases that were opened in it. */
  told: number;
  /** 化解率: performed or confirmed, of those accepted. */
  resolved: Rate;
  /** Settled on the spot, of all told. */
  onTheSpot: Rate;
  /** Respondents who answered, of those invited. */
  replied: Rate;
  /** Closed ones of which somebody said 没解决. */
  contested: Rate;
}

export interface DisputeBoard extends MonthRates {
  now: number;
  /** `2026-11`: of cases that were opened in it. */
  month: string;
  open: number;
  overdue: number;
  red: number;
  openedThisMonth: number;
  stuck: StuckWith[];
  /** The month before it, to compare with. */
  before: MonthRates;
  settledAt: { level: SettledLevel; count: number }[];
  /** Mean hours in each state, of those that left it. */
  hours: { state: DisputeState; hours: number; count: number }[];
}
