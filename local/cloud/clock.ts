/** The clock that can be moved: server dates, timers, signed addresses and functions all go by it. */
import type { Store } from './store/store';

const SETTING = 'clock-offset-ms';

export class Clock {
  private offset: number;
  private readonly store: Store;
  private readonly watchers: (() => void)[] = [];

  /** Continues where the data folder's clock was. */
  constructor(store: Store) {
    this.store = store;
    this.offset = Number(store.setting(SETTING) ?? 0);
  }

  /** How far it is ahead of the real clock, in ms. */
  get offsetMs(): number {
    return this.offset;
  }

  /** Epoch ms. */
  now(): number {
    return Date.now() + this.offset;
  }

  /** Throws RangeError for an offset that no date can hold. */
  setOffset(offsetMs: number): void {
    if (!Number.isSafeInteger(offsetMs) || Math.abs(offsetMs) > 4e12) throw new RangeError('the clock cannot be moved that far');
    this.offset = offsetMs;
    this.store.saveSetting(SETTING, String(offsetMs));
    for (const watcher of this.watchers) watcher();
  }

  /** Moves it so that now is `epochMs`; it goes on running from there. */
  moveTo(epochMs: number): void {
    this.setOffset(Math.round(epochMs - Date.now()));
  }

  onMove(watcher: () => void): void {
    this.watchers.push(watcher);
  }
}
