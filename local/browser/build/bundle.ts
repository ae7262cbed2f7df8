/** The app's scripts, the host's runtime and everything compiled, as one app.js. */
import { readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { build, type Plugin, type PluginBuild } from 'esbuild';
import type { BuiltConfig } from './config';
import { findScript, type SourceTree } from './source-tree';

const BROWSER = join(__dirname, '..');
const BOOT = join(BROWSER, 'runtime', 'boot.ts');

export interface BundleInput {
  tree: SourceTree;
  nodeModules: string;
  outDir: string;
  config: BuiltConfig;
  /** The source of the object of compiled templates. */
  templates: string;
}

/** Returns esbuild's warnings. */
export async function bundleApp(input: BundleInput): Promise<string[]> {
  const result = await build({
    entryPoints: ['virtual:entry'],
    bundle: true,
    format: 'iife',
    target: 'es2022',
    outfile: join(input.outDir, 'app.js'),
    plugins: [miniProgram(input)],
    nodePaths: [input.nodeModules],
    sourcemap: 'linked',
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"development"' },
  });
  return result.warnings.map(({ text, location }) => (location ? `${location.file}:${location.line} ${text}` : text));
}

function miniProgram(input: BundleInput): Plugin {
  return {
    name: 'mini-program',
    setup(build) {
      serveVirtualModules(build, input);
      resolveOwnImports(build, input);
      announceUnits(build, input);
    },
  };
}

function serveVirtualModules(build: PluginBuild, input: BundleInput): void {
  const contents: Record<string, () => string> = {
    'virtual:config': () => `export const config = ${JSON.stringify(input.config)};`,
    'virtual:templates': () => `export const templates = ${input.templates};`,
    'virtual:entry': () => entrySource(input),
  };
  build.onResolve({ filter: /^virtual:/ }, ({ path }) => ({ path, namespace: 'virtual' }));
  build.onLoad({ filter: /.*/, namespace: 'virtual' }, ({ path }) => {
    return { contents: contents[path]?.() ?? '', loader: 'js', resolveDir: BROWSER };
  });
}

/** The runtime first, since it makes wx, App and Page; then app, then what is used before its users. */
function entrySource({ tree, config }: BundleInput): string {
  const scripts = ['app', ...Object.keys(config.units).reverse()].map((unit) => tree.scriptOf(unit));
  const imports = scripts.filter((file) => file !== null).map((file) => `import ${JSON.stringify(file)};`);
  const boot = JSON.stringify(BOOT);
  return [`import { boot } from ${boot};`, ...imports, 'boot();'].join('\n');
}

function resolveOwnImports(build: PluginBuild, { tree, nodeModules }: BundleInput): void {
  const isInside = (file: string) => file.startsWith(tree.root + sep) || file.startsWith(nodeModules + sep);
  build.onResolve({ filter: /^[^./]/ }, ({ path, importer, kind, namespace }) => {
    if (kind === 'entry-point' || namespace === 'virtual' || !isInside(importer)) return undefined;
    const found = tree.findPackageScript(path, importer);
    return found ? { path: found } : undefined;
  });
  build.onResolve({ filter: /^\// }, ({ path, importer }) => {
    const found = importer.startsWith(tree.root + sep) ? findScript(join(tree.root, path)) : null;
    return found ? { path: found } : undefined;
  });
}

/** Page() and Component() do not say which file calls them: each unit's script announces itself first. */
function announceUnits(build: PluginBuild, { tree, config }: BundleInput): void {
  const units = new Map(Object.keys(config.units).map((unit) => [tree.scriptOf(unit), unit]));
  build.onLoad({ filter: /\.(ts|js)$/ }, ({ path }) => {
    const unit = units.get(path);
    if (unit === undefined) return undefined;
    const contents = `globalThis.__jiaan.enter(${JSON.stringify(unit)});${readFileSync(path, 'utf8')}`;
    return { contents, loader: path.endsWith('.ts') ? 'ts' : 'js', resolveDir: dirname(path) };
  });
}
