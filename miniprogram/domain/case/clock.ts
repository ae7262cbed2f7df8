/** Clocks: what was promised by when, and who hears of it at 50, 80 and 100 percent. Pure: the time is an argument. */
import type { WorkCalendar } from '../time/calendar';
import type { CaseTypes } from './transition';

/** How much of the time is used up when somebody is told, in percent: mostly 50, 80 and 100. */
export type Mark = number;

/** A running clock, as it is kept with its case. */
export interface Clock<Name extends string = string> {
  readonly name: Name;
  readonly startedAt: number;
  readonly dueAt: number;
  /** The marks that were told of already. */
  readonly told: readonly Mark[];
}

/** A row of a table starts a clock. `due` says when it runs out; nothing = it is not needed this time. */
export interface ClockStart<T extends CaseTypes> {
  readonly clock: T['clock'];
  readonly due: (facts: T['facts'], at: number, calendar: WorkCalendar) => number | undefined;
  /** When its time begins, where that is not the moment of the move. */
  readonly from?: (facts: T['facts'], at: number) => number;
}

/** What one kind of clock does: whom it tells at which mark, and which move it makes when it runs out. */
export interface ClockRule<T extends CaseTypes> {
  readonly marks: readonly Mark[];
  /** The system's move at 100 percent, if there is one, and what it makes of the facts. */
  readonly move?: T['move'];
  readonly facts?: (facts: T['facts'], at: number) => T['facts'];
  /** What may follow from it at once. */
  readonly then?: T['move'];
}

export type ClockRules<T extends CaseTypes> = Readonly<Record<T['clock'], ClockRule<T>>>;

/** What is due on a case now: the mark to tell of, or the move to make. */
export interface DueMark<Name extends string = string> {
  readonly clock: Clock<Name>;
  readonly mark: Mark;
}

/** The clocks after a move: those it stops are gone, those it starts run afresh. */
export function clocksAfter<T extends CaseTypes>(
  clocks: readonly Clock<T['clock']>[],
  row: { readonly starts?: readonly ClockStart<T>[]; readonly stops?: readonly T['clock'][] },
  facts: T['facts'],
  at: number,
  calendar: WorkCalendar,
): Clock<T['clock']>[] {
  const started: Clock<T['clock']>[] = [];
  for (const { clock: name, due, from } of row.starts ?? []) {
    const dueAt = due(facts, at, calendar);
    if (dueAt !== undefined) started.push({ name, startedAt: from?.(facts, at) ?? at, dueAt, told: [] });
  }
  const replaced = new Set<string>([...(row.stops ?? []), ...(row.starts ?? []).map(({ clock }) => clock)]);
  return [...clocks.filter(({ name }) => !replaced.has(name)), ...started];
}

/** When a mark of a clock is reached. */
export function markAt(clock: Clock, mark: Mark): number {
  return clock.startedAt + Math.round(((clock.dueAt - clock.startedAt) * mark) / 100);
}

/** The earliest moment at which any clock wants attention; nothing when none does. */
export function nextDueAt<T extends CaseTypes>(clocks: readonly Clock<T['clock']>[], rules: ClockRules<T>): number | undefined {
  const moments = clocks.flatMap((clock) => untold(clock, rules).map((mark) => markAt(clock, mark)));
  return moments.length > 0 ? Math.min(...moments) : undefined;
}

/** For each clock the highest mark that has been reached and not told of: after a long sleep nobody gets three messages. */
export function dueMarks<T extends CaseTypes>(
  clocks: readonly Clock<T['clock']>[],
  rules: ClockRules<T>,
  at: number,
): DueMark<T['clock']>[] {
  return clocks.flatMap((clock) => {
    const reached = untold(clock, rules).filter((mark) => markAt(clock, mark) <= at);
    return reached.length > 0 ? [{ clock, mark: Math.max(...reached) }] : [];
  });
}

/** The clocks once a mark has been told of: it and the lower ones are done with. */
export function withTold<Name extends string>(clocks: readonly Clock<Name>[], { clock, mark }: DueMark<Name>): Clock<Name>[] {
  return clocks.map((each) => (each.name === clock.name ? { ...each, told: [...each.told, mark] } : each));
}

/** When this clock runs out; nothing when it does not run. */
export function dueOf<Name extends string>(clocks: readonly Clock<Name>[], name: Name): number | undefined {
  return clocks.find((clock) => clock.name === name)?.dueAt;
}

function untold<T extends CaseTypes>(clock: Clock<T['clock']>, rules: ClockRules<T>): Mark[] {
  const { marks } = rules[clock.name];
  return marks.filter((mark) => !clock.told.some((told) => told >= mark));
}
