/** A transaction that has begun and not ended: what it has written, and what it keeps others from writing. */
import type { Document } from '../types';
import type { Collection, Row } from './collection';

export class Transaction {
  readonly id: string;
  /** The last commit it sees; fixed by its first operation, as in MongoDB. */
  snapshot: number | undefined;
  /** A call is being answered: a second one at the same time is refused. */
  isBusy = false;
  /** When the last call was answered, in real epoch ms. */
  answeredAt = 0;
  readonly writes = new Map<Collection, Map<string, Document | null>>();
  readonly lockedRows = new Map<Row, Collection>();
  readonly lockedKeys: { collection: Collection; text: string }[] = [];
  /** Resolves when it has ended, one way or the other: plain writes wait for this. */
  readonly ended: Promise<void>;
  private end: () => void = () => undefined;
  private readonly timer: NodeJS.Timeout;

  constructor(id: string, lifetime: number, onExpiry: (transaction: Transaction) => void) {
    this.id = id;
    this.ended = new Promise((resolve) => {
      this.end = resolve;
    });
    this.timer = setTimeout(() => onExpiry(this), lifetime);
    this.timer.unref();
  }

  /** What it has written to a document: undefined when nothing, null when it removed it. */
  written(collection: Collection, key: string): Document | null | undefined {
    return this.writes.get(collection)?.get(key);
  }

  write(collection: Collection, key: string, document: Document | null): void {
    let writes = this.writes.get(collection);
    if (writes === undefined) {
      writes = new Map();
      this.writes.set(collection, writes);
    }
    writes.set(key, document);
  }

  lockRow(collection: Collection, row: Row): void {
    row.lock = this;
    this.lockedRows.set(row, collection);
  }

  lockKey(collection: Collection, text: string): void {
    if (collection.keyLocks.get(text) === this) return;
    collection.keyLocks.set(text, this);
    this.lockedKeys.push({ collection, text });
  }

  /** Lets go of everything. `oldest` is the oldest snapshot still in use. */
  release(oldest: number): void {
    clearTimeout(this.timer);
    for (const { collection, text } of this.lockedKeys) collection.keyLocks.delete(text);
    for (const [row, collection] of this.lockedRows) collection.release(row, oldest);
    this.end();
  }
}
