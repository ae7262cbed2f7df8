/** What only this machine runs: the process that executes functions, and the mini-program for the browser. */
import { join } from 'node:path';
import { build } from 'esbuild';
import { buildApp } from '../browser/build/build-app';

/** The process that a function runs in. Built, because a fresh process that compiles TypeScript first starts too slowly. */
export async function buildFunctionWorker(root: string): Promise<void> {
  await build({
    entryPoints: [join(root, 'local/cloud/functions/worker.ts')],
    outfile: join(root, 'dist/local/function-worker.cjs'),
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    sourcemap: 'inline',
    logLevel: 'warning',
  });
}

/** Builds miniprogram/ for the browser host. Its compiler is milder than WeChat's: a warning is an error here. */
export async function buildBrowserApp(root: string): Promise<void> {
  const { warnings } = await buildApp({ root: join(root, 'miniprogram'), nodeModules: join(root, 'node_modules'), outDir: join(root, 'dist/browser') });
  if (warnings.length > 0) throw new Error(`The mini-program has warnings:\n${warnings.join('\n')}`);
}
