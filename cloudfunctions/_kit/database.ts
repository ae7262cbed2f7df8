/** Reads. The only writes are those of a transaction: see transaction.ts. */
import cloudbase from '@cloudbase/node-sdk';
import type { Collection, Index, Stored } from './collections';

export const app = cloudbase.init({ env: cloudbase.SYMBOL_CURRENT_ENV });
export const database = app.database();

export interface Reader {
  get<D extends Stored>(from: Collection<D>, id: string): Promise<D | undefined>;
}

// The SDK types a document as `any`. What collections.ts declares is what this kit has written, so `as D` holds.
export const reader: Reader = {
  async get<D extends Stored>(from: Collection<D>, id: string) {
    const { data } = await database.collection(from.name).doc(id).get();
    return data[0] as D | undefined;
  },
};

/** One page of a list: at most `limit` documents, after the order key where the last page ended. */
export interface Page {
  readonly limit: number;
  readonly after?: string | undefined;
  /** Stop at this order key. */
  readonly upTo?: string;
}

/** Documents that an index serves, in its order. */
export async function find<D extends Stored, Field extends keyof D & string>(
  { collection, orderBy, direction }: Index<D, Field>,
  equal: { readonly [F in Field]: D[F] extends readonly (infer Item)[] ? Item : D[F] },
  { limit, after, upTo }: Page,
): Promise<D[]> {
  const { gt, lt, lte } = database.command;
  const beyond = after === undefined ? undefined : direction === 'asc' ? gt(after) : lt(after);
  const range = upTo === undefined ? beyond : beyond ? beyond.and(lte(upTo)) : lte(upTo);
  const query = database.collection(collection.name).where({ ...equal, ...(range && { [orderBy]: range }) });
  const { data } = await query.orderBy(orderBy, direction).limit(limit).get();
  return data as D[];
}

/** Documents by their ids, in no particular order; at most 100. */
export async function findByIds<D extends Stored>(from: Collection<D>, ids: readonly string[]): Promise<D[]> {
  if (ids.length === 0) return [];
  const { data } = await database.collection(from.name).where({ _id: database.command.in([...ids]) }).limit(100).get();
  return data as D[];
}

/** A text that sorts by time and then by id, so that a page can be cut between two of the same moment. */
export function orderKey(at: number, id: string): string {
  return `${String(Math.max(0, Math.round(at))).padStart(15, '0')}:${id}`;
}

/** After every order key of that moment. */
export function endOfMoment(at: number): string {
  return orderKey(at, '~');
}
