/** The local cloud for one spec file: its own process, its own folder, the built functions, the unmodified SDK. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import cloudbase from '@cloudbase/node-sdk';
import type { ActionName, InputOf, OutputOf, Reply } from '../../typings/contract/actions';

const ROOT = resolve(__dirname, '../..');

export interface LocalCloudOptions {
  /** Built functions; default dist/cloudfunctions. */
  functions?: string;
  /** A JSON file of collections; default: those that the functions declare. */
  collections?: string;
  /** Refuse a query that no index serves. Default true: so does the rule for our own queries. */
  strict?: boolean;
  /** Timers fire by themselves when the clock moves. Default false: `runTimers()` fires them. */
  liveTimers?: boolean;
  /** Variables for every function. */
  functionEnv?: Record<string, string>;
  /** After how many ms a transaction is gone; default 30,000. */
  transactionMs?: number;
  /** Where functions reach the database: something of the test that passes it on to `url`. */
  functionsOrigin?: string;
  /** Told where the cloud is, each time it has started and before anybody calls it. */
  onStart?: (url: string) => void;
}

export interface Asked {
  /** One id for one intention; a new one when it is not given. */
  attemptId?: string;
}

/** One database call, or one function call, as the local cloud remembers it. */
export interface RequestRecord {
  seq: number;
  requestId: string;
  action: string;
  target: string;
  examined: number;
  index: string;
  ms: number;
  code?: string;
  /** The function call that sent it. */
  invocation?: string;
  isInTransaction: boolean;
}

/** One message that went to WeChat. */
export interface OpenApiCall {
  api: string;
  data: Record<string, unknown>;
  answer: Record<string, unknown>;
}

/** Starts a cloud on a free port and an empty folder. Call `stop()` at the end. */
export async function startLocalCloud(options: LocalCloudOptions = {}): Promise<LocalCloud> {
  const folder = mkdtempSync(join(tmpdir(), 'jiaan-test-'));
  const cloud = new LocalCloud(folder, options);
  await cloud.start();
  return cloud;
}

export class LocalCloud {
  readonly folder: string;
  private readonly options: LocalCloudOptions;
  private process: ChildProcess | undefined;
  private port = 0;
  private hostKey = '';

