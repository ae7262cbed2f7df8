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

/** One sitting: when it was, who held it, and what was written down. */
export interface Sitting {
  readonly order: number;
  readonly startedAt: number;
  readonly endedAt?: number;
  readonly who: string;
  readonly words: readonly string[];
  readonly outcome: 'open' | 'adjourned' | 'agreed' | 'failed' | 'stopped';
}

/** Moves whose words are said of the sitting that is under way. */
const ofSitting: ReadonlySet<string> = new Set(['record', 'adjourn', 'note', 'fail']);
const outcomes: Readonly<Partial<Record<string, Sitting['outcome']>>> = { adjourn: 'adjourned', agree: 'agreed', fail: 'failed', lapse: 'failed', refuse: 'stopped', withdraw: 'stopped', correctRespondent: 'stopped' };

/** Every time that both sat down, oldest first. */
export function sittingsOf({ events }: Pick<PaperRecord, 'events'>): Sitting[] {
  const sittings: Sitting[] = [];
  for (const { move, at, who, words, isInternal } of events) {
    if (move === 'sit') sittings.push({ order: sittings.length + 1, startedAt: at, who, words: [], outcome: 'open' });
    const last = sittings[sittings.length - 1];
    if (last?.outcome !== 'open') continue;
    const outcome = outcomes[move];
    const isOfIt = ofSitting.has(move) && words !== undefined && !isInternal;
    sittings[sittings.length - 1] = { ...last, ...(isOfIt && { words: [...last.words, words] }), ...(outcome && { outcome, endedAt: at }) };
  }
  return sittings;
}

/** The last time that this move was made. */
export function lastOf({ events }: Pick<PaperRecord, 'events'>, move: DisputeMove): RecordedEvent | undefined {
  return events.filter((event) => event.move === move).pop();
}

/** When both had signed, which is when it holds (人民调解法 第29、30条). */
export function agreedAt(record: Pick<PaperRecord, 'events'>): number | undefined {
  return lastOf(record, 'agree')?.at;
}

export function isAgreed(record: Pick<PaperRecord, 'events'>): boolean {
  return agreedAt(record) !== undefined;
}

export function isSettledOnSpot(record: Pick<PaperRecord, 'events'>): boolean {
  return lastOf(record, 'settle') !== undefined;
}

/** It ended without an agreement. */
export function hasEndedEarly({ state }: Pick<PaperRecord, 'state'>): boolean {
  return ['declined', 'refused', 'failed', 'withdrawn'].includes(state);
}

/** Both agreed to talk. */
export function isAccepted(record: Pick<PaperRecord, 'events'>): boolean {
  return lastOf(record, 'accept') !== undefined;
}

export function wasInvited(record: Pick<PaperRecord, 'events'>): boolean {
  return lastOf(record, 'invite') !== undefined;
}

export function wasMediated(record: Pick<PaperRecord, 'events'>): boolean {
  return lastOf(record, 'sit') !== undefined;
}

/** The committee under whose name a community's mediators work (人民调解法 第8条: each committee of residents has one). */
export function committeeOf({ places }: Pick<PaperRecord, 'places'>): string {
  return `${places.community}人民调解委员会`;
}
