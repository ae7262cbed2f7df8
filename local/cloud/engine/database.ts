/**
 * The document database: collections in memory with every version that a transaction may still see, each
 * commit durable in the store before anybody is answered.
 */
import { randomBytes } from 'node:crypto';
import { collectionExists, collectionMissing, StartError, messageOf, requestFailed, transactionConflict } from '../errors';
import type { Change, Store } from '../store/store';
import type { CollectionSpec, Document, Value, Work } from '../types';
import { readPipeline } from './aggregation';
import { Collection } from './collection';
import { Committer } from './committer';
import { aggregate } from './matcher';
import type { SortOrder } from './paths';
import { type Found, select } from './reader';
import type { Transaction } from './transaction';
import { Transactions } from './transactions';
import { checkFieldNames } from './update';
import { decode, encode, keyOf, normalise, type PlainObject } from './values';
import { blocker, checkInsert, lockForWrite, type Write, writeInside } from './writer';

export interface DatabaseOptions {
  collections: readonly CollectionSpec[];
  /** Refuse a query that no index serves. */
  strict: boolean;
  /** After how many ms a transaction is gone; CloudBase: 30 s. */
  transactionLifetime: number;
}

export interface FindOptions {
  order?: SortOrder;
  offset?: number;
  limit?: number;
  transaction?: Transaction | undefined;
  strict?: boolean;
}

export class Database {
  readonly transactions: Transactions;
  readonly strict: boolean;
  private readonly collections = new Map<string, Collection>();
  private readonly specs: Map<string, CollectionSpec>;
  private readonly committer: Committer;
  private commits = 0;

  /** Reads everything from the store. Throws StartError when a document there cannot be read or indexed. */
  constructor(store: Store, options: DatabaseOptions) {
    this.strict = options.strict;
    this.specs = new Map(options.collections.map((spec) => [spec.name, spec]));
    this.committer = new Committer(store);
    this.transactions = new Transactions(options.transactionLifetime, () => this.collections.values());
    for (const name of store.collections()) this.addCollection(name);
    for (const { collection, key, body } of store.documents()) this.load(collection, key, body);
    for (const { name } of options.collections) if (!this.collections.has(name)) this.createCollection(name);
  }

  private addCollection(name: string): Collection {
    const collection = new Collection(this.specs.get(name) ?? { name, indexes: [] });
    this.collections.set(name, collection);
    return collection;
  }

  private load(name: string, key: string, body: string): void {
    try {
      const collection = this.collections.get(name) ?? this.addCollection(name);
      const document = decode(body, 0) as Document;
      collection.checkUnique(document, key, (other) => {
        const row = collection.rows.get(other);
        return row === undefined ? null : collection.seen(row);
      });
      collection.write(key, document, 0, Number.POSITIVE_INFINITY);
    } catch (error) {
      throw new StartError(`The document ${key.slice(1)} of ${name} in the data folder cannot be read: ${messageOf(error)}. Nothing was changed.`, { cause: error });
    }
  }

  /** Resolves when everything that has been written is on the disk. Answer nobody before. */
  settled(): Promise<void> {
    return this.committer.settled();
  }

  names(): string[] {
    return [...this.collections.keys()].sort();
  }

  size(name: string): number {
    return this.collection(name).size;
  }

  collection(name: string): Collection {
    const collection = this.collections.get(name);
    if (collection === undefined) throw collectionMissing();
    return collection;
  }

  createCollection(name: string): void {
    if (this.collections.has(name)) throw collectionExists();
    this.addCollection(name);
    this.committer.add([{ kind: 'collection', collection: name }]);
  }

  /** Documents in order, not copied: whoever gets them must not change them. */
  find(name: string, query: PlainObject, options: FindOptions = {}): Found {
    const { order = {}, offset = 0, limit = Number.POSITIVE_INFINITY, transaction, strict = this.strict } = options;
    return select(this.collection(name), { query, order, offset, limit, transaction, strict });
  }

  count(name: string, query: PlainObject): { total: number; work: Work } {
    const collection = this.collection(name);
    if (Object.keys(query).length === 0) return { total: collection.size, work: { examined: 0, index: '_id_' } };
    const { documents, work } = this.find(name, query);
    return { total: documents.length, work };
  }

  aggregate(name: string, pipeline: PlainObject[]): { rows: PlainObject[]; work: Work } {
    const { query, order, limit } = readPipeline(pipeline, this.strict);
    const { documents, work } = this.find(name, query, { order, limit });
    const lookUpIn = (other: string): Document[] => {
      const all = this.find(other, {}, { strict: false });
      work.examined += all.work.examined;
      return all.documents;
    };
    return { rows: aggregate(documents, pipeline, lookUpIn), work };
  }

  /**
   * Adds documents; those without an `_id` get one. Outside a transaction the ones before a refused one stay,
   * as in MongoDB. Throws E11000 for a duplicate key.
   */
  async insert(name: string, documents: readonly PlainObject[], transaction?: Transaction): Promise<Value[]> {
    const collection = this.collection(name);
    const ids: Value[] = [];
    for (const fields of documents) {
      checkFieldNames(fields);
      const document = normalise(fields, fields._id ?? randomBytes(16).toString('hex'));
      if (transaction === undefined) await this.insertPlain(collection, document);
      else this.insertInside(collection, document, transaction);
      ids.push(document._id);
    }
    return ids;
  }

