/**
 * A list that stays in order while entries come and go: blocks of a few hundred entries, so that
 * an insertion moves one block and not the whole list. 100,000 entries are found in ~17 comparisons.
 */
const BLOCK = 512;

export class SortedList<T> {
  private blocks: T[][] = [];
  private readonly compare: (a: T, b: T) => number;

  constructor(compare: (a: T, b: T) => number) {
    this.compare = compare;
  }

  /** Adds an entry; false when an equal one is there already. */
  add(entry: T): boolean {
    const at = this.blockFor((other) => this.compare(other, entry) >= 0);
    const block = this.blocks[at] ?? this.blocks[this.blocks.length - 1];
    if (block === undefined) {
      this.blocks.push([entry]);
      return true;
    }
    const position = firstIndex(block, (other) => this.compare(other, entry) >= 0);
    const there = block[position];
    if (there !== undefined && this.compare(there, entry) === 0) return false;
    block.splice(position, 0, entry);
    if (block.length > BLOCK) this.split(block);
    return true;
  }

  remove(entry: T): void {
    const at = this.blockFor((other) => this.compare(other, entry) >= 0);
    const block = this.blocks[at];
    if (block === undefined) return;
    const position = firstIndex(block, (other) => this.compare(other, entry) >= 0);
    const there = block[position];
    if (there === undefined || this.compare(there, entry) !== 0) return;
    block.splice(position, 1);
    if (block.length === 0) this.blocks.splice(at, 1);
  }

  /** Entries from the first for which `reached` is true. `reached` must be false, then true, along the list. */
  *from(reached: (entry: T) => boolean): Generator<T> {
    const start = this.blockFor(reached);
    for (let at = start; at < this.blocks.length; at++) {
      const block = this.blocks[at] as T[];
      const first = at === start ? firstIndex(block, reached) : 0;
      for (let i = first; i < block.length; i++) yield block[i] as T;
    }
  }

  /** Entries backwards, from the last for which `passed` is still false. */
  *backFrom(passed: (entry: T) => boolean): Generator<T> {
    const start = Math.min(this.blockFor(passed), this.blocks.length - 1);
    for (let at = start; at >= 0; at--) {
      const block = this.blocks[at] as T[];
      const last = at === start ? firstIndex(block, passed) - 1 : block.length - 1;
      for (let i = last; i >= 0; i--) yield block[i] as T;
    }
  }

  /** The first block whose last entry satisfies `reached`. */
  private blockFor(reached: (entry: T) => boolean): number {
    return firstIndex(this.blocks, (block) => reached(block[block.length - 1] as T));
  }

  private split(block: T[]): void {
    const at = this.blocks.indexOf(block);
    this.blocks.splice(at + 1, 0, block.splice(block.length >> 1));
  }
}

/** Binary search: the first index for which `reached` is true, or the length. */
function firstIndex<T>(list: readonly T[], reached: (entry: T) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (reached(list[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return low;
}
