/** The last so many things, each with a number that only grows: for logs that must not fill the memory. */
export class Ring<T extends object> {
  private readonly size: number;
  private items: (T & { seq: number })[] = [];
  private last = 0;

  constructor(size: number) {
    this.size = size;
  }

  add(item: T): void {
    this.last++;
    this.items.push({ ...item, seq: this.last });
    // Cut rarely, and then by half as much again, so that adding stays cheap.
    if (this.items.length > this.size * 1.5) this.items = this.items.slice(-this.size);
  }

  /** Oldest first; only those after the number `after`. */
  list(after = 0): (T & { seq: number })[] {
    return this.items.filter((item) => item.seq > after).slice(-this.size);
  }

  clear(): void {
    this.items = [];
  }
}
