/** Cloud functions: one file each, SDK inside, so that a deployment installs nothing. */
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/** The functions of the source tree: the folders with an index.ts (`_kit` has none). */
export function listFunctions(root: string): string[] {
  const sources = join(root, 'cloudfunctions');
  return readdirSync(sources).filter((name) => existsSync(join(sources, name, 'index.ts')));
}

/** Bundles every cloud function into dist/cloudfunctions/<name>/. Deploy with `installDependency: false`. */
export async function buildFunctions(root: string): Promise<void> {
  const names = listFunctions(root);
  removeOthers(join(root, 'dist/cloudfunctions'), names);
  await Promise.all(names.map((name) => bundleFunction(root, name)));
}

async function bundleFunction(root: string, name: string): Promise<void> {
  const source = join(root, 'cloudfunctions', name);
  const output = join(root, 'dist/cloudfunctions', name);
  const whole = join(output, `index.js.${process.pid}`);
  await build({
    entryPoints: [join(source, 'index.ts')],
    outfile: whole,
    bundle: true,
    platform: 'node',
    target: 'node18', // the oldest runtime that the cloud still offers beside 20
    format: 'cjs',
    minify: true,
    keepNames: true, // error names and policy names are read from functions
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
  });
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
