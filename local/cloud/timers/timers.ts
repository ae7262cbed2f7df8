/** Timers: they fire by the movable clock, each at least once for a stretch of time that was skipped. */
import type { Clock } from '../clock';
import { messageOf } from '../errors';
import type { Functions, TriggerSpec } from '../functions/functions';
import { nextAfter, parseCron } from './cron';

/** The clock is looked at at least this often, in case the machine slept. */
const MOST_WAIT_MS = 30_000;

export interface Firing {
  function: string;
  trigger: string;
  ok: boolean;
  /** What the function returned, as JSON. */
  result?: string;
  error?: string;
}

export class Timers {
  private readonly functions: Functions;
  private readonly clock: Clock;
  /** Timers whose call is running; true: the next firing came meanwhile and follows when it ends. */
  private readonly running = new Map<string, boolean>();
  private checkedUntil: number;
  private waiting: NodeJS.Timeout | undefined;
  private isLive = false;

  constructor(functions: Functions, clock: Clock) {
    this.functions = functions;
    this.clock = clock;
    this.checkedUntil = clock.now();
  }

  /** From now on timers fire by themselves. Throws when an expression cannot be read. */
  start(): void {
    for (const { cron } of this.functions.triggers()) parseCron(cron);
    this.isLive = true;
    this.clock.onMove(() => this.wake());
    this.wake();
  }

  stop(): void {
    this.isLive = false;
    clearTimeout(this.waiting);
  }

  /** Nothing fires by itself while `work` runs: whoever takes the clock through a month fires what is due along the way. */
  async paused<T>(work: () => Promise<T>): Promise<T> {
    const wasLive = this.isLive;
    this.stop();
    try {
      return await work();
    } finally {
      this.checkedUntil = this.clock.now();
      this.isLive = wasLive;
      this.wake();
    }
  }

  /** Fires every timer (of one function) now and waits for all of them. */
  async runAll(name?: string): Promise<Firing[]> {
    const triggers = this.functions.triggers().filter((trigger) => name === undefined || trigger.function === name);
    return Promise.all(triggers.map((trigger) => this.fire(trigger)));
  }

  private wake(): void {
    if (!this.isLive) return;
    clearTimeout(this.waiting);
    this.fireDue();
    this.waiting = setTimeout(() => this.wake(), this.untilNext());
    this.waiting.unref();
  }

  private fireDue(): void {
    const from = this.checkedUntil;
    const now = this.clock.now();
    this.checkedUntil = now;
    for (const trigger of this.functions.triggers()) {
      const next = nextAfter(parseCron(trigger.cron), from);
      if (next !== undefined && next <= now) void this.fireInTurn(trigger);
    }
  }

  /** One call of a timer at a time; firings that come during one make one more. */
  private async fireInTurn(trigger: TriggerSpec): Promise<void> {
    const name = `${trigger.function}/${trigger.name}`;
    if (this.running.has(name)) {
      this.running.set(name, true);
      return;
    }
    do {
      this.running.set(name, false);
      await this.fire(trigger);
    } while (this.isLive && this.running.get(name) === true);
    this.running.delete(name);
  }

  private untilNext(): number {
    const now = this.clock.now();
    const waits = this.functions.triggers().map(({ cron }) => (nextAfter(parseCron(cron), now) ?? Infinity) - now);
    return Math.max(1, Math.min(MOST_WAIT_MS, ...waits));
  }

  private async fire(trigger: TriggerSpec): Promise<Firing> {
    const event = { Type: 'Timer', TriggerName: trigger.name, Time: new Date(this.clock.now()).toISOString(), Message: '' };
    try {
      const { result } = await this.functions.invoke(trigger.function, event, { kind: 'timer' });
      return { function: trigger.function, trigger: trigger.name, ok: true, result };
    } catch (error) {
      return { function: trigger.function, trigger: trigger.name, ok: false, error: messageOf(error) };
    }
  }
}
