/** The one door to the cloud: a typed call, with refusals, silence and lost connections told apart. */
import type { ActionName, Failure, InputOf, OutputOf, Reply, Request } from '../../typings/contract/actions';
import { environmentId } from './environment';

/** Seconds after which nobody waits any longer; a function itself may run for 20. */
const patience = 25;

/** Why no answer came: the phone has no network, or the answer was lost and the deed may have been done. */
export type Silence = 'offline' | 'unanswered';

/** Why a call did not give what was asked. For a refusal, `message` is the server's sentence for the person. */
export class CallError extends Error {
  readonly failure: Failure | undefined;
  readonly silence: Silence | undefined;

  constructor(why: Failure | Silence) {
    super(typeof why === 'string' ? why : why.message);
    this.failure = typeof why === 'string' ? undefined : why;
    this.silence = typeof why === 'string' ? why : undefined;
  }

  get isOffline(): boolean {
    return this.silence === 'offline';
  }
}

/** Makes the id of one intention. Keep it while the person retries: the cloud then acts once. */
export function newAttemptId(): string {
  return `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 12).padEnd(10, '0')}`;
}

/** Once, when the app starts. */
export function openCloud(): void {
  wx.cloud.init({ traceUser: true, ...(environmentId && { env: environmentId }) });
}

/** Asks the cloud. Throws a `CallError`. */
export async function call<A extends ActionName>(
  action: A,
  input: InputOf<A>,
  attemptId = newAttemptId(),
): Promise<OutputOf<A>> {
  const reply = await send({ action, input, attemptId });
  if (!reply.ok) throw new CallError(reply.error);
  return reply.data;
}

async function send<A extends ActionName>(request: Request<A>): Promise<Reply<OutputOf<A>>> {
  const [name = ''] = request.action.split('.');
  try {
    const { result } = await within(patience, wx.cloud.callFunction({ name, data: request }));
    return result as unknown as Reply<OutputOf<A>>; // the cloud function is compiled against the same contract
  } catch (error) {
    console.warn(request.action, error);
    throw new CallError(await whySilent());
  }
}

async function whySilent(): Promise<Silence> {
  try {
    const { networkType } = await wx.getNetworkType();
    return networkType === 'none' ? 'offline' : 'unanswered';
  } catch {
    return 'unanswered';
  }
}

/** Gives up after so many seconds: a lost reply would otherwise leave the button busy for good. */
export function within<T>(seconds: number, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no reply within ${seconds} s`)), seconds * 1000);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
