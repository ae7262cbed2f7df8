/**
 * The documents of one collection in memory, each with the versions that a running transaction may still
 * have to see, and the indexes over them. An index holds the entries of every version that is kept, so what
 * it finds is always compared with the version that the reader sees.
 */
import { duplicateKey } from '../errors';
import type { CollectionSpec, Document } from '../types';
import { type Entry, IndexTree } from './index-tree';
import type { Transaction } from './transaction';

interface Version {
  /** The number of the commit that wrote it. */
  readonly commit: number;
  /** null: removed by that commit. */
  readonly document: Document | null;
}

export interface Row {
  readonly key: string;
  /** Oldest first; the last one is the newest. */
  versions: Version[];
  /** The transaction that has written here and has not ended. */
  lock: Transaction | undefined;
}

const PRIMARY = { name: '_id_', fields: [['_id', 1] as [string, 1]], unique: true };

export class Collection {
  readonly name: string;
  readonly indexes: IndexTree[];
  readonly rows = new Map<string, Row>();
  /** Keys of unique indexes that a running transaction has taken or given up. */
  readonly keyLocks = new Map<string, Transaction>();
  /** Documents that a reader without a transaction sees. */
  size = 0;
  /** Rows with versions that only a running transaction can see. */
  private readonly aged = new Set<Row>();

  constructor(spec: CollectionSpec) {
    this.name = spec.name;
    this.indexes = [new IndexTree(PRIMARY), ...spec.indexes.map((index) => new IndexTree(index))];
  }

  /** The row under a key, made when there is none: a transaction locks the place before it fills it. */
  rowFor(key: string): Row {
    let row = this.rows.get(key);
    if (row === undefined) {
      row = { key, versions: [], lock: undefined };
      this.rows.set(key, row);
    }
    return row;
  }

  /** What a reader sees: the newest version, or with `snapshot` the newest that is not younger. */
  seen(row: Row, snapshot?: number): Document | null {
    const { versions } = row;
    for (let at = versions.length - 1; at >= 0; at--) {
      const version = versions[at] as Version;
      if (snapshot === undefined || version.commit <= snapshot) return version.document;
    }
    return null;
  }

  lastCommit(row: Row): number {
    return row.versions[row.versions.length - 1]?.commit ?? 0;
  }

  /** Makes a new version the newest. `oldest` is the oldest snapshot in use, or Infinity. */
  write(key: string, document: Document | null, commit: number, oldest: number): void {
    const row = this.rowFor(key);
    const before = this.seen(row);
    this.size += Number(document !== null) - Number(before !== null);
    if (document !== null) for (const index of this.indexes) index.add(document, key);
    row.versions.push({ commit, document });
    this.prune(row, oldest);
  }

  /** Forgets versions that no running transaction can see any more. */
  pruneAged(oldest: number): void {
    for (const row of this.aged) this.prune(row, oldest);
  }

  /** Lets go of a row that a transaction had locked and that nobody can see. */
  release(row: Row, oldest: number): void {
    row.lock = undefined;
    if (row.versions.length === 0) this.rows.delete(row.key);
    else this.prune(row, oldest);
  }

  private prune(row: Row, oldest: number): void {
    let firstKept = row.versions.length - 1;
    while (firstKept > 0 && (row.versions[firstKept] as Version).commit > oldest) firstKept--;
    const dropped = row.versions.splice(0, firstKept);
    for (const version of dropped) if (version.document !== null) this.unindex(row, version.document);
    if (row.versions.length > 1) {
      this.aged.add(row);
      return;
    }
    this.aged.delete(row);
    const [only] = row.versions;
    if (only !== undefined && only.document === null && row.lock === undefined && only.commit <= oldest) this.rows.delete(row.key);
  }

  /** Takes out the entries of a version, except those that a version still kept has too. */
  private unindex(row: Row, document: Document): void {
    for (const index of this.indexes) {
      const kept = new Set<string>();
      for (const version of row.versions) {
        if (version.document === null) continue;
        for (const entry of index.entriesOf(version.document, row.key)) kept.add(index.textOf(entry.values));
      }
      const gone = index.entriesOf(document, row.key).filter((entry) => !kept.has(index.textOf(entry.values)));
      index.removeEntries(gone);
    }
  }

  /** The keys that a document holds in unique indexes, by which concurrent writers meet. */
  uniqueKeys(document: Document | null, key: string): { index: IndexTree; entry: Entry; text: string }[] {
    if (document === null) return [];
    return this.indexes.filter((index) => index.spec.unique === true).flatMap((index) =>
      index.entriesOf(document, key).map((entry) => {
        const text = index.textOf(entry.values);
        return { index, entry, text: `${index.spec.name} ${text}` };
      }),
    );
  }

  /**
   * Throws E11000 when another document already has a unique key of this one. `visible` says what the
   * writer sees of a row, so that a transaction counts its own writes.
   */
  checkUnique(document: Document, key: string, visible: (other: string) => Document | null): void {
    for (const { index, entry } of this.uniqueKeys(document, key)) {
      const text = index.textOf(entry.values);
      for (const other of index.keysAt(entry.values)) {
        if (other === key) continue;
        const theirs = visible(other);
        if (theirs === null) continue;
        if (index.entriesOf(theirs, other).some((one) => index.textOf(one.values) === text)) {
          throw duplicateKey(this.name, index.spec.name, text);
        }
      }
    }
  }
}
