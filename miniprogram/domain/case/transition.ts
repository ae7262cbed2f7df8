/** The rules that every case shares, whatever it is about. Pure: state, relations and time are arguments. */
import type { ClockStart } from './clock';

/** The words of one kind of case: see `DisputeCase`. */
export interface CaseTypes {
  state: string;
  move: string;
  role: string;
  clock: string;
  facts: object;
}

/** One row of a transition table. A row without `from` opens a case; a row without `to` leaves the state as it is. */
export interface Transition<T extends CaseTypes> {
  readonly move: T['move'];
  readonly from?: readonly T['state'][];
  readonly to?: T['state'];
  /** Who may make the move, by what they are to the case. */
  readonly by: readonly T['role'][];
  /** Says why not, or nothing when the move is allowed. It sees the facts as they will stand after the move. */
  readonly guard?: (facts: T['facts'], at: number) => Objection | undefined;
  /** Clocks that the move starts, and those that it stops. */
  readonly starts?: readonly ClockStart<T>[];
  readonly stops?: readonly T['clock'][];
  /** The article of law behind the row, as `人民调解法 第17条`; another one for another kind of case. */
  readonly basis?: string | ((facts: T['facts']) => string);
}

/** Why a guard says no: a sentence for the person, and the article if it rests on one. */
export interface Objection {
  readonly message: string;
  readonly basis?: string;
}

/** What a move is asked of: a case in a state, and what the person is to it. */
export interface Standing<T extends CaseTypes> {
  /** Nothing, for a case that does not exist yet. */
  readonly state: T['state'] | undefined;
  readonly roles: readonly T['role'][];
  readonly facts: T['facts'];
  readonly at: number;
}

export type Decision<T extends CaseTypes> =
  | { readonly allowed: true; readonly to: T['state']; readonly row: Transition<T> }
  | { readonly allowed: false; readonly why: 'INVALID_MOVE' | 'FORBIDDEN' | 'REFUSED'; readonly said: Partial<Objection> };

/** Says whether a move is allowed, and where it leads. The server enforces it; a page asks it what to offer. */
export function decide<T extends CaseTypes>(
  table: readonly Transition<T>[],
  move: T['move'],
  standing: Standing<T>,
): Decision<T> {
  const decision = permits(table, move, standing);
  if (!decision.allowed) return { allowed: false, why: decision.why, said: saidBy(decision.row, standing.facts) };
  const objection = decision.row.guard?.(standing.facts, standing.at);
  return objection ? { allowed: false, why: objection.basis ? 'REFUSED' : 'INVALID_MOVE', said: objection } : decision;
}

type Permit<T extends CaseTypes> =
  | Extract<Decision<T>, { allowed: true }>
  | { readonly allowed: false; readonly why: 'INVALID_MOVE' | 'FORBIDDEN'; readonly row?: Transition<T> };

/** The article of the row that somebody may not use. */
function saidBy<T extends CaseTypes>(row: Transition<T> | undefined, facts: T['facts']): Partial<Objection> {
  if (row?.basis === undefined) return {};
  return { basis: typeof row.basis === 'string' ? row.basis : row.basis(facts) };
}

/** As `decide`, without the guard: what a page may offer before the person has filled in anything. */
function permits<T extends CaseTypes>(
  table: readonly Transition<T>[],
  move: T['move'],
  { state, roles }: Pick<Standing<T>, 'state' | 'roles'>,
): Permit<T> {
  const rows = table.filter((each) => each.move === move && startsFrom(each, state));
  const [first] = rows;
  if (!first) return { allowed: false, why: 'INVALID_MOVE' };
  const row = rows.find((each) => each.by.some((role) => roles.includes(role)));
  if (!row) return { allowed: false, why: 'FORBIDDEN', row: first };
  const to = row.to ?? state;
  if (to === undefined) throw new Error(`the row of "${move}" opens a case and names no state`);
  return { allowed: true, to, row };
}

/** The moves that this person may make now, in the table's order, each once. */
export function movesOpenTo<T extends CaseTypes>(
  table: readonly Transition<T>[],
  standing: Pick<Standing<T>, 'state' | 'roles'>,
): T['move'][] {
  const moves = table.map((row) => row.move).filter((move) => permits(table, move, standing).allowed);
  return [...new Set(moves)];
}

function startsFrom<T extends CaseTypes>({ from }: Transition<T>, state: T['state'] | undefined): boolean {
  return state === undefined ? from === undefined : from?.includes(state) === true;
}
