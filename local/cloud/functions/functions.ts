/** The cloud functions: found in a folder, run in processes that are kept warm. */
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../clock';
import { CloudError } from '../errors';
import type { Logs } from '../logs';
import { type Caller, environmentOf, processEnvironment } from './environment';
import { Instance } from './instance';

/** Processes of one function at a time; further calls wait their turn. */
const MOST_INSTANCES = 4;

/** A process without work for so long ends, except the last one of its function. In ms. */
const IDLE_MS = 60_000;

/** CloudBase's default, in seconds; a function's config.json may say otherwise (at most 60). */
const DEFAULT_TIMEOUT = 20;

const NAME = /^[A-Za-z][A-Za-z0-9_-]{0,59}$/;

export interface TriggerSpec {
  function: string;
  name: string;
  /** Seven fields, in China's time. */
  cron: string;
}

interface FunctionConfig {
  timeout?: number;
  triggers?: { name: string; type: string; config: string }[];
}

interface Pool {
  instances: Instance[];
  waiting: (() => void)[];
  /** When the function was built: a newer one gets new processes. */
  builtAt: number;
}

export interface FunctionsOptions {
  folder: string;
  worker: string;
  env: Record<string, string>;
  clock: Clock;
  logs: Logs;
}

export interface Outcome {
  invocation: string;
  /** What the function returned, as JSON. */
  result: string;
}

export class Functions {
  /** Where this server is reached; set once it listens. */
  origin = '';
  private readonly options: FunctionsOptions;
  private readonly pools = new Map<string, Pool>();
  private readonly sweeper: NodeJS.Timeout;
  private isStopped = false;

  constructor(options: FunctionsOptions) {
    this.options = options;
    this.sweeper = setInterval(() => this.endIdle(), IDLE_MS / 2);
    this.sweeper.unref();
  }

  names(): string[] {
    const { folder } = this.options;
    if (!existsSync(folder)) return [];
    return readdirSync(folder).filter((name) => NAME.test(name) && existsSync(join(folder, name, 'index.js'))).sort();
  }

  triggers(): TriggerSpec[] {
    return this.names().flatMap((name) => {
      const triggers = this.config(name).triggers ?? [];
      return triggers.filter(({ type }) => type === 'timer').map((trigger) => ({ function: name, name: trigger.name, cron: trigger.config }));
    });
  }

  /** Calls a function. Throws FUNCTION_NOT_FOUND, FUNCTIONS_EXECUTE_FAIL, FUNCTIONS_TIME_LIMIT_EXCEEDED. */
  async invoke(name: string, event: unknown, caller: Caller): Promise<Outcome> {
    this.refuseUnknown(name);
    const invocation = randomUUID();
    const instance = await this.take(name);
    try {
      const { clock } = this.options;
      const env = environmentOf(caller, { invocation, origin: this.origin, offsetMs: clock.offsetMs });
      const call = { id: invocation, function: name, event: withUserInfo(event, caller), env, timeoutMs: this.timeoutMs(name) };
      return { invocation, result: await instance.run(call) };
    } finally {
      this.giveBack(name);
    }
  }

  stop(): void {
    this.isStopped = true;
    clearInterval(this.sweeper);
    for (const pool of this.pools.values()) for (const instance of pool.instances) instance.stop();
  }

  private refuseUnknown(name: string): void {
    if (NAME.test(name) && existsSync(join(this.options.folder, name, 'index.js'))) return;
    throw new CloudError('FUNCTION_NOT_FOUND', `[FUNCTION_NOT_FOUND] FunctionName parameter could not be found: ${name}`);
  }

  /** A process with nothing to do: a warm one, a new one, or the next that becomes free. */
  private async take(name: string): Promise<Instance> {
    const pool = this.poolOf(name);
    for (;;) {
      if (this.isStopped) throw new CloudError('FUNCTIONS_EXECUTE_FAIL', 'the local cloud is stopping');
      pool.instances = pool.instances.filter((instance) => instance.isAlive);
      const free = pool.instances.find((instance) => !instance.isBusy);
      const instance = free ?? (pool.instances.length < MOST_INSTANCES ? this.start(name, pool) : undefined);
      if (instance !== undefined) {
        instance.isBusy = true;
        return instance;
      }
      await new Promise<void>((resolve) => pool.waiting.push(resolve));
    }
  }

  private giveBack(name: string): void {
    this.pools.get(name)?.waiting.shift()?.();
  }

  private start(name: string, pool: Pool): Instance {
    const { folder, worker, env, logs, clock } = this.options;
    const instance = new Instance({
      function: name,
      folder: join(folder, name),
      worker,
      env: processEnvironment(env, this.origin),
      now: () => clock.now(),
      logs,
    });
    pool.instances.push(instance);
    return instance;
  }

  /** The pool of a function; after a new build its old processes finish what they do and are not used again. */
  private poolOf(name: string): Pool {
    const builtAt = statSync(join(this.options.folder, name, 'index.js')).mtimeMs;
    let pool = this.pools.get(name);
    if (pool === undefined) {
      pool = { instances: [], waiting: [], builtAt };
      this.pools.set(name, pool);
    }
    if (pool.builtAt !== builtAt) {
      pool.builtAt = builtAt;
      for (const instance of pool.instances) if (!instance.isBusy) instance.stop();
      pool.instances = [];
    }
    return pool;
  }

  private endIdle(): void {
    for (const pool of this.pools.values()) {
      const idle = pool.instances.filter(({ isBusy, lastUsed }) => !isBusy && Date.now() - lastUsed > IDLE_MS);
      for (const instance of idle.slice(pool.instances.length === idle.length ? 1 : 0)) instance.stop();
      pool.instances = pool.instances.filter((instance) => instance.isAlive);
    }
  }

  private timeoutMs(name: string): number {
    const seconds = this.config(name).timeout ?? DEFAULT_TIMEOUT;
    return Math.min(Math.max(seconds, 1), 60) * 1000;
  }

  private config(name: string): FunctionConfig {
    const file = join(this.options.folder, name, 'config.json');
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as FunctionConfig) : {};
  }
}

/** The platform tells a function who calls in the event too, over whatever the caller wrote there. */
function withUserInfo(event: unknown, caller: Caller): unknown {
  if (caller.kind !== 'person' || typeof event !== 'object' || event === null) return event;
  return { ...event, userInfo: { appId: 'wxlocal', openId: caller.openid } };
}
