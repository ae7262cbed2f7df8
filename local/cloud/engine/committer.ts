/**
 * Writes are seen in memory at once and go to the store at the end of the turn, all that came together in one
 * durable commit. Nobody is answered before that: `settled` is awaited by readers and writers alike.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { CloudError, messageOf } from '../errors';
import type { Change, Store } from '../store/store';

export class Committer {
  private readonly store: Store;
  private pending: Change[] = [];
  private flushing: Promise<void> | undefined;
  private failure: CloudError | undefined;

  constructor(store: Store) {
    this.store = store;
  }

  add(changes: readonly Change[]): void {
    this.refuseAfterFailure();
    for (const change of changes) this.pending.push(change);
    this.flushing ??= nextTurn().then(() => {
      this.flushing = undefined;
      this.flush();
    });
    // Whoever waits gets the failure; that nobody may wait must not end the process.
    this.flushing.catch(() => undefined);
  }

  /** Resolves when everything written so far is on the disk. */
  async settled(): Promise<void> {
    this.refuseAfterFailure();
    if (this.flushing !== undefined) await this.flushing;
  }

  flush(): void {
    this.refuseAfterFailure();
    if (this.pending.length === 0) return;
    const changes = this.pending;
    this.pending = [];
    try {
      this.store.commit(changes);
    } catch (error) {
      // Memory is now ahead of the disk. Nothing more is acknowledged; a restart goes on from what is on the disk.
      this.failure = new CloudError('SYS_ERR', `the data folder could not be written (${messageOf(error)}); restart the local cloud`);
      throw this.failure;
    }
  }

  private refuseAfterFailure(): void {
    if (this.failure !== undefined) throw this.failure;
  }
}
