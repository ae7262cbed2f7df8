/** 文书 papers: the number of a dispute's file, as `桐花里调〔2026〕12号`. */
import { wallClock } from '../time/format';

/** What kind of mediation it is numbered among: the people's, or that of the police (治安调解). */
export type NumberSeries = 'people' | 'security';

const words: Readonly<Record<NumberSeries, string>> = { people: '调', security: '治调' };
/** What a community's name ends with, and a number leaves out. */
const ending = /(?:社区居民委员会|居民委员会|村民委员会|居委会|村委会|社区|村)$/;

/** `sequence` counts from 1 within one community, one series and one year. */
export function fileNumber(community: string, series: NumberSeries, year: number, sequence: number): string {
  const short = community.replace(ending, '');
  return `${short === '' ? community : short}${words[series]}〔${year}〕${sequence}号`;
}

/** The year that a number given now belongs to, on the post's calendar. */
export function numberYear(now: number): number {
  return wallClock(now).year;
}
