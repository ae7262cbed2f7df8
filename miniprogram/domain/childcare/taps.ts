/**
 * 未发出: taps of a carer whose phone has no network. Each is kept until the server has answered it: in the order of
 * the fingers, under the id that it was given then, so that none is lost and none is done twice.
 */
import type { ActionName, InputOf } from '../../../typings/contract/actions';
import { MINUTE } from '../time/format';
import { staleShiftMinutes } from './policy';

/** What may wait: it was seen by the carer, and needs no judgement of the server's. Who is handed over waits as a claim. */
export type TapAction = Extract<ActionName, 'childcare.checkIn' | 'childcare.activity' | 'childcare.back' | 'childcare.shift' | 'childcare.claimOffline'>;

export interface Tap {
  readonly action: TapAction;
  /** As the action takes it. */
  readonly input: InputOf<TapAction>;
  readonly attemptId: string;
  /** `小麦到了`: what the person who tapped would call it. */
  readonly what: string;
  /** On the server's clock, as far as the phone knew it. */
  readonly at: number;
  /** On the phone's clock, which may be wrong: only the time since then counts. */
  readonly keptAt?: number;
}

/** A tap that the server did not take, in a sentence; it stays until somebody has read it. */
export interface Refused {
  readonly attemptId: string;
  readonly sentence: string;
}

export interface Unsent {
  readonly taps: readonly Tap[];
  readonly refused: readonly Refused[];
}

/** What became of a tap: done, refused for good, or nobody knows yet. */
export type Outcome = 'done' | 'unknown' | { readonly sentence: string };

export const nothingUnsent: Unsent = { taps: [], refused: [] };

/** The last of the queue. The same thing waiting already is not put there twice: a shaking finger taps twice. */
export function withTap(unsent: Unsent, tap: Tap): Unsent {
  const [last] = unsent.taps.filter((other) => subjectOf(other) === subjectOf(tap)).slice(-1);
  const isWaiting = unsent.taps.some(({ attemptId }) => attemptId === tap.attemptId) || (last !== undefined && deedOf(last) === deedOf(tap));
  return isWaiting ? unsent : { ...unsent, taps: [...unsent.taps, tap] };
}

/** Somebody changed his mind before it was sent. */
export function withoutTap(unsent: Unsent, attemptId: string): Unsent {
  return { ...unsent, taps: unsent.taps.filter((tap) => tap.attemptId !== attemptId) };
}

/** All refusals have been read. */
export function withoutRefused(unsent: Unsent): Unsent {
  return { ...unsent, refused: [] };
}

export function afterAnswer(unsent: Unsent, attemptId: string, outcome: Outcome): Unsent {
  const tap = unsent.taps.find((each) => each.attemptId === attemptId);
  if (outcome === 'unknown' || !tap) return unsent;
  const rest = withoutTap(unsent, attemptId);
  return outcome === 'done' ? rest : { ...rest, refused: [...rest.refused, { attemptId, sentence: `${tap.what}：${outcome.sentence}` }] };
}

/** Who is at the post is told at once or not at all: an old 我在岗 would count somebody who has left since. */
export function isStale({ action, keptAt }: Pick<Tap, 'action' | 'keptAt'>, now: number): boolean {
  return action === 'childcare.shift' && keptAt !== undefined && now - keptAt > staleShiftMinutes * MINUTE;
}

/** Where the queue is kept. Read anew before each change: another page may tap meanwhile. */
export interface Shelf {
  readonly read: () => Unsent;
  readonly write: (unsent: Unsent) => void;
}

/** Sends the oldest first and stops at the first of which nobody knows what became. True when none is left. */
export async function sendAll({ read, write }: Shelf, deliver: (tap: Tap) => Promise<Outcome>): Promise<boolean> {
  for (;;) {
    const [next] = read().taps;
    if (!next) return true;
    const outcome = await deliver(next);
    if (outcome === 'unknown') return false;
    write(afterAnswer(read(), next.attemptId, outcome));
  }
}

/** What a visit waits for, the newest last. */
export function tapsOf({ taps }: Unsent, visitId: string): readonly Tap[] {
  return taps.filter((tap) => subjectOf(tap) === visitId);
}

/** The visit that it is about; the post, for a change of carers. */
function subjectOf({ input }: Tap): string {
  return 'id' in input ? input.id : input.postId;
}

/** A child is handed over once, whoever took it; everything else is the same when all that is sent is. */
function deedOf({ action, input }: Tap): string {
  return action === 'childcare.claimOffline' ? action : `${action} ${JSON.stringify(input)}`;
}
