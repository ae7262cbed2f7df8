/** 文书 papers: the one record of a dispute that all of them are written from, its facts and its history. */
import type { DisputeMove, DisputeRole, DisputeState } from '../../../typings/contract/dispute';
import type { DisputeFacts } from '../dispute/facts';

/** One move of the history, with the full name of who made it. */
export interface RecordedEvent {
  readonly version: number;
  readonly move: DisputeMove;
  readonly to: DisputeState;
  readonly at: number;
  readonly who: string;
  readonly as: DisputeRole;
  readonly words?: string;
  readonly isInternal: boolean;
}

export interface PaperRecord {
  readonly facts: DisputeFacts;
  readonly state: DisputeState;
  readonly openedAt: number;
  readonly now: number;
  /** Oldest first. */
  readonly events: readonly RecordedEvent[];
  /** Full names of the places above the dispute. */
  readonly places: { readonly station: string; readonly street: string; readonly community: string };
}

type History = Pick<PaperRecord, 'events'>;

/** The last time that this move was made. */
export function lastOf({ events }: History, move: DisputeMove): RecordedEvent | undefined {
  return events.filter((event) => event.move === move).pop();
}

/** Every time that it was made, oldest first. */
export function allOf({ events }: History, ...moves: readonly DisputeMove[]): RecordedEvent[] {
  return events.filter(({ move }) => moves.includes(move));
}

/** Moves with which a matter begins anew: what was agreed to before them was agreed to by others, or did not hold. */
const beginnings: readonly DisputeMove[] = ['correctRespondent', 'reopen'];

/** The history since it last began. */
function sinceBeginning({ events }: History): History {
  const last = events.filter(({ move }) => beginnings.includes(move)).pop();
  return { events: last ? events.filter(({ version }) => version > last.version) : events };
}

/** Both parties had said yes to the text; a written one holds from its seal on (人民调解法 第29、30条). */
export function isAgreed(record: History): boolean {
  return lastOf(sinceBeginning(record), 'agree') !== undefined;
}

export function isSettledOnSpot(record: History): boolean {
  const since = sinceBeginning(record);
  return lastOf(since, 'settle') !== undefined || lastOf(since, 'settleByPolice') !== undefined;
}

/** When both agreed to talk, who are parties now. */
export function acceptanceOf(record: History): RecordedEvent | undefined {
  return lastOf(sinceBeginning(record), 'accept');
}

export function wasInvited(record: History): boolean {
  return lastOf(record, 'invite') !== undefined;
}

export function wasMediated(record: History): boolean {
  return lastOf(record, 'sit') !== undefined;
}

const endings: readonly DisputeState[] = ['closed', 'declined', 'refused', 'failed', 'withdrawn', 'duplicate', 'dismissed'];

/** The outcome is known: only then is a file closed. */
export function hasEnded({ state }: Pick<PaperRecord, 'state'>): boolean {
  return endings.includes(state);
}

/** It ended without an agreement: refused, passed on, taken back. */
export function hasEndedWithout(record: Pick<PaperRecord, 'state' | 'events'>): boolean {
  return hasEnded(record) && !isAgreed(record) && !isSettledOnSpot(record);
}

export function isOfSecurity({ facts }: Pick<PaperRecord, 'facts'>): boolean {
  return facts.track === 'security';
}

/** The committee under whose name a community's mediators work (人民调解法 第8条: each committee of residents has one). */
export function committeeOf({ places }: Pick<PaperRecord, 'places'>): string {
  return `${places.community}人民调解委员会`;
}

/** In whose name papers are written: police mediate in that of the station (程序规定 第184条). */
export function issuerOf(record: Pick<PaperRecord, 'places' | 'facts'>): string {
  return isOfSecurity(record) ? record.places.station : committeeOf(record);
}
