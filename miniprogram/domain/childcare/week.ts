/** 一周空档: which child waits for whom, and at which time of the post. */

export interface Dismissal {
  readonly childId: string;
  /** `2026-03-03`. */
  readonly day: string;
  /** When the child leaves school. */
  readonly at: number;
}

/** From when until when a child has nobody; without an end where no brother or sister comes out later. */
export interface Gap extends Dismissal {
  readonly until?: number;
}

interface Time {
  readonly startAt: number;
  readonly endAt: number;
}

/** Who leaves before a brother or sister waits for the last of them. On a day when nobody waits for anybody each has a gap of its own. */
export function gapsOf(dismissals: readonly Dismissal[]): Gap[] {
  return dismissals.flatMap((own) => {
    const sameDay = dismissals.filter(({ day }) => day === own.day).map(({ at }) => at);
    const last = Math.max(...sameDay);
    if (own.at < last) return [{ ...own, until: last }];
    return Math.min(...sameDay) === last ? [own] : [];
  });
}

/** The first time that begins once the child is out of school and before the gap is over, else the one that is under way then. */
export function timeFor<T extends Time>({ at, until = Infinity }: Gap, times: readonly T[]): T | undefined {
  const fitting = times.filter(({ startAt, endAt }) => endAt > at && startAt < until);
  return fitting.find(({ startAt }) => startAt >= at) ?? fitting[fitting.length - 1];
}