  private async insertPlain(collection: Collection, document: Document): Promise<void> {
    const key = keyOf(document._id);
    for (let other = blocker(collection, key, document); other !== undefined; other = blocker(collection, key, document)) {
      await other.ended;
    }
    checkInsert(collection, document, undefined);
    this.commit([{ collection, key, document }]);
  }

  private insertInside(collection: Collection, document: Document, transaction: Transaction): void {
    const key = keyOf(document._id);
    this.orEnd(transaction, () => {
      const row = collection.rows.get(key);
      const isSeen = row !== undefined && collection.seen(row, transaction.snapshot) !== null;
      if (!isSeen) lockForWrite(collection, key, transaction);
      checkInsert(collection, document, transaction);
      writeInside(collection, key, document, transaction);
    });
  }

  /**
   * Changes documents that match: `change` gives the new document, null to remove it, undefined to leave it.
   * Outside a transaction it waits for transactions that hold a document, and then looks at it again.
   */
  async modify(name: string, query: PlainObject, multi: boolean, change: Rewrite, transaction?: Transaction): Promise<Modified> {
    const collection = this.collection(name);
    return transaction === undefined
      ? this.modifyPlain(collection, query, multi, change)
      : this.modifyInside(collection, query, multi, change, transaction);
  }

  private async modifyPlain(collection: Collection, query: PlainObject, multi: boolean, change: Rewrite): Promise<Modified> {
    const result: Modified = { matched: 0, changed: 0, document: null, work: { examined: 0, index: '-' } };
    const done = new Set<string>();
    for (;;) {
      const found = this.find(collection.name, query, { limit: multi ? Number.POSITIVE_INFINITY : 1 });
      result.work = { examined: result.work.examined + found.work.examined, index: found.work.index };
      const open = found.documents.filter((document) => !done.has(keyOf(document._id)));
      const waitFor = this.changeFree(collection, open, change, result, done);
      if (waitFor === undefined) return result;
      await waitFor.ended;
    }
  }

  /** Changes what no transaction holds; gives one that holds another document, to wait for. */
  private changeFree(collection: Collection, open: Document[], change: Rewrite, result: Modified, done: Set<string>): Transaction | undefined {
    let waitFor: Transaction | undefined;
    for (const document of open) {
      const key = keyOf(document._id);
      const next = change(document);
      const holder = blocker(collection, key, next ?? null);
      if (holder !== undefined) {
        waitFor ??= holder;
        continue;
      }
      if (next !== undefined) {
        if (next !== null) this.checkPlain(collection, key, next);
        this.commit([{ collection, key, document: next }]);
        result.changed++;
      }
      done.add(key);
      result.matched++;
      result.document = next === undefined ? document : next;
    }
    return waitFor;
  }

  private checkPlain(collection: Collection, key: string, next: Document): void {
    collection.checkUnique(next, key, (other) => {
      const row = collection.rows.get(other);
      return row === undefined ? null : collection.seen(row);
    });
  }

  private modifyInside(collection: Collection, query: PlainObject, multi: boolean, change: Rewrite, transaction: Transaction): Modified {
    return this.orEnd(transaction, () => {
      const found = this.find(collection.name, query, { limit: multi ? Number.POSITIVE_INFINITY : 1, transaction });
      const result: Modified = { matched: 0, changed: 0, document: null, work: found.work };
      for (const document of found.documents) {
        const next = change(document);
        if (next === undefined) lockForWrite(collection, keyOf(document._id), transaction);
        else writeInside(collection, keyOf(document._id), next, transaction);
        result.matched++;
        result.changed += Number(next !== undefined);
        result.document = next === undefined ? document : next;
      }
      return result;
    });
  }

  /** Makes all of a transaction's writes the newest versions at once. */
  commitTransaction(transaction: Transaction): void {
    if (!this.transactions.isRunning(transaction)) throw transactionConflict();
    const writes: Write[] = [];
    for (const [collection, documents] of transaction.writes) {
      for (const [key, document] of documents) writes.push({ collection, key, document });
    }
    this.transactions.end(transaction);
    if (writes.length > 0) this.commit(writes);
  }

  private commit(writes: readonly Write[]): void {
    const changes = writes.map(toChange);
    // First the queue: when the store has failed this throws, and memory stays as it is.
    this.committer.add(changes);
    this.commits++;
    const oldest = this.transactions.oldestSnapshot();
    for (const { collection, key, document } of writes) collection.write(key, document, this.commits, oldest);
  }

  /** The number of the newest commit: what a transaction that reads now sees. */
  get lastCommit(): number {
    return this.commits;
  }

  /** As in MongoDB, an operation that fails inside a transaction ends it. */
  private orEnd<T>(transaction: Transaction, run: () => T): T {
    try {
      return run();
    } catch (error) {
      this.transactions.end(transaction);
      throw error;
    }
  }

  /** Writes what is waiting and lets go of running transactions. */
  close(): void {
    this.transactions.endAll();
    this.committer.flush();
  }
}

/** What becomes of one document: the new one, null to remove it, undefined to leave it as it is. */
export type Rewrite = (document: Document) => Document | null | undefined;

export interface Modified {
  matched: number;
  changed: number;
  /** The last document, as it is afterwards. */
  document: Document | null;
  work: Work;
}

function toChange({ collection, key, document }: Write): Change {
  if (document === null) return { kind: 'remove', collection: collection.name, key };
  const body = encode(document);
  if (body.length > 16 * 1024 * 1024) throw requestFailed('a document is larger than 16 MB');
  return { kind: 'put', collection: collection.name, key, body };
}
