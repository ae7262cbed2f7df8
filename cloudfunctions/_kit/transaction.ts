/**
 * One transaction, retried on conflict. Inside it there are only operations on one document at a time:
 * the SDK sends `where().update/remove` and aggregates WITHOUT the transaction, so they would survive a rollback.
 */
import type { Collection, Stored } from './collections';
import { database, type Reader } from './database';
import { Refusal } from './errors';

export interface Transaction extends Reader {
  create<D extends Stored>(into: Collection<D>, documents: D | readonly D[]): Promise<void>;
  replace<D extends Stored>(into: Collection<D>, document: D): Promise<void>;
  remove<D extends Stored>(from: Collection<D>, id: string): Promise<void>;
}

type SdkTransaction = Awaited<ReturnType<typeof database.startTransaction>>;

const MOST_TRIES = 5;
/** The longest wait before the first retry; it doubles with each. */
const FIRST_WAIT_MS = 30;

/**
 * Runs `work` in a transaction. On a conflict it starts again from the first read, so `work` decides anew each time
 * and must do nothing but read and write through `tx`. Throws `CONFLICT` after 5 tries.
 */
export async function inTransaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt(work);
    } catch (error) {
      if (!isConflict(error)) throw error;
      if (tries === MOST_TRIES) throw new Refusal('CONFLICT');
      await wait(Math.random() * FIRST_WAIT_MS * 2 ** (tries - 1));
    }
  }
}

async function attempt<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  const sdk = await database.startTransaction();
  try {
    const result = await work(documentsOnly(sdk));
    await sdk.commit();
    return result;
  } catch (error) {
    // After a conflict the transaction is already gone, and rolling back fails: the first error is the one to report.
    await sdk.rollback(undefined).catch(() => undefined);
    throw error;
  }
}

function documentsOnly(sdk: SdkTransaction): Transaction {
  /** A transaction sees one moment: what it has read, and not written since, is not asked for twice. */
  const known = new Map<string, Promise<Stored | undefined>>();
  const placeOf = ({ name }: Pick<Collection<Stored>, 'name'>, id: string) => `${name}/${id}`;
  const read = async ({ name }: Pick<Collection<Stored>, 'name'>, id: string) => {
    const { data } = await sdk.collection(name).doc(id).get();
    return (data ?? undefined) as Stored | undefined;
  };
  return {
    get<D extends Stored>(from: Collection<D>, id: string) {
      const document = known.get(placeOf(from, id)) ?? read(from, id);
      known.set(placeOf(from, id), document);
      return document as Promise<D | undefined>; // what collections.ts declares is what this kit has written
    },
    async create<D extends Stored>(into: Collection<D>, documents: D | readonly D[]) {
      for (const { _id } of [documents].flat() as D[]) known.delete(placeOf(into, _id));
      await sdk.collection(into.name).add(documents);
    },
    async replace(into, { _id, ...fields }) {
      known.delete(placeOf(into, _id));
      await sdk.collection(into.name).doc(_id).set(fields);
    },
    async remove(from, id) {
      known.delete(placeOf(from, id));
      await sdk.collection(from.name).doc(id).remove();
    },
  };
}

/** Somebody else wrote first: either the same document, or a new one under the same id or unique key. */
function isConflict(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? error.code : undefined;
  return code === 'DATABASE_TRANSACTION_CONFLICT' || isDuplicate(error);
}

/** There is such a document already, by its id or by a unique key. */
export function isDuplicate(error: unknown): boolean {
  return error instanceof Error && error.message.includes('E11000 duplicate key error');
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
