/** How an action is written: its input, who may ask, what it does. The name ties all three to the contract. */
import * as v from 'valibot';
import type { ActionName, InputOf, OutputOf } from '../../typings/contract/actions';
import { digest } from './audit';
import { identify, type Caller } from './caller';
import { collections } from './collections';
import { reader, type Reader } from './database';
import { Refusal } from './errors';
import { inTransaction, type Transaction } from './transaction';
import { blindIndex, open, seal } from './vault';

/** What the platform says of a call. */
export interface Asking {
  readonly openid: string;
  readonly now: number;
  readonly attemptId: string;
}

/** What is known of a call before its input is looked at. */
export interface Call {
  readonly caller: Caller;
  readonly now: number;
  readonly attemptId: string;
}

export interface ReadContext extends Call {
  readonly db: Reader;
}

export interface WriteContext extends Call {
  readonly db: Transaction;
  /** Work to be done when `run` has decided everything, in the same transaction. */
  readonly atEnd: (work: () => Promise<void>) => void;
}

/**
 * Decides whether the caller may go on: it throws, or grants what the action may touch. It sees the checked input, and
 * reads through the context, inside the transaction of a command.
 */
export interface Policy<Context, Input, Grant extends object> {
  /** How the policy is called in the table of permissions. */
  readonly name: string;
  readonly grant: (context: Context, input: Input) => Promise<Grant> | Grant;
}

export interface Action<A extends ActionName> {
  readonly name: A;
  readonly policy: string;
  readonly answer: (asking: Asking, input: unknown) => Promise<OutputOf<A>>;
}

type Schema = v.GenericSchema;

/** True only when both are the same type, down to which nested fields are optional. */
type Identical<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Lets a schema pass only when what it accepts is exactly what the contract says is sent. */
type Matching<S extends Schema, A extends ActionName> =
  Identical<v.InferInput<S>, InputOf<A>> extends true ? S : { 'the schema differs from the contract of': A };

interface Definition<A extends ActionName, S extends Schema, Context, Grant extends object> {
  readonly input: S & Matching<S, A>;
  readonly allow: Policy<Context, v.InferOutput<S>, Grant>;
  readonly run: (context: Context & Grant, input: v.InferOutput<S>) => Promise<OutputOf<A>>;
}

/** An action that only reads. */
export function query<A extends ActionName, S extends Schema, Grant extends object>(
  name: A,
  { input: schema, allow, run }: Definition<A, S, ReadContext, Grant>,
): Action<A> {
  return {
    name,
    policy: allow.name,
    async answer(asking, sent) {
      const input = parse(schema, sent);
      const context = { ...(await callOf(asking, reader)), db: reader };
      return run({ ...context, ...(await allow.grant(context, input)) }, input);
    },
  };
}

/**
 * An action that writes: the whole of `run` is one transaction, and a repeated `attemptId` gets the first answer.
 * `run` may be run several times, so it does nothing but read and write the database.
 */
export function command<A extends ActionName, S extends Schema, Grant extends object>(
  name: A,
  { input: schema, allow, run }: Definition<A, S, WriteContext, Grant>,
): Action<A> {
  return {
    name,
    policy: allow.name,
    async answer(asking, sent) {
      const input = parse(schema, sent);
      return transacted(name, asking, sent, (context) => allow.grant(context, input), (context) => run(context, input));
    },
  };
}

interface PreparedDefinition<A extends ActionName, S extends Schema, Grant extends object, Prepared> {
  readonly input: S & Matching<S, A>;
  readonly allow: Policy<ReadContext, v.InferOutput<S>, Grant>;
  /** What cannot be part of the transaction: files, or a count that stays when the rest is refused. May happen twice. */
  readonly prepare: (context: ReadContext & Grant, input: v.InferOutput<S>) => Promise<Prepared>;
  readonly run: (context: WriteContext & Grant, input: v.InferOutput<S>, prepared: Prepared) => Promise<OutputOf<A>>;
  /** Gives back what the work before took, when a rule said no. After a crash it never happens. */
  readonly undo?: (prepared: Prepared) => Promise<void>;
  /** Tidies up once it is written. Nothing may depend on it: after a crash it never happens. */
  readonly afterwards?: (prepared: Prepared) => Promise<void>;
}

