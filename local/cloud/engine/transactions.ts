/** The transactions that are running. */
import { randomUUID } from 'node:crypto';
import { transactionBusy, transactionMissing } from '../errors';
import type { Collection } from './collection';
import { Transaction } from './transaction';

export class Transactions {
  private readonly running = new Map<string, Transaction>();
  private readonly lifetime: number;
  private readonly collections: () => Iterable<Collection>;

  constructor(lifetime: number, collections: () => Iterable<Collection>) {
    this.lifetime = lifetime;
    this.collections = collections;
  }

  begin(): Transaction {
    const transaction = new Transaction(randomUUID(), this.lifetime, (expired) => this.end(expired));
    this.running.set(transaction.id, transaction);
    return transaction;
  }

  /**
   * Takes a transaction for one call. Throws TransactionNotExist, or TransactionBusy for a call that was sent
   * (`sentAt`, real epoch ms) while another was not yet answered: over a real network such calls always meet.
   */
  enter(id: string, lastCommit: number, sentAt: number): Transaction {
    const transaction = this.running.get(id);
    if (transaction === undefined) throw transactionMissing();
    if (transaction.isBusy || sentAt < transaction.answeredAt) throw transactionBusy();
    transaction.snapshot ??= lastCommit;
    transaction.isBusy = true;
    return transaction;
  }

  /** The call is answered. */
  leave(transaction: Transaction): void {
    transaction.isBusy = false;
    transaction.answeredAt = Date.now();
  }

  isRunning(transaction: Transaction): boolean {
    return this.running.has(transaction.id);
  }

  /** Ends it without writing anything: after a commit, a rollback, a conflict or its time. */
  end(transaction: Transaction): void {
    if (!this.running.delete(transaction.id)) return;
    const oldest = this.oldestSnapshot();
    transaction.release(oldest);
    for (const collection of this.collections()) collection.pruneAged(oldest);
  }

  /** The oldest commit that a running transaction still reads at; Infinity when there is none. */
  oldestSnapshot(): number {
    let oldest = Number.POSITIVE_INFINITY;
    for (const { snapshot } of this.running.values()) if (snapshot !== undefined && snapshot < oldest) oldest = snapshot;
    return oldest;
  }

  endAll(): void {
    for (const transaction of [...this.running.values()]) this.end(transaction);
  }
}
