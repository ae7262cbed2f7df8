/** The functions' bundles: what is deployed, and how long a fresh process takes to load it. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';

/** What a zip file adds for each of its entries, besides the name twice. */
const ENTRY_BYTES = 30 + 46;
const END_BYTES = 22;
/** Fresh processes of each kind; the middle one counts. */
const STARTS = 9;

/** How large a function may be, in bytes, zipped (DESIGN.md §8). */
export function mostZipped(name: string): number {
  return (name === 'papers' ? 450 : 320) * 1024;
}

export interface Bundle {
  readonly name: string;
  readonly zipped: number;
  /** Cold `require` as a part of the unbundled SDK's, in the same run. */
  readonly ratio: number;
}

export function measureBundles(root: string): Bundle[] {
  const folder = join(root, 'dist/cloudfunctions');
  const names = readdirSync(folder).sort();
  const times = new Map<string, number[]>(['sdk', ...names].map((name) => [name, []]));
  // Turn by turn, so that a busy moment of the machine falls on all of them.
  for (let start = 0; start < STARTS; start += 1) {
    for (const [name, taken] of times) taken.push(coldRequire(root, name === 'sdk' ? '@cloudbase/node-sdk' : join(folder, name, 'index.js')));
  }
  const sdk = median(times.get('sdk')!);
  return names.map((name) => ({ name, zipped: zippedSize(join(folder, name)), ratio: median(times.get(name)!) / sdk }));
}

/** In ms, measured inside the process, in the cloud's environment: how long Node itself takes to start is not the function's. */
function coldRequire(cwd: string, module: string): number {
  const script = `const t=performance.now();require(${JSON.stringify(module)});process.stdout.write(String(performance.now()-t));process.exit(0)`;
  const env = { PATH: process.env.PATH, SILENCE: 'true', TENCENTCLOUD_RUNENV: 'SCF', TENCENTCLOUD_REGION: 'ap-shanghai', SCF_NAMESPACE: 'local-env' };
  return Number(execFileSync(process.execPath, ['-e', script], { cwd, env, encoding: 'utf8' }));
}

/** A folder as a zip file, in bytes. */
export function zippedSize(folder: string): number {
  return readdirSync(folder).reduce((sum, file) => sum + deflateRawSync(readFileSync(join(folder, file)), { level: 9 }).length + 2 * file.length + ENTRY_BYTES, END_BYTES);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
