/** One process of one function. */
import { type ChildProcess, fork } from 'node:child_process';
import { CloudError } from '../errors';
import type { Logs } from '../logs';
import type { Call, Ready, Reply } from './messages';

export interface InstanceOptions {
  function: string;
  folder: string;
  worker: string;
  env: NodeJS.ProcessEnv;
  now: () => number;
  logs: Logs;
}

/** The longest that loading a function may take. The real service, too, counts that apart from a call's own time. */
const LOAD_MS = 20_000;

export class Instance {
  isBusy = false;
  isAlive = true;
  /** Real time in ms at which it last had something to do. */
  lastUsed = Date.now();
  private readonly child: ChildProcess;
  private readonly options: InstanceOptions;
  private invocation = '';
  private fail: ((error: CloudError) => void) | undefined;
  private answered: ((reply: Reply) => void) | undefined;
  private isReady = false;
  private becameReady: (() => void) | undefined;

  constructor(options: InstanceOptions) {
    this.options = options;
    this.child = fork(options.worker, [options.folder], {
      env: options.env,
      cwd: options.folder,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      execArgv: [],
    });
    this.keepOutput('stdout');
    this.keepOutput('stderr');
    this.child.on('message', (message: Reply | Ready) => this.hear(message));
    this.child.on('error', () => this.died('could not be started'));
    this.child.on('exit', (code, signal) => this.died(signal === null ? `exited with code ${String(code)}` : `was ended by ${signal}`));
  }

  /** The result as JSON. Throws FUNCTIONS_EXECUTE_FAIL, FUNCTIONS_TIME_LIMIT_EXCEEDED (the process is then ended). */
  async run(call: Call): Promise<string> {
    this.isBusy = true;
    this.invocation = call.id;
    // Until it is loaded the time is not the call's.
    let timer = setTimeout(() => this.expire(call.timeoutMs), this.isReady ? call.timeoutMs : LOAD_MS);
    this.becameReady = () => {
      clearTimeout(timer);
      timer = setTimeout(() => this.expire(call.timeoutMs), call.timeoutMs);
    };
    try {
      return await new Promise<string>((resolve, reject) => {
        this.fail = reject;
        this.answered = (reply) => {
          if (reply.id !== call.id) return;
          if (reply.error === undefined) resolve(reply.result ?? 'null');
          else reject(this.failure(reply.error));
        };
        this.child.send(call, (error) => {
          if (error !== null) reject(this.failure('the process cannot be reached'));
        });
      });
    } finally {
      clearTimeout(timer);
      this.fail = undefined;
      this.answered = undefined;
      this.becameReady = undefined;
      this.isBusy = false;
      this.lastUsed = Date.now();
    }
  }

  /** Ends the process; a call that is running fails. */
  stop(): void {
    this.isAlive = false;
    this.child.kill('SIGKILL');
  }

  private hear(message: Reply | Ready): void {
    if ('ready' in message) {
      this.isReady = true;
      this.becameReady?.();
    } else {
      this.answered?.(message);
    }
  }

  private expire(timeoutMs: number): void {
    const seconds = timeoutMs / 1000;
    const error = new CloudError('FUNCTIONS_TIME_LIMIT_EXCEEDED', `[FUNCTIONS_TIME_LIMIT_EXCEEDED] Invoking task timed out after ${seconds} seconds`);
    this.log('platform', error.message);
    this.fail?.(error);
    this.stop();
  }

  private failure(reason: string): CloudError {
    this.log('platform', reason);
    return new CloudError('FUNCTIONS_EXECUTE_FAIL', `[FUNCTIONS_EXECUTE_FAIL] ${this.options.function}: ${reason}`);
  }

  private died(how: string): void {
    this.isAlive = false;
    this.fail?.(this.failure(`the process ${how}`));
  }

  private keepOutput(name: 'stdout' | 'stderr'): void {
    let rest = '';
    const stream = this.child[name];
    stream?.setEncoding('utf8');
    stream?.on('data', (text: string) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) this.log(name, line);
    });
    stream?.on('end', () => {
      if (rest !== '') this.log(name, rest);
    });
  }

  private log(stream: 'stdout' | 'stderr' | 'platform', text: string): void {
    const { logs, now } = this.options;
    logs.lines.add({ at: now(), function: this.options.function, invocation: this.invocation, stream, text: text.slice(0, 4000) });
  }
}