  constructor(folder: string, options: LocalCloudOptions) {
    this.folder = folder;
    this.options = options;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** The key of this run: for requests that a test makes by itself. */
  get key(): string {
    return this.hostKey;
  }

  /** The cloud's process; its children are the functions'. */
  get pid(): number | undefined {
    return this.process?.pid;
  }

  /** The SDK's database on this cloud, seen as an administrator. */
  get database() {
    return this.app.database();
  }

  /** The SDK on this cloud: files, calls, WeChat's interfaces. */
  get app() {
    // Without this the SDK looks for the cloud's own network first.
    Object.assign(process.env, { TENCENTCLOUD_RUNENV: 'SCF', TENCENTCLOUD_REGION: 'ap-shanghai', SCF_NAMESPACE: 'local-env', SILENCE: 'true' });
    return cloudbase.init({ env: 'local-env', secretId: 'local', secretKey: 'local', serviceUrl: `${this.url}/admin` });
  }

  /** Somebody with WeChat in hand. */
  as(openid: string): Person {
    return new Person(this, openid);
  }

  /** Moves the clock to a moment in China, as '2026-03-03 18:00'. It goes on from there. */
  async at(moment: string): Promise<void> {
    await this.control('POST', 'clock', { to: Date.parse(`${moment.replace(' ', 'T')}+08:00`) });
  }

  /** Moves the clock on by so many ms. */
  async later(ms: number): Promise<void> {
    await this.control('POST', 'clock', { by: ms });
  }

  /** What the cloud's clock shows, in epoch ms. */
  async now(): Promise<number> {
    const { now } = await this.control<{ now: number }>('GET', 'clock');
    return now;
  }

  /** Fires the timers (of one function) and waits for them. Throws when one fails. */
  async runTimers(name?: string): Promise<void> {
    const { fired } = await this.control<{ fired: { function: string; ok: boolean; error?: string }[] }>('POST', 'timers/run', { function: name });
    const failed = fired.find(({ ok }) => !ok);
    if (failed) throw new Error(`timer of ${failed.function}: ${failed.error}`);
  }

  /** What was asked of the cloud since `after` (a `seq`). */
  requests(after = 0): Promise<RequestRecord[]> {
    return this.control('GET', `requests?after=${after}`);
  }

  /** What functions wrote to their log. */
  logs(): Promise<{ function: string; stream: string; text: string; invocation: string }[]> {
    return this.control('GET', 'logs');
  }

  /** What was sent to WeChat. */
  outbox(): Promise<OpenApiCall[]> {
    return this.control('GET', 'outbox');
  }

  /** The next call of one of WeChat's interfaces fails with this code. */
  async failNext(api: string, errCode: number): Promise<void> {
    await this.control('POST', 'outbox/fail', { api, errCode });
  }

  async control<T>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<T> {
    const init: RequestInit = { method, headers: { 'x-host-key': this.hostKey } };
    if (body) init.body = JSON.stringify(body);
    const response = await fetch(`${this.url}/control/${path}`, init);
    const answer: unknown = await response.json();
    if (!response.ok) throw new Error(`/control/${path}: ${JSON.stringify(answer)}`);
    return answer as T;
  }

  /** kill -9: what was not acknowledged may be lost, nothing else. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** Ends the process in order; the folder stays. */
  async quit(): Promise<void> {
    await this.end('SIGTERM');
  }

  /** The same folder and the same port again, after `kill` or instead of the running process. */
  async restart(): Promise<void> {
    await this.end('SIGTERM');
    await this.start();
  }

  async stop(): Promise<void> {
    await this.end('SIGTERM');
    rmSync(this.folder, { recursive: true, force: true });
  }

  async start(): Promise<void> {
    const child = fork(resolve(ROOT, 'local/cloud/cli.ts'), this.arguments(), {
      cwd: ROOT,
      execArgv: ['--import', 'tsx'],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let complaint = '';
    child.stderr?.on('data', (text: Buffer) => {
      complaint += text.toString();
    });
    const [message] = (await Promise.race([once(child, 'message'), once(child, 'exit')])) as [{ port: number; hostKey: string } | number | null];
    if (typeof message !== 'object' || message === null) throw new Error(`the local cloud did not start: ${complaint}`);
    this.process = child;
    this.port = message.port;
    this.hostKey = message.hostKey;
    this.options.onStart?.(this.url);
  }

  private arguments(): string[] {
    const { functions, collections, strict = true, liveTimers = false, functionEnv = {}, transactionMs, functionsOrigin } = this.options;
    return [
      ...['--data', join(this.folder, 'data'), '--port', String(this.port)],
      ...(functions === undefined ? [] : ['--functions', functions]),
      ...(collections === undefined ? [] : ['--collections', collections]),
      ...(strict ? ['--strict'] : []),
      ...(liveTimers ? [] : ['--manual-timers']),
      ...Object.entries(functionEnv).flatMap(([name, value]) => ['--function-env', `${name}=${value}`]),
      ...(transactionMs === undefined ? [] : ['--transaction-ms', String(transactionMs)]),
      ...(functionsOrigin === undefined ? [] : ['--functions-origin', functionsOrigin]),
    ];
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const child = this.process;
    this.process = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, 'exit');
  }
}

export class Person {
  readonly openid: string;
  private readonly cloud: LocalCloud;

  constructor(cloud: LocalCloud, openid: string) {
    this.cloud = cloud;
    this.openid = openid;
  }

  /** What the cloud answers, refusals included. */
  async ask<A extends ActionName>(action: A, input: InputOf<A>, { attemptId = crypto.randomUUID() }: Asked = {}): Promise<Reply<OutputOf<A>>> {
    return this.send(action, { action, input, attemptId });
  }

  /** The data of an answer; throws on a refusal. */
  async get<A extends ActionName>(action: A, input: InputOf<A>, asked?: Asked): Promise<OutputOf<A>> {
    const reply = await this.ask(action, input, asked);
    if (!reply.ok) throw new Error(`${action}: ${reply.error.code} ${reply.error.message}`);
    return reply.data;
  }

  /** Sends anything at all, as a hostile client would. */
  async send<A extends ActionName>(action: A, body: object): Promise<Reply<OutputOf<A>>> {
    const [feature] = action.split('.');
    const headers = { 'x-wx-openid': this.openid, 'x-host-key': this.cloud.key };
    const response = await fetch(`${this.cloud.url}/fn/${feature}`, { method: 'POST', headers, body: JSON.stringify(body) });
    const answer = (await response.json()) as { result?: Reply<OutputOf<A>>; code?: string; message?: string };
    if (answer.result === undefined) throw new Error(`${action} was not answered: ${answer.code} ${answer.message}`);
    return answer.result;
  }

  /** What `wx.cloud.uploadFile` does; gives the file's id. */
  async upload(path: string, content: Buffer): Promise<string> {
    const headers = { 'x-wx-openid': this.openid, 'x-host-key': this.cloud.key };
    const url = `${this.cloud.url}/control/upload?path=${encodeURIComponent(path)}`;
    const response = await fetch(url, { method: 'POST', headers, body: new Uint8Array(content) });
    const answer = (await response.json()) as { fileID?: string; code?: string; message?: string };
    if (answer.fileID === undefined) throw new Error(`upload: ${answer.code} ${answer.message}`);
    return answer.fileID;
  }
}
