/** The program that a function's process runs: TypeScript here, one built file there. */
import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';

const SOURCES = ['worker.ts', 'messages.ts'].map((name) => join(__dirname, name));
const OUTPUT = join(__dirname, '../../../dist/local/function-worker.cjs');

/** The path of the built worker; builds it when it is missing or older than its source. */
export async function ensureWorker(): Promise<string> {
  if (existsSync(OUTPUT) && SOURCES.every((source) => statSync(source).mtimeMs <= statSync(OUTPUT).mtimeMs)) return OUTPUT;
  mkdirSync(dirname(OUTPUT), { recursive: true });
  // Several may start at once: each builds its own file and puts it in place whole.
  const own = `${OUTPUT}.${process.pid}`;
  await build({
    entryPoints: [join(__dirname, 'worker.ts')],
    outfile: own,
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    logLevel: 'warning',
  });
  renameSync(own, OUTPUT);
  return OUTPUT;
}
