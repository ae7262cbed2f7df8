/** Cloud functions: one file each, SDK inside, so that a deployment installs nothing. */
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type BuildOptions } from 'esbuild';
import { leaveOut } from './left-out';

/**
 * How whatever runs as a function is bundled. Packages give the file that Node itself would load: the SDK requires, and
 * of a file for `import` it would take everything.
 */
export const bundling = {
  bundle: true,
  platform: 'node',
  target: 'node20.19', // what functions are deployed on: local/deploy/plan.ts
  format: 'cjs',
  minify: true,
  keepNames: true, // error names and policy names are read from functions
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
} satisfies BuildOptions;

/** The functions of the source tree: the folders with an index.ts (`_kit` has none). */
export function listFunctions(root: string): string[] {
  const sources = join(root, 'cloudfunctions');
  return readdirSync(sources).filter((name) => existsSync(join(sources, name, 'index.ts')));
}

/** Bundles every cloud function into <folder>/<name>/. Deploy with `installDependency: false`. */
export async function buildFunctions(root: string, folder = join(root, 'dist/cloudfunctions')): Promise<void> {
  const names = listFunctions(root);
  removeOthers(folder, names);
  await Promise.all(names.map((name) => bundleFunction(join(root, 'cloudfunctions', name), join(folder, name), name)));
}

async function bundleFunction(source: string, output: string, name: string): Promise<void> {
  const whole = join(output, `index.js.${process.pid}`);
  await build({ ...bundling, entryPoints: [join(source, 'index.ts')], outfile: whole, plugins: [leaveOut()] });
  renameSync(whole, join(output, 'index.js')); // in one step: a cloud that is running never loads half a file
  const config = join(source, 'config.json');
  if (existsSync(config)) copyFileSync(config, join(output, 'config.json'));
  writeFileSync(join(output, 'package.json'), `${JSON.stringify({ name, main: 'index.js' })}\n`);
}

/** A function that was renamed must not stay deployable. */
function removeOthers(output: string, names: readonly string[]): void {
  mkdirSync(output, { recursive: true });
  for (const name of readdirSync(output)) {
    if (!names.includes(name)) rmSync(join(output, name), { recursive: true });
  }
}
