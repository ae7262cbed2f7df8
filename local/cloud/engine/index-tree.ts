/** One index of one collection: which documents have which values, in order. */
import { requestFailed } from '../errors';
import type { Document, IndexSpec, Value } from '../types';
import { compareValues } from './order';
import { hasPath, passesArray, valuesAt } from './paths';
import { SortedList } from './sorted-list';
import { encode } from './values';

export interface Entry {
  readonly values: readonly Value[];
  /** The key of the document, from `keyOf`. */
  readonly key: string;
}

export class IndexTree {
  readonly spec: IndexSpec;
  /** By field: some document has had an array there, so that an entry shows one of its values only. */
  readonly hasLists: boolean[];
  private readonly entries: SortedList<Entry>;

  constructor(spec: IndexSpec) {
    this.spec = spec;
    this.hasLists = spec.fields.map(() => false);
    this.entries = new SortedList((a, b) => this.compare(a, b));
  }

  /** The entries a document has here. Throws when two of its fields hold arrays, as MongoDB does. */
  entriesOf(document: Document, key: string): Entry[] {
    const { fields, sparse } = this.spec;
    if (sparse === true && !fields.some(([path]) => hasPath(document, path))) return [];
    const columns = fields.map(([path]) => valuesAt(document, path));
    const wide = fields.filter((_, at) => (columns[at] as Value[]).length > 1).map(([path]) => path.split('.')[0]);
    if (new Set(wide).size > 1) throw requestFailed(`index ${this.spec.name}: cannot index parallel arrays ${wide.join(', ')}`);
    return product(columns).map((values) => ({ values, key }));
  }

  add(document: Document, key: string): void {
    for (const [at, [path]] of this.spec.fields.entries()) {
      if (this.hasLists[at] === false && passesArray(document, path)) this.hasLists[at] = true;
    }
    for (const entry of this.entriesOf(document, key)) this.entries.add(entry);
  }

  /** Whether the entry is one of this document's, and not of another version of it. */
  holds(document: Document, entry: Entry): boolean {
    return this.entriesOf(document, entry.key).some((own) => this.comparePrefix(own.values, entry.values) === 0);
  }

  removeEntries(entries: readonly Entry[]): void {
    for (const entry of entries) this.entries.remove(entry);
  }

  /** Entries whose first values are `prefix`, in index order or backwards, beginning at `start`. */
  *scan(prefix: readonly Value[], backwards = false, start: readonly Value[] = prefix): Generator<Entry> {
    const walk = backwards
      ? this.entries.backFrom((entry) => this.comparePrefix(entry.values, start) > 0)
      : this.entries.from((entry) => this.comparePrefix(entry.values, start) >= 0);
    for (const entry of walk) {
      if (this.comparePrefix(entry.values, prefix) !== 0) return;
      yield entry;
    }
  }

  /** The keys of the documents that have exactly these values. */
  *keysAt(values: readonly Value[]): Generator<string> {
    for (const entry of this.scan(values)) yield entry.key;
  }

  /** One text for the values of an entry, to hold a place in a unique index and to name it in an error. */
  textOf(values: readonly Value[]): string {
    const fields = this.spec.fields.map(([path], at) => `${path}: ${encode(values[at] ?? null)}`);
    return `{ ${fields.join(', ')} }`;
  }

  private comparePrefix(values: readonly Value[], prefix: readonly Value[]): number {
    for (let at = 0; at < prefix.length; at++) {
      const order = compareValues(values[at], prefix[at]);
      if (order !== 0) return order * (this.spec.fields[at]?.[1] ?? 1);
    }
    return 0;
  }

  private compare(a: Entry, b: Entry): number {
    return this.comparePrefix(a.values, b.values) || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
  }
}

function product(columns: Value[][]): Value[][] {
  let rows: Value[][] = [[]];
  for (const column of columns) rows = rows.flatMap((row) => column.map((value) => [...row, value]));
  return rows;
}
