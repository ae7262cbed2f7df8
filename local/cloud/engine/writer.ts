/** Changing single documents: at once outside a transaction, set aside inside one. */
import { duplicateKey, transactionConflict } from '../errors';
import type { Document } from '../types';
import type { Collection, Row } from './collection';
import type { Transaction } from './transaction';
import { encode, keyOf } from './values';

export interface Write {
  collection: Collection;
  key: string;
  document: Document | null;
}

/** Refuses a document that is there already, or whose unique keys are. `own` are the writer's unfinished writes. */
export function checkInsert(collection: Collection, document: Document, transaction: Transaction | undefined): void {
  const key = keyOf(document._id);
  if (visible(collection, key, transaction) !== null) {
    throw duplicateKey(collection.name, '_id_', `{ _id: ${encode(document._id)} }`);
  }
  checkUnique(collection, key, document, transaction);
}

/** Throws E11000 for a unique key that another document has, as this writer sees it. */
export function checkUnique(collection: Collection, key: string, document: Document, transaction: Transaction | undefined): void {
  collection.checkUnique(document, key, (other) => visible(collection, other, transaction));
  for (const [other, theirs] of transaction?.writes.get(collection) ?? []) {
    if (other === key || theirs === null) continue;
    const taken = new Set(collection.uniqueKeys(theirs, other).map(({ text }) => text));
    const clash = collection.uniqueKeys(document, key).find(({ text }) => taken.has(text));
    if (clash !== undefined) throw duplicateKey(collection.name, clash.index.spec.name, clash.index.textOf(clash.entry.values));
  }
}

/**
 * The newest committed version, not the snapshot's: a key that somebody took after the snapshot is taken.
 */
function visible(collection: Collection, key: string, transaction: Transaction | undefined): Document | null {
  const own = transaction?.written(collection, key);
  if (own !== undefined) return own;
  const row = collection.rows.get(key);
  return row === undefined ? null : collection.seen(row);
}

/**
 * The transaction that keeps a plain write waiting, if any: it has written this document, or holds one of the
 * unique keys that the write would take or give up.
 */
export function blocker(collection: Collection, key: string, next: Document | null): Transaction | undefined {
  const row = collection.rows.get(key);
  if (row?.lock !== undefined) return row.lock;
  if (collection.keyLocks.size === 0) return undefined;
  for (const { text } of collection.uniqueKeys(next, key)) {
    const holder = collection.keyLocks.get(text);
    if (holder !== undefined) return holder;
  }
  return undefined;
}

/**
 * Takes the document for the transaction. Throws DATABASE_TRANSACTION_CONFLICT when another transaction has it,
 * or when it was changed after this one's snapshot: the first writer wins.
 */
export function lockForWrite(collection: Collection, key: string, transaction: Transaction): Row {
  const existing = collection.rows.get(key);
  if (existing !== undefined) {
    const isTaken = existing.lock !== undefined && existing.lock !== transaction;
    if (isTaken || collection.lastCommit(existing) > (transaction.snapshot ?? 0)) throw transactionConflict();
  }
  const row = existing ?? collection.rowFor(key);
  transaction.lockRow(collection, row);
  return row;
}

/** Takes the unique keys that the change takes or gives up. Throws a conflict when another transaction has one. */
export function lockKeys(collection: Collection, key: string, next: Document | null, transaction: Transaction): void {
  const before = visible(collection, key, transaction);
  for (const document of [before, next]) {
    for (const { text } of collection.uniqueKeys(document, key)) {
      const holder = collection.keyLocks.get(text);
      if (holder !== undefined && holder !== transaction) throw transactionConflict();
      transaction.lockKey(collection, text);
    }
  }
}

/** Writes inside a transaction: locked, checked, set aside until the commit. */
export function writeInside(collection: Collection, key: string, document: Document | null, transaction: Transaction): void {
  lockForWrite(collection, key, transaction);
  lockKeys(collection, key, document, transaction);
  if (document !== null) checkUnique(collection, key, document, transaction);
  transaction.write(collection, key, document);
}
