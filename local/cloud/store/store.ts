/** Where documents outlive the process. */

export type Change =
  | { kind: 'collection'; collection: string }
  | { kind: 'put'; collection: string; key: string; body: string }
  | { kind: 'remove'; collection: string; key: string };

export interface StoredDocument {
  collection: string;
  key: string;
  body: string;
}

export interface StoredFile {
  path: string;
  /** The name under which the content lies in the folder of files. */
  content: string;
  size: number;
  /** Who sent it up; empty for a function. */
  owner: string;
  /** Epoch ms by the movable clock. */
  at: number;
}

export interface Store {
  collections(): string[];
  documents(): Iterable<StoredDocument>;
  /** All of the changes or none, on the disk when it returns. */
  commit(changes: readonly Change[]): void;
  setting(name: string): string | undefined;
  saveSetting(name: string, value: string): void;
  files(): StoredFile[];
  file(path: string): StoredFile | undefined;
  saveFile(file: StoredFile): void;
  removeFile(path: string): void;
  close(): void;
}
