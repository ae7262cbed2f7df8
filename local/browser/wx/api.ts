/** The manners of wx's functions: callbacks or a promise, `errMsg`, and no silence about what is missing. */
import { addFault, textOf } from '../runtime/faults';

export interface Callbacks<R> {
  success?(result: R & { errMsg: string }): void;
  fail?(error: WxError): void;
  complete?(result: object): void;
}

export interface WxError {
  errMsg: string;
  errno?: number;
  errCode?: number;
}

/** A failure with a number, as WeChat's `errno` or `errCode`. */
export class ApiFailure extends Error {
  readonly numbers: { errno?: number; errCode?: number };

  constructor(message: string, numbers: { errno?: number; errCode?: number } = {}) {
    super(message);
    this.numbers = numbers;
  }
}

/** What `run` may give: fields of the answer, or nothing. */
type Fields = object | undefined;

type Asynchronous<O, R> = (options?: O & Callbacks<R>) => Promise<R & { errMsg: string }>;

/**
 * Makes an asynchronous API: with a callback it answers there and returns nothing, else it returns a promise.
 * What `run` throws becomes `<name>:fail <message>`.
 */
export function api<O extends object, R>(name: string, run: (options: O) => R | Promise<R>): Asynchronous<O, R extends object ? R : object> {
  return ((options: O & Callbacks<object> = {} as O) => {
    const { success, fail, complete } = options;
    const answer = Promise.resolve()
      .then(() => run(options))
      .then(
        (result) => ({ errMsg: `${name}:ok`, ...((result ?? undefined) as Fields) }),
        (error: unknown) => Promise.reject(failure(name, error)),
      );
    if (!success && !fail && !complete) return answer;
    answer.then(
      (result) => { success?.(result); complete?.(result); },
      (error: unknown) => { fail?.(error as WxError); complete?.(error as WxError); },
    );
    return undefined;
  }) as unknown as Asynchronous<O, R extends object ? R : object>;
}

/** WeChat rejects with an object; as an Error it keeps its place when nobody catches it. */
function failure(name: string, error: unknown): WxError & Error {
  const errMsg = `${name}:fail ${textOf(error)}`;
  const numbers = error instanceof ApiFailure ? error.numbers : {};
  return Object.assign(new Error(errMsg), { errMsg, ...numbers });
}

/** Anything that is asked of `target` and is not there is a fault with its full name. */
export function loud<T extends object>(path: string, target: T): T {
  return new Proxy(target, {
    get(object, key, receiver) {
      const isProbe = typeof key === 'symbol' || key in object || key === 'then' || key === 'toJSON';
      if (!isProbe) addFault(`${path}.${key} is not there in the browser`, new Error(`${path}.${key}`));
      return Reflect.get(object, key, receiver) as unknown;
    },
  });
}
