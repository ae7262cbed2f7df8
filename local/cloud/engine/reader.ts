/** Finding documents: by primary key, along an index, or by looking at every one. */
import { requestFailed } from '../errors';
import type { Document, Work } from '../types';
import type { Collection } from './collection';
import { matcher } from './matcher';
import { compareDocuments, type SortOrder } from './paths';
import { plan, type Plan } from './planner';
import { type Seek, walk } from './seek';
import type { Transaction } from './transaction';
import { keyOf, type PlainObject } from './values';

export interface Selection {
  query: PlainObject;
  order: SortOrder;
  offset: number;
  limit: number;
  transaction?: Transaction | undefined;
  /** Refuse what no index serves. */
  strict: boolean;
}

export interface Found {
  documents: Document[];
  work: Work;
}

/** Documents that match, in order, without copying them. Throws for an unknown operator, and in strict mode. */
export function select(collection: Collection, selection: Selection): Found {
  const matches = matcher(selection.query);
  const chosen = plan(selection.query, selection.order, collection.indexes);
  if (selection.strict) refuseUnserved(collection, selection, chosen);
  const search = new Search(collection, selection, matches);
  // A transaction's own writes are in no index: with any, what was found is sorted once more.
  const isStream = chosen !== undefined && chosen.isOrdered && search.unindexed.length === 0;
  const most = isStream ? selection.offset + selection.limit : Number.POSITIVE_INFINITY;
  const documents = chosen === undefined ? search.everywhere(isUnsorted(selection)) : search.along(chosen.seeks, most, isStream ? selection.order : {});
  if (!isStream) sort(documents, selection.order);
  return {
    documents: documents.slice(selection.offset, selection.offset + selection.limit),
    work: { examined: search.examined, index: chosen?.index ?? '-' },
  };
}

function isUnsorted({ order, offset, limit }: Selection): number {
  return Object.keys(order).length === 0 ? offset + limit : Number.POSITIVE_INFINITY;
}

function sort(documents: Document[], order: SortOrder): void {
  if (Object.keys(order).length > 0) documents.sort((a, b) => compareDocuments(a, b, order));
}

/** One search: what was compared, and what was found already. */
class Search {
  examined = 0;
  /** Documents that the transaction itself has written here. */
  readonly unindexed: Document[];
  private readonly collection: Collection;
  private readonly transaction: Transaction | undefined;
  private readonly matches: (document: Document) => boolean;
  private readonly found = new Set<string>();

  constructor(collection: Collection, selection: Selection, matches: (document: Document) => boolean) {
    this.collection = collection;
    this.transaction = selection.transaction;
    this.matches = matches;
    const writes = selection.transaction?.writes.get(collection);
    this.unindexed = [...(writes?.values() ?? [])].filter((document) => document !== null);
  }

  /** The transaction's own, and `most` documents of the seeks. Those in an order are merged, as MongoDB does: of none more is looked at than the result needs. */
  along(seeks: readonly Seek[], most: number, order: SortOrder): Document[] {
    const result = this.unindexed.filter((document) => this.test(document));
    const walks = seeks.map((seek) => this.matching(seek));
    const found = seeks.length > 1 && Object.keys(order).length > 0 ? merged(walks, order) : oneByOne(walks);
    for (const document of found) {
      result.push(document);
      if (result.length >= most) break;
    }
    return result;
  }

  /** The documents of a seek that match and that no other has given. */
  private *matching(seek: Seek): Generator<Document, void> {
    for (const entry of walk(seek)) {
      const document = this.visible(entry.key);
      if (document === null || this.found.has(entry.key)) continue;
      // An entry may belong to a version that this reader does not see; the one it sees has its own.
      if (!seek.index.holds(document, entry)) continue;
      if (!this.test(document)) continue;
      this.found.add(entry.key);
      yield document;
    }
  }

  everywhere(most: number): Document[] {
    const result = this.unindexed.filter((document) => this.test(document));
    for (const key of this.collection.rows.keys()) {
      if (result.length >= most) break;
      const document = this.visible(key);
      if (document !== null && this.test(document)) result.push(document);
    }
    return result;
  }

  private test(document: Document): boolean {
    this.examined++;
    return this.matches(document);
  }

  /** What the reader sees of a committed row; null where the transaction has written itself. */
  private visible(key: string): Document | null {
    if (this.transaction?.written(this.collection, key) !== undefined) return null;
    const row = this.collection.rows.get(key);
    return row === undefined ? null : this.collection.seen(row, this.transaction?.snapshot);
  }
}

function* oneByOne(walks: readonly Generator<Document, void>[]): Generator<Document, void> {
  for (const each of walks) yield* each;
}

/** Of several walks, each in order, the next document of all; of equals that of the earlier walk. */
function* merged(walks: readonly Generator<Document, void>[], order: SortOrder): Generator<Document, void> {
  const heads = walks.flatMap((each) => headOf(each));
  while (heads.length > 0) {
    const at = heads.reduce((first, head, index) => (compareDocuments(head.document, heads[first]!.document, order) < 0 ? index : first), 0);
    const { document, rest } = heads[at]!;
    yield document;
    heads.splice(at, 1, ...headOf(rest)); // only once another is wanted
  }
}

function headOf(rest: Generator<Document, void>): { document: Document; rest: Generator<Document, void> }[] {
  const next = rest.next();
  return next.done === true ? [] : [{ document: next.value, rest }];
}

/** The one document with this `_id`, as the transaction sees it. */
export function lookUp(collection: Collection, id: unknown, transaction: Transaction | undefined): Document | null {
  const key = keyOf(id);
  const own = transaction?.written(collection, key);
  if (own !== undefined) return own;
  const row = collection.rows.get(key);
  return row === undefined ? null : collection.seen(row, transaction?.snapshot);
}

function refuseUnserved(collection: Collection, { query, order, limit }: Selection, chosen: Plan | undefined): void {
  const isWhole = Object.keys(query).length === 0;
  const hasOrder = Object.keys(order).length > 0;
  // All documents, but only so many of them, and an index gives the order: the work is bounded.
  if (isWhole && Number.isFinite(limit) && (!hasOrder || chosen?.isOrdered === true)) return;
  if (chosen !== undefined && chosen.isNarrow && (!hasOrder || chosen.isOrdered)) return;
  const what = `where ${shape(query)}${hasOrder ? ` in the order ${JSON.stringify(order)}` : ''}`;
  const indexes = collection.indexes.map((index) => `${index.spec.name} ${JSON.stringify(index.spec.fields)}`).join('; ');
  throw requestFailed(`strict mode: no index of collection ${collection.name} serves ${what}; it has ${indexes}`);
}

/** The query with its values left out: an error must not carry what people wrote. */
function shape(query: unknown): string {
  if (Array.isArray(query)) return `[${query.map(shape).join(', ')}]`;
  if (query === null || typeof query !== 'object' || query instanceof Date || query instanceof RegExp) return '?';
  return `{${Object.entries(query).map(([key, value]) => `${key}: ${shape(value)}`).join(', ')}}`;
}
