/** The local CloudBase: database, functions, files, WeChat's interfaces and timers on one port of this machine. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { Admin } from './admin/admin';
import { databaseActions } from './admin/database-actions';
import { functionActions } from './admin/function-actions';
import { storageActions } from './admin/storage-actions';
import { OpenApiFaults, wechatActions } from './admin/wechat-actions';
import { Clock } from './clock';
import { ConsolePages } from './console/console';
import { openDataFolder } from './data-folder';
import { Database } from './engine/database';
import { FileStore } from './files/file-store';
import { Functions } from './functions/functions';
import { ensureWorker } from './functions/worker-build';
import { CloudServer, type Routes } from './http/server';
import { readOrCreateKeys } from './keys';
import { Logs } from './logs';
import type { Store } from './store/store';
import { Timers } from './timers/timers';
import type { CollectionSpec } from './types';

export { StartError } from './errors';
export { Clock } from './clock';
export { Database } from './engine/database';
export { Functions } from './functions/functions';
export { emptyDataFolder } from './data-folder';
export type { CollectionSpec, Document, IndexSpec } from './types';
export type { Routes } from './http/server';

export interface CloudOptions {
  /** Where everything is kept; made if needed. One process at a time. */
  dataDir: string;
  /** 0 takes a free one. */
  port: number;
  /** Refuse a query that no index serves. */
  strict?: boolean;
  /** Declared collections and their indexes; they are there when the cloud has started. */
  collections: readonly CollectionSpec[];
  /** Built functions: `<name>/index.js` and perhaps `<name>/config.json`. */
  functionsDir: string;
  /** More environment for every function, besides the keys of the data folder (`keys.json`). */
  functionEnv?: Record<string, string>;
  /** Answers the paths that are not the cloud's own. May also be set later, with `Cloud.mount`. */
  routes?: Routes;
  /** The key of the host; when it is not given, the data folder's own, so that open pages outlive a restart. */
  hostKey?: string;
  /** Whether timers fire by themselves (default). Otherwise only `/control/timers/run` fires them. */
  liveTimers?: boolean;
  /** After how many ms a transaction is gone; CloudBase and default: 30,000. */
  transactionLifetime?: number;
  /** Where functions reach the database instead of here, as `http://127.0.0.1:9000`: a test stands between and fails calls. */
  functionsOrigin?: string;
}

export interface Settings {
  read(name: string): string | undefined;
  save(name: string, value: string): void;
}

export interface Cloud {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  readonly port: number;
  /** Needed in `x-host-key` for `/fn` and `/control`. */
  readonly hostKey: string;
  readonly clock: Clock;
  /** The database from inside: a seed inserts thousands of documents in one go. Await `settled()` at the end. */
  readonly database: Database;
  readonly files: FileStore;
  readonly functions: Functions;
  readonly timers: Timers;
  /** Small texts that outlive the process. */
  readonly settings: Settings;
  /** The keys that functions get, for whoever writes what functions will read. */
  readonly keys: Readonly<Record<string, string>>;
  /** Answers the paths that are not the cloud's own. */
  mount(routes: Routes): void;
  /** Ends everything; what was acknowledged is on the disk. */
  stop(): Promise<void>;
}

/** Starts a local cloud. Throws StartError (a sentence for people) for a folder or a port that cannot be used. */
export async function startCloud(options: CloudOptions): Promise<Cloud> {
  const worker = await ensureWorker();
  const store = openDataFolder(options.dataDir);
  try {
    return await new Assembly(store, options, worker).start();
  } catch (error) {
    store.close();
    throw error;
  }
}

/** The parts, put together. */
class Assembly implements Cloud {
  readonly hostKey: string;
  readonly clock: Clock;
  readonly database: Database;
  readonly files: FileStore;
  readonly functions: Functions;
  readonly timers: Timers;
  readonly settings: Settings;
  readonly keys: Readonly<Record<string, string>>;
  private readonly server: CloudServer;
  private readonly store: Store;
  private readonly options: CloudOptions;
  private routes: Routes | undefined;
  private stopping: Promise<void> | undefined;

  constructor(store: Store, options: CloudOptions, worker: string) {
    this.store = store;
    this.options = options;
    this.routes = options.routes;
    this.hostKey = options.hostKey ?? keptSecret(store, 'host-key');
    this.clock = new Clock(store);
    this.settings = {
      read: (name) => store.setting(`user:${name}`),
      save: (name, value) => store.saveSetting(`user:${name}`, value),
    };
    const { collections, strict = false, transactionLifetime = 30_000 } = options;
    this.database = new Database(store, { collections, strict, transactionLifetime });
    this.files = new FileStore(join(options.dataDir, 'files'), store, this.clock, keptSecret(store, 'file-signing-key'));
    const logs = new Logs();
    this.keys = readOrCreateKeys(options.dataDir);
    const env = { ...this.keys, ...options.functionEnv };
    this.functions = new Functions({ folder: options.functionsDir, worker, env, clock: this.clock, logs });
    this.timers = new Timers(this.functions, this.clock);
    this.server = this.createServer(logs);
  }

  private createServer(logs: Logs): CloudServer {
    const { database, clock, files, functions, timers, hostKey } = this;
    const faults = new OpenApiFaults();
    const actions = {
      ...databaseActions({ database, clock }),
      ...storageActions(files),
      ...functionActions(functions),
      ...wechatActions(logs, clock, faults),
    };
    const admin = new Admin(actions, logs, clock);
    const pages = new ConsolePages({ database, clock, files, functions, logs });
    return new CloudServer({ admin, pages, clock, files, functions, timers, logs, faults, hostKey, routes: () => this.routes });
  }

  async start(): Promise<this> {
    await this.database.settled();
    await this.server.listen(this.options.port);
    this.functions.origin = this.options.functionsOrigin ?? this.url;
    if (this.options.liveTimers !== false) this.timers.start();
    return this;
  }

  get port(): number {
    return this.server.port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  mount(routes: Routes): void {
    this.routes = routes;
  }

  stop(): Promise<void> {
    this.stopping ??= this.end();
    return this.stopping;
  }

  private async end(): Promise<void> {
    this.timers.stop();
    this.functions.stop();
    await this.server.close();
    this.database.close();
    this.store.close();
  }
}

/** Made once and kept: addresses of files, and pages that are open, outlive a restart. */
function keptSecret(store: Store, name: string): string {
  const key = store.setting(name) ?? randomBytes(32).toString('hex');
  store.saveSetting(name, key);
  return key;
}
