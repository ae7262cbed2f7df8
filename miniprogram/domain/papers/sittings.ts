/** 文书 papers: the times that both sat down, as the history tells of them. */
import type { DisputeMove } from '../../../typings/contract/dispute';
import { hasEnded, type PaperRecord, type RecordedEvent } from './record';

/** One sitting: when it was, who held it, and what was written down. */
export interface Sitting {
  readonly order: number;
  readonly startedAt: number;
  readonly endedAt?: number;
  readonly who: string;
  /** What was said, as it was recorded. */
  readonly words: readonly string[];
  /** Why it ended, where a reason was given. */
  readonly reason?: string;
  readonly outcome: 'open' | 'adjourned' | 'agreed' | 'failed' | 'stopped';
  /** Numbers of the events from the sitting's first to its last. */
  readonly versions: readonly number[];
}

const endings: Readonly<Partial<Record<DisputeMove, Exclude<Sitting['outcome'], 'open'>>>> = {
  adjourn: 'adjourned', agree: 'agreed', fail: 'failed', lapse: 'failed', refuse: 'stopped', withdraw: 'stopped', correctRespondent: 'stopped', cover: 'adjourned', warn: 'stopped', merge: 'stopped',
};

/** Oldest first. */
export function sittingsOf({ events }: Pick<PaperRecord, 'events'>): Sitting[] {
  const sittings: Sitting[] = [];
  for (const event of events) {
    const last = sittings[sittings.length - 1];
    if (event.move === 'sit') sittings.push({ order: sittings.length + 1, startedAt: event.at, who: event.who, words: [], outcome: 'open', versions: [event.version] });
    else if (last?.outcome === 'open') sittings[sittings.length - 1] = afterEvent(last, event);
    else if (last && isLateRecord(last, event)) sittings[sittings.length - 1] = { ...last, words: [`（补记）${event.words ?? ''}`] };
  }
  return sittings;
}

function afterEvent(sitting: Sitting, { move, words, at, isInternal, version }: RecordedEvent): Sitting {
  const outcome = endings[move];
  const isRecord = (move === 'record' || move === 'adjourn') && words !== undefined;
  const isReason = outcome !== undefined && move !== 'adjourn' && words !== undefined && !isInternal;
  return {
    ...sitting,
    ...(isRecord && { words: [...sitting.words, words] }),
    ...(isReason && { reason: words }),
    ...(outcome && { outcome, endedAt: at }),
    versions: [...sitting.versions, version],
  };
}

/** A mediator's note after a sitting of which nothing was written down. */
function isLateRecord({ words }: Sitting, { move, as, isInternal, words: noted }: RecordedEvent): boolean {
  return words.length === 0 && move === 'note' && as === 'mediator' && !isInternal && noted !== undefined;
}

/** A sitting of which nothing was written, as long as somebody still can. */
export function unwrittenOf(record: PaperRecord): Sitting[] {
  if (hasEnded(record)) return [];
  return sittingsOf(record).filter(({ words, outcome, reason }) => words.length === 0 && reason === undefined && outcome !== 'open');
}
