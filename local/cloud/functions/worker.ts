/**
 * One instance of one cloud function: a process that answers one call at a time, as on the real service. Who
 * calls is in the environment, which is the same for everything in the process; so nothing else may run.
 */
import { resolve } from 'node:path';
import type { Call, Ready, Reply } from './messages';

type Main = (event: unknown, context: object) => unknown;

/** What the platform calls a function with besides the event. */
function contextOf(call: Call): object {
  return {
    memory_limit_in_mb: 256,
    time_limit_in_ms: call.timeoutMs,
    request_id: call.id,
    function_name: call.function,
    function_version: '$LATEST',
    namespace: 'local-env',
    environment: JSON.stringify(call.env),
    environ: Object.entries(call.env).map(([name, value]) => `${name}=${value}`).join(';'),
    callbackWaitsForEmptyEventLoop: false,
  };
}

let previous: string[] = [];

/** Sets what belongs to this call, and takes away what belonged to the one before. */
function enter(env: Record<string, string>): void {
  for (const name of previous) delete process.env[name];
  previous = Object.keys(env);
  Object.assign(process.env, env);
}

async function answer(main: Main, call: Call): Promise<Reply> {
  enter(call.env);
  try {
    const result = await main(call.event, contextOf(call));
    return { id: call.id, result: JSON.stringify(result ?? null) };
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { id: call.id, error: text };
  }
}

function start(): void {
  const folder = process.argv[2] as string;
  // The bundler must leave this alone: the function is loaded when the process starts.
  const load = module.require.bind(module) as (path: string) => { main: Main };
  const { main } = load(resolve(folder, 'index.js'));
  process.on('message', (call: Call) => void answer(main, call).then((reply) => process.send?.(reply)));
  process.on('disconnect', () => process.exit(0));
  process.send?.({ ready: true } satisfies Ready);
}

start();