/**
 * A command with work before its transaction. The policy is judged before that work and again inside; the work is done
 * anew on every retry, so done twice, or done in vain, it must harm nothing. It is not done for what was answered already.
 */
export function preparedCommand<A extends ActionName, S extends Schema, Grant extends object, Prepared>(
  name: A,
  { input: schema, allow, prepare, run, undo, afterwards }: PreparedDefinition<A, S, Grant, Prepared>,
): Action<A> {
  return {
    name,
    policy: allow.name,
    async answer(asking, sent) {
      const input = parse(schema, sent);
      const before = { ...(await callOf(asking, reader)), db: reader };
      const grant = await allow.grant(before, input);
      const isAnswered = (await reader.get(collections.attempts, attemptKey(name, before))) !== undefined;
      if (isAnswered) return transacted(name, asking, sent, (context) => allow.grant(context, input), () => Promise.reject(new Refusal('CONFLICT')));
      const prepared = await prepare({ ...before, ...grant }, input);
      const answer = await transacted(name, asking, sent, (context) => allow.grant(context, input), (context) => run(context, input, prepared)).catch(async (thrown: unknown) => {
        if (thrown instanceof Refusal && thrown.failure.code !== 'CONFLICT') await undo?.(prepared);
        throw thrown;
      });
      await afterwards?.(prepared).catch((fault: unknown) => console.error(JSON.stringify({ name, after: String(fault) })));
      return answer;
    },
  };
}

/** One transaction: who calls, the policy, the attempt, the work and what it left for the end. */
function transacted<A extends ActionName, Grant extends object>(
  name: A,
  asking: Asking,
  sent: unknown,
  allow: (context: WriteContext) => Promise<Grant> | Grant,
  run: (context: WriteContext & Grant) => Promise<OutputOf<A>>,
): Promise<OutputOf<A>> {
  return inTransaction(async (db) => {
    const ends: (() => Promise<void>)[] = [];
    const context: WriteContext = { ...(await callOf(asking, db)), db, atEnd: (work) => void ends.push(work) };
    const grant = await allow(context);
    return once(name, context, sent, async () => {
      const answer = await run({ ...context, ...grant });
      for (const end of ends) await end();
      return answer;
    });
  });
}

async function callOf({ openid, now, attemptId }: Asking, db: Reader): Promise<Call> {
  return { caller: await identify(db, openid, now), now, attemptId };
}

/**
 * Does the work, or gives the answer that it gave the first time. Refusals are thrown, and so are not kept. An answer
 * holds names and stories, and an input a phone number: what is kept of them is sealed, and a keyed hash.
 */
async function once<A extends ActionName>(
  name: A,
  call: WriteContext,
  sent: unknown,
  work: () => Promise<OutputOf<A>>,
): Promise<OutputOf<A>> {
  const { now, db } = call;
  const _id = attemptKey(name, call);
  const inputDigest = blindIndex('attempt', digest(sent ?? null));
  const earlier = await db.get(collections.attempts, _id);
  if (earlier && earlier.inputDigest !== inputDigest) {
    throw new Refusal('INVALID_INPUT', { message: '内容改过了，请再点一次提交。' });
  }
  if (earlier) return JSON.parse(open(earlier.answer, _id)) as OutputOf<A>; // written three lines below, under the same action's name
  const answer = await work();
  await db.create(collections.attempts, { _id, inputDigest, answer: seal(JSON.stringify(answer), _id), at: now });
  return answer;
}

/** Under this the first answer to an intention is kept. */
function attemptKey(name: ActionName, { caller, attemptId }: Call): string {
  return `${name}:${caller.id}:${attemptId}`;
}

function parse<S extends Schema>(schema: S, sent: unknown): v.InferOutput<S> {
  const result = v.safeParse(schema, sent);
  if (result.success) return result.output;
  const details = Object.fromEntries(result.issues.map((issue) => [v.getDotPath(issue) ?? '', issue.message]));
  throw new Refusal('INVALID_INPUT', { message: spoken(result.issues[0].message), details });
}

/** Our own sentences are Chinese; the library's English ones mean that a client sent what no form can. */
function spoken(message: string): string {
  return /[一-鿿]/.test(message) ? message : new Refusal('INVALID_INPUT').message;
}
