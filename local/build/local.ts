/** What only this machine runs: the process that executes functions, and the mini-program for the browser. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/** The process that a function runs in. Built, because a fresh process that compiles TypeScript first starts too slowly. */
export async function buildFunctionWorker(root: string): Promise<void> {
  const entry = join(root, 'local/cloud/functions/worker.ts');
  if (!existsSync(entry)) return;
  await build({
    entryPoints: [entry],
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

interface BrowserBuild {
  buildApp(app: { root: string; nodeModules: string; outDir: string }): Promise<{ warnings: string[] }>;
}

/** Builds miniprogram/ for the browser host. Its compiler is milder than WeChat's: a warning is an error here. */
export async function buildBrowserApp(root: string): Promise<void> {
  if (!existsSync(join(root, 'local/browser/build.ts')) || !existsSync(join(root, 'miniprogram/app.json'))) return;
  const host: string = '../browser/build';
  const { buildApp } = (await import(host)) as BrowserBuild;
  const app = { root: join(root, 'miniprogram'), nodeModules: join(root, 'node_modules'), outDir: join(root, 'dist/browser') };
  const { warnings } = await buildApp(app);
  if (warnings.length > 0) throw new Error(`The mini-program has warnings:\n${warnings.join('\n')}`);
}
