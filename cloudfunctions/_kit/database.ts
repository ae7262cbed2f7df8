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

type ValueOf<Kept> = Kept extends readonly (infer Item)[] ? Item : Kept;

/** What the fields of an index must be. Of a list, any one will do. */
export type Wanted<D extends Stored, Field extends keyof D & string> = { readonly [F in Field]: ValueOf<D[F]> | readonly ValueOf<D[F]>[] };

/** Documents that an index serves, in its order. */
export async function find<D extends Stored, Field extends keyof D & string>(
  { collection, orderBy, direction }: Index<D, Field>,
  equal: Wanted<D, Field>,
  { limit, after, upTo }: Page,
): Promise<D[]> {
  const { gt, lt, lte } = database.command;
  const beyond = after === undefined ? undefined : direction === 'asc' ? gt(after) : lt(after);
  const range = upTo === undefined ? beyond : beyond ? beyond.and(lte(upTo)) : lte(upTo);
  const query = database.collection(collection.name).where({ ...matching(equal), ...(range && { [orderBy]: range }) });
  const { data } = await query.orderBy(orderBy, direction).limit(limit).get();
  return data as D[];
}

/** How many documents have the same values in some fields, and how many of those come before an order key. */
export type Tally<D, By extends keyof D> = { readonly [F in By]: D[F] } & { readonly all: number; readonly early: number };

/** Counts by the values of some fields, among the first `most` documents that an index serves: one call, and bounded. */
export async function tally<D extends Stored, Field extends keyof D & string, By extends keyof D & string>(
  { collection, orderBy, direction }: Index<D, Field>,
  equal: Wanted<D, Field>,
  { by, before, most }: { readonly by: readonly By[]; readonly before: string; readonly most: number },
): Promise<Tally<D, By>[]> {
  const $ = database.command.aggregate;
  const { data } = await database
    .collection(collection.name)
    .aggregate()
    .match(matching(equal))
    .sort({ [orderBy]: direction === 'asc' ? 1 : -1 })
    .limit(most)
    .group({ _id: Object.fromEntries(by.map((field) => [field, `$${field}`])), all: $.sum(1), early: $.sum($.cond([$.lt([`$${orderBy}`, before]), 1, 0])) })
    .end();
  const groups = data as { _id: object; all: number; early: number }[];
  return groups.map(({ _id, all, early }) => ({ ..._id, all, early }) as Tally<D, By>);
}

function matching(equal: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const any = (value: readonly unknown[]) => (value.length === 1 ? value[0] : database.command.in([...value]));
  return Object.fromEntries(Object.entries(equal).map(([field, value]) => [field, Array.isArray(value) ? any(value as unknown[]) : value]));
}

/** Documents by their ids, in no particular order; at most 100. */
export async function findByIds<D extends Stored>(from: Collection<D>, ids: readonly string[]): Promise<D[]> {
  if (ids.length === 0) return [];
  const { data } = await database.collection(from.name).where({ _id: database.command.in([...ids]) }).limit(100).get();
  return data as D[];
}

/** The year 9999: what nobody waits for sorts last. */
export const NEVER = 253_402_300_799_000;

/** A text that sorts by time and then by id, so that a page can be cut between two of the same moment. */
export function orderKey(at: number, id: string): string {
  return `${String(Math.max(0, Math.round(at))).padStart(15, '0')}:${id}`;
}

/** After every order key of that moment. */
export function endOfMoment(at: number): string {
  return orderKey(at, '~');
}
