/** The files of the cloud: content in a folder, everything else in the store. */
import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { closeSync, createReadStream, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync, type ReadStream } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../clock';
import { CloudError, invalidParameter } from '../errors';
import type { Store, StoredFile } from '../store/store';

/** How a file of this environment is called: `cloud://local-env.<bucket>/<path>`. */
const PREFIX = 'cloud://local-env.6c6f-local-env-1250000000/';

/** How long an address serves when nobody says otherwise, in seconds [CloudBase: 2 hours]. */
const DEFAULT_AGE = 7200;

/** What CloudBase allows in a path, and nothing that could climb out of a folder. */
const PATH = /^(?!\/)(?!.*\/\/)(?!.*(?:^|\/)\.{1,2}(?:\/|$))[\p{Script=Han}0-9A-Za-z/!\-_. *]{1,512}$/u;

export class FileStore {
  private readonly folder: string;
  private readonly store: Store;
  private readonly clock: Clock;
  private readonly key: string;

  /** `key` signs addresses; it outlives the process so that an address does too. */
  constructor(folder: string, store: Store, clock: Clock, key: string) {
    this.folder = folder;
    this.store = store;
    this.clock = clock;
    this.key = key;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  }

  fileIdOf(path: string): string {
    return PREFIX + checkedPath(path);
  }

  /** The path of a file id; throws INVALID_PARAM for one of another environment. */
  pathOf(fileId: string): string {
    if (!fileId.startsWith(PREFIX)) throw invalidParameter(`not a file of this environment: ${fileId}`);
    return checkedPath(fileId.slice(PREFIX.length));
  }

  find(path: string): StoredFile | undefined {
    return this.store.file(path);
  }

  list(): StoredFile[] {
    return this.store.files();
  }

  /**
   * Keeps a content under a path, on the disk when it returns. Another person's file is not replaced
   * (STORAGE_EXCEED_AUTHORITY); a function (`owner` empty) replaces any.
   */
  save(path: string, content: Buffer, owner: string): void {
    checkedPath(path);
    const before = this.store.file(path);
    if (before !== undefined && owner !== '' && before.owner !== owner) {
      throw new CloudError('STORAGE_EXCEED_AUTHORITY', 'the file belongs to somebody else');
    }
    const name = randomUUID();
    this.writeDurably(name, content);
    this.store.saveFile({ path, content: name, size: content.length, owner, at: this.clock.now() });
    if (before !== undefined) this.discard(before);
  }

  /** Puts a copy of a file under another path; false when there is none. */
  copy(from: string, to: string): boolean {
    const file = this.store.file(from);
    if (file === undefined) return false;
    this.save(to, this.read(file), '');
    return true;
  }

  /** Removes a file; false when there is none. */
  remove(path: string): boolean {
    const file = this.store.file(path);
    if (file === undefined) return false;
    this.store.removeFile(path);
    this.discard(file);
    return true;
  }

  read(file: StoredFile): Buffer {
    return readFileSync(join(this.folder, file.content));
  }

  stream(file: StoredFile): ReadStream {
    return createReadStream(join(this.folder, file.content));
  }

  /** The query of an address that reads (`get`) or writes (`put`) a path until `maxAge` seconds from now. */
  sign(method: 'get' | 'put', path: string, maxAge = DEFAULT_AGE): string {
    const until = Math.floor(this.clock.now() / 1000) + maxAge;
    return `sign=${this.signature(method, path, until)}&t=${until}`;
  }

  /** Whether `query` was signed for this, and its time is not over on the movable clock. */
  isSigned(method: 'get' | 'put', path: string, query: URLSearchParams): boolean {
    const until = Number(query.get('t'));
    if (!Number.isSafeInteger(until) || until * 1000 < this.clock.now()) return false;
    const given = Buffer.from(query.get('sign') ?? '');
    const right = Buffer.from(this.signature(method, path, until));
    return given.length === right.length && timingSafeEqual(given, right);
  }

  private signature(method: string, path: string, until: number): string {
    return createHmac('sha256', this.key).update(`${method}\n${path}\n${until}`).digest('hex');
  }

  private writeDurably(name: string, content: Buffer): void {
    const target = join(this.folder, name);
    const handle = openSync(`${target}.new`, 'wx', 0o600);
    try {
      for (let written = 0; written < content.length; ) written += writeSync(handle, content, written);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(`${target}.new`, target);
    const folder = openSync(this.folder, 'r');
    try {
      fsyncSync(folder);
    } finally {
      closeSync(folder);
    }
  }

  private discard(file: StoredFile): void {
    rmSync(join(this.folder, file.content), { force: true });
  }
}

function checkedPath(path: string): string {
  if (!PATH.test(path)) throw invalidParameter(`not a path that the cloud storage takes: ${path}`);
  return path;
}
