/** How many children to reckon with, and how many adults that takes. */
import type { VisitState } from '../../../typings/contract/childcare-words';
import type { VisitFacts } from './facts';
import { fewestAdults, minutes, openMinutes, quotas } from './policy';

interface Past {
  readonly state: VisitState;
  readonly facts: Pick<VisitFacts, 'startAt' | 'checkedInAt' | 'endedAt'>;
}

interface Time {
  readonly startAt: number;
  readonly endAt: number;
  readonly children: number;
}

/** Of the seats that were kept up to the last half hour, the share for which a child came; 1 when nothing is known yet. */
export function shareThatCame(visits: readonly Past[]): number {
  const came = visits.filter(({ facts }) => facts.checkedInAt !== undefined).length;
  const missed = visits.filter(({ state, facts }) => state === 'cancelled' && facts.checkedInAt === undefined && (facts.endedAt ?? 0) > facts.startAt - minutes(openMinutes)).length;
  return came + missed === 0 ? 1 : came / (came + missed);
}

/** Children at the fullest moment of a day: times may overlap. */
export function peakOf(times: readonly Time[]): number {
  const at = (moment: number) => times.filter(({ startAt, endAt }) => startAt <= moment && moment < endAt).reduce((sum, { children }) => sum + children, 0);
  return Math.max(0, ...times.map(({ startAt }) => at(startAt)));
}

/** Adults for so many children at once; as if one of them were under seven. */
export function carersFor(children: number): number {
  return children === 0 ? 0 : Math.max(fewestAdults, Math.ceil(children / quotas.youngerThanSeven));
}
