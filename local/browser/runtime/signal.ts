/** A list of listeners. */
export class Signal<T> {
  private readonly listeners = new Set<(value: T) => void>();

  on(listener: (value: T) => void): void {
    this.listeners.add(listener);
  }

  /** Without a listener, all of them go (as `wx.offX()` does). */
  off(listener?: (value: T) => void): void {
    if (listener) this.listeners.delete(listener);
    else this.listeners.clear();
  }

  emit(value: T): void {
    for (const listener of [...this.listeners]) listener(value);
  }
}
