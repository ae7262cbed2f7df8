/** `npm run cloud`: the local cloud by itself, for tests and for work on functions. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { loadCollections } from './declared';
import { messageOf } from './errors';
import { type Cloud, startCloud, StartError } from './index';

const ROOT = join(__dirname, '../..');

const HELP = `npm run cloud -- [options]

  --port N            the port on 127.0.0.1; without it, or with 0, a free one is taken
  --data DIR          where everything is kept; without it a new temporary folder that is deleted at the end
  --functions DIR     built functions (default dist/cloudfunctions)
  --collections FILE  a JSON file with the collections and indexes (default: those of cloudfunctions/_kit)
  --strict            refuse a query that no index serves
  --manual-timers     timers fire only when POST /control/timers/run says so
  --function-env N=V  a variable for every function; may be given several times
  --transaction-ms N  after how long a transaction is gone (default 30000)
  --functions-origin URL  where functions reach the database instead of here: something that passes it on
`;

const OPTIONS = {
  port: { type: 'string', default: '0' },
  data: { type: 'string' },
  functions: { type: 'string', default: join(ROOT, 'dist/cloudfunctions') },
  collections: { type: 'string' },
  strict: { type: 'boolean', default: false },
  'manual-timers': { type: 'boolean', default: false },
  'function-env': { type: 'string', multiple: true, default: [] as string[] },
  'transaction-ms': { type: 'string', default: '30000' },
  'functions-origin': { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

async function main(): Promise<void> {
  const values = readOptions();
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  const isTemporary = values.data === undefined;
  const dataDir = values.data === undefined ? mkdtempSync(join(tmpdir(), 'jiaan-cloud-')) : resolve(values.data);
  const cloud = await startCloud({
    dataDir,
    port: wholeNumber(values.port, '--port'),
    strict: values.strict,
    collections: await loadCollections(values.collections),
    functionsDir: resolve(values.functions),
    functionEnv: variables(values['function-env']),
    liveTimers: !values['manual-timers'],
    transactionLifetime: wholeNumber(values['transaction-ms'], '--transaction-ms'),
    ...(values['functions-origin'] !== undefined && { functionsOrigin: values['functions-origin'] }),
  });
  stopOnSignals(cloud, isTemporary ? dataDir : undefined); // first: who reads the address may end it at once
  console.log(`local cloud: ${cloud.url}`);
  process.send?.({ port: cloud.port, hostKey: cloud.hostKey });
}

function readOptions() {
  try {
    return parseArgs({ options: OPTIONS }).values;
  } catch (error) {
    throw new StartError(`${messageOf(error)} (see --help)`, { cause: error });
  }
}

function variables(pairs: readonly string[]): Record<string, string> {
  const parts = pairs.map((pair) => /^(\w+)=(.*)$/s.exec(pair));
  if (parts.includes(null)) throw new StartError('--function-env needs NAME=VALUE.');
  return Object.fromEntries(parts.map((part) => [part?.[1] ?? '', part?.[2] ?? '']));
}

function wholeNumber(text: string, option: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > 0xffff_ffff) throw new StartError(`${option} needs a whole number, not "${text}".`);
  return value;
}

function stopOnSignals(cloud: Cloud, temporary: string | undefined): void {
  const stop = (): void => {
    void cloud.stop().then(() => {
      if (temporary !== undefined) rmSync(temporary, { recursive: true, force: true });
      process.exit(0);
    });
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  if (process.send !== undefined) process.once('disconnect', stop);
}

main().catch((error: unknown) => {
  console.error(error instanceof StartError ? error.message : error);
  process.exit(1);
});
