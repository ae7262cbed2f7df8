type Listener = (...values: unknown[]) => void;

/** The channel between a page and the one that it opened. */
export class EventChannel {
  private readonly listeners = new Map<string, Set<Listener>>();

  /** `events` are the opener's listeners. */
  constructor(events: Record<string, Listener> = {}) {
    for (const [name, listener] of Object.entries(events)) this.on(name, listener);
  }

  on(name: string, listener: Listener): void {
    const known = this.listeners.get(name) ?? new Set();
    this.listeners.set(name, known.add(listener));
  }

  once(name: string, listener: Listener): void {
    const once: Listener = (...values) => {
      this.off(name, once);
      listener(...values);
    };
    this.on(name, once);
  }

  off(name: string, listener?: Listener): void {
    if (listener) this.listeners.get(name)?.delete(listener);
    else this.listeners.delete(name);
  }

  emit(name: string, ...values: unknown[]): void {
    for (const listener of [...(this.listeners.get(name) ?? [])]) listener(...values);
  }
}
