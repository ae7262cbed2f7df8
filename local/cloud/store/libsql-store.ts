/**
 * The store in one SQLite file (libsql): write-ahead log, and a sync of the disk for every commit, so that an
 * acknowledged write survives kill -9 and a power cut. The file is held exclusively; the system lets go of
 * that lock when the process dies, however it dies.
 */
import Database from 'libsql';
import { StartError, messageOf } from '../errors';
import type { Change, Store, StoredDocument, StoredFile } from './store';

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS collections (name TEXT PRIMARY KEY) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS documents (
    collection TEXT NOT NULL, key TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (collection, key)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS files (
    path TEXT PRIMARY KEY, content TEXT NOT NULL, size INTEGER NOT NULL, owner TEXT NOT NULL, at INTEGER NOT NULL
  ) WITHOUT ROWID;
`;

/** What is used of a prepared statement; the package's own types leave the parameters out. */
interface Statement {
  run(...parameters: unknown[]): unknown;
  get(...parameters: unknown[]): unknown;
  all(...parameters: unknown[]): unknown[];
  iterate(...parameters: unknown[]): Iterable<unknown>;
}

/** Opens or creates the file. Throws StartError: in use, damaged, not writable. Changes nothing then. */
export function openLibsqlStore(file: string): Store {
  let database: Database.Database | undefined;
  try {
    database = new Database(file);
    prepareFile(database);
    return new LibsqlStore(database);
  } catch (error) {
    database?.close();
    throw folderError(file, error);
  }
}

function prepareFile(database: Database.Database): void {
  // The lock first, then the check, and only then anything that writes: a file that is refused stays as it is.
  database.pragma('locking_mode = EXCLUSIVE');
  database.exec('BEGIN EXCLUSIVE; COMMIT');
  const [check] = database.pragma('quick_check(1)') as { quick_check: string }[];
  if (check?.quick_check !== 'ok') throw new Error(`malformed: ${check?.quick_check ?? 'no answer'}`);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec(SCHEMA);
  // Only a write takes the lock for good.
  database.exec("INSERT OR REPLACE INTO settings (name, value) VALUES ('format', '1')");
}

function folderError(file: string, error: unknown): StartError {
  const reason = messageOf(error).replace(/\*\*\*[^*]*\*\*\*/g, '').replace(/\s+/g, ' ').trim();
  if (/locked|busy/i.test(reason)) {
    return new StartError(`The data in ${file} is in use by another local cloud. Stop that one, or choose another folder with --data.`, { cause: error });
  }
  if (/not a database|malformed|damaged|corrupt/i.test(reason)) {
    return new StartError(`The data file ${file} is damaged (${reason}). Nothing was changed. Restore a copy, or start with another folder.`, { cause: error });
  }
  return new StartError(`The data file ${file} cannot be opened for writing (${reason}).`, { cause: error });
}

class LibsqlStore implements Store {
  private readonly database: Database.Database;
  private readonly put: Statement;
  private readonly remove: Statement;
  private readonly addCollection: Statement;

  constructor(database: Database.Database) {
    this.database = database;
    this.put = this.prepare('INSERT OR REPLACE INTO documents (collection, key, body) VALUES (?, ?, ?)');
    this.remove = this.prepare('DELETE FROM documents WHERE collection = ? AND key = ?');
    this.addCollection = this.prepare('INSERT OR IGNORE INTO collections (name) VALUES (?)');
  }

  private prepare(sql: string): Statement {
    return this.database.prepare(sql);
  }

  collections(): string[] {
    const rows = this.prepare('SELECT name FROM collections ORDER BY name').all() as { name: string }[];
    return rows.map((row) => row.name);
  }

  documents(): Iterable<StoredDocument> {
    return this.prepare('SELECT collection, key, body FROM documents').iterate() as Iterable<StoredDocument>;
  }

  commit(changes: readonly Change[]): void {
    this.database.exec('BEGIN IMMEDIATE');
    try {
      for (const change of changes) this.apply(change);
      this.database.exec('COMMIT');
    } catch (error) {
      if (this.database.inTransaction) this.database.exec('ROLLBACK');
      throw error;
    }
  }

  private apply(change: Change): void {
    if (change.kind === 'put') this.put.run(change.collection, change.key, change.body);
    else if (change.kind === 'remove') this.remove.run(change.collection, change.key);
    else this.addCollection.run(change.collection);
  }

  setting(name: string): string | undefined {
    const row = this.prepare('SELECT value FROM settings WHERE name = ?').get(name) as { value: string } | undefined;
    return row?.value;
  }

  saveSetting(name: string, value: string): void {
    this.prepare('INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)').run(name, value);
  }

  files(): StoredFile[] {
    return this.prepare('SELECT path, content, size, owner, at FROM files ORDER BY path').all() as StoredFile[];
  }

  file(path: string): StoredFile | undefined {
    const [file] = this.prepare('SELECT path, content, size, owner, at FROM files WHERE path = ?').all(path) as StoredFile[];
    return file;
  }

  saveFile(file: StoredFile): void {
    const statement = this.prepare('INSERT OR REPLACE INTO files (path, content, size, owner, at) VALUES (?, ?, ?, ?, ?)');
    statement.run(file.path, file.content, file.size, file.owner, file.at);
  }

  removeFile(path: string): void {
    this.prepare('DELETE FROM files WHERE path = ?').run(path);
  }

  close(): void {
    // Without its log the one file holds everything and may be copied by itself. And the lock must be let go of by
    // hand: the package closes a connection only when the collector has taken its statements.
    this.database.pragma('journal_mode = DELETE');
    this.database.pragma('locking_mode = NORMAL');
    this.setting('format');
    this.database.close();
  }
}
