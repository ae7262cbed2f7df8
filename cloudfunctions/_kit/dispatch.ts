/** From one call of a cloud function to one action, and back to one reply. */
import * as v from 'valibot';
import type { ActionsOf, FeatureName, Reply } from '../../typings/contract/actions';
import type { Action, Asking } from './action';
import { callingOpenid, currentTime, isTimerCall } from './caller';
import { failureOf, Refusal } from './errors';

/** One handler for every action that the contract gives to the feature: one too few or too many does not compile. */
export type Handlers<F extends FeatureName> = { readonly [A in ActionsOf<F>]: Action<A> };

interface AnyAction {
  readonly answer: (asking: Asking, input: unknown) => Promise<unknown>;
}

// `userInfo`, which the platform adds to the event, is not read: the caller comes from the platform's own context.
const requestSchema = v.object({
  action: v.string(),
  input: v.unknown(),
  attemptId: v.pipe(v.string(), v.regex(/^[\w-]{8,64}$/)),
});

/** The entry point of a cloud function. It never throws: a fault is logged and answered `INTERNAL`. */
export function serve<F extends FeatureName>(feature: F, handlers: Handlers<F>, onTimer?: (now: number) => Promise<unknown>) {
  // Own properties only, so that `constructor` is not an action.
  const actions = new Map<string, AnyAction>(Object.entries(handlers));

  return async function main(event: unknown): Promise<Reply<unknown>> {
    const request = v.safeParse(requestSchema, event);
    const name = request.success ? request.output.action : 'timer';
    const attemptId = request.success ? request.output.attemptId : '';
    try {
      if (isTimerCall()) return { ok: true, data: await onTimer?.(currentTime()) };
      const action = actions.get(name);
      if (!request.success || !action) throw new Refusal('INVALID_INPUT');
      const asking = { openid: callingOpenid(), now: currentTime(), attemptId };
      return { ok: true, data: await action.answer(asking, request.output.input) };
    } catch (thrown) {
      if (!(thrown instanceof Refusal)) logFault({ feature, name, attemptId, fault: String(thrown) });
      return refused(thrown);
    }
  };
}

function refused(thrown: unknown): Reply<never> {
  return { ok: false, error: failureOf(thrown) };
}

function logFault(fault: Record<string, string>): void {
  console.error(JSON.stringify(fault));
}
