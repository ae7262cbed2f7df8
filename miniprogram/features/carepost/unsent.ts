/** 未发出 on this phone: kept until the server has answered, and sent again under the same id. */
import { isStale, nothingUnsent, sendAll, withoutRefused, withoutTap, withTap, type Outcome, type Shelf, type Tap, type TapAction, type Unsent } from '../../domain/childcare/taps';
import { call, CallError, newAttemptId } from '../../platform/call';
import { draftOf, keepDraft } from '../../platform/drafts';

const key = 'carepost-taps';
/** After these the same tap may still go through: nothing was decided about it. */
const undecided: readonly string[] = ['INTERNAL', 'RATE_LIMITED', 'UNAUTHENTICATED'];

const shelf: Shelf = {
  read: () => ({ ...nothingUnsent, ...draftOf<Unsent>(key) }),
  write: (unsent) => keepDraft(key, unsent),
};

let sending: Promise<boolean> | undefined;

/** What waits, and what was refused and not read yet. */
export const unsentNow = shelf.read;

/** A tap before it has its id. */
export type Deed = Pick<Tap, 'action' | 'input' | 'what' | 'at'>;

/** Kept at once; send it with `sendUnsent`. */
export function keepTap(deed: Deed): void {
  shelf.write(withTap(shelf.read(), { ...deed, attemptId: newAttemptId(), keptAt: Date.now() }));
}

/** Not while it is being sent: then nobody knows. */
export function takeBack(attemptId: string): void {
  if (!sending) shelf.write(withoutTap(shelf.read(), attemptId));
}

export function forgetRefused(): void {
  shelf.write(withoutRefused(shelf.read()));
}

/** True when nothing is left. Never two at a time. */
export function sendUnsent(): Promise<boolean> {
  sending ??= sendAll(shelf, deliver).finally(() => {
    sending = undefined;
  });
  return sending;
}

async function deliver(tap: Tap): Promise<Outcome> {
  if (isStale(tap, Date.now())) return { sentence: '过了半小时，没有替您发，请看现在谁在岗，再点一次。' };
  const { action, input, attemptId } = tap;
  try {
    await call<TapAction>(action, input, attemptId);
    return 'done';
  } catch (error) {
    if (!(error instanceof CallError)) throw error;
    const { failure } = error;
    return failure && !undecided.includes(failure.code) ? { sentence: failure.message } : 'unknown';
  }
}
