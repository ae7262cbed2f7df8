/** What WeChat DevTools would upload, package by package: only files that something uses, compiled and minified as it would. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, extname, join, relative } from 'node:path';
import { transform as compile } from '@swc/core';
import { transform as minify } from 'esbuild';

interface UnitJson {
  usingComponents?: Record<string, string>;
}
interface AppJson extends UnitJson {
  pages: string[];
  subpackages?: { root: string; pages: string[] }[];
}

export interface PackageSize {
  /** Empty for the main package. */
  readonly root: string;
  readonly bytes: number;
  readonly files: number;
}

/** The sizes of the main package and each subpackage, in bytes. */
export async function packageSizes(root: string): Promise<PackageSize[]> {
  const app = JSON.parse(readFileSync(join(root, 'app.json'), 'utf8')) as AppJson;
  const roots = (app.subpackages ?? []).map((each) => each.root);
  const sizes = new Map(['', ...roots].map((each) => [each, { bytes: 0, files: 0 }]));
  for (const file of new UsedFiles(root, app).list()) {
    const size = sizes.get(roots.find((each) => file.startsWith(`${each}/`)) ?? '')!;
    size.bytes += await uploadedSize(join(root, file));
    size.files += 1;
  }
  return [...sizes].map(([each, size]) => ({ root: each, ...size }));
}

/** Follows every reference from app.json, as `ignoreUploadUnusedFiles` does. Pictures are counted whether used or not. */
class UsedFiles {
  private readonly used = new Set<string>();
  private readonly root: string;

  constructor(root: string, app: AppJson) {
    this.root = root;
    for (const file of ['app.json', 'theme.json', 'sitemap.json']) if (existsSync(join(root, file))) this.used.add(file);
    this.addUnit('app');
    const pages = [...app.pages, ...(app.subpackages ?? []).flatMap((each) => each.pages.map((page) => `${each.root}/${page}`))];
    for (const page of pages) this.addUnit(page);
    for (const file of filesUnder(root)) if (/\.(?:png|jpe?g|gif|webp|svg)$/.test(file)) this.used.add(file);
  }

  list(): string[] {
    return [...this.used];
  }

  /** A page or component: its four files, and what they lead to. */
  private addUnit(unit: string): void {
    for (const extension of ['.json', '.wxml', '.wxss']) this.add(unit + extension);
    this.add(existsSync(join(this.root, `${unit}.ts`)) ? `${unit}.ts` : `${unit}.js`);
  }

  private add(file: string): void {
    const path = join(this.root, file);
    if (this.used.has(file) || !existsSync(path)) return;
    this.used.add(file);
    const text = readFileSync(path, 'utf8');
    if (file.endsWith('.json')) this.addComponents(file, text);
    else for (const reference of referencesIn(extname(file), text)) this.add(this.resolve(file, reference));
  }

  private addComponents(file: string, text: string): void {
    for (const path of Object.values((JSON.parse(text) as UnitJson).usingComponents ?? {})) {
      const local = path.startsWith('/') ? path.slice(1) : join(dirname(file), path);
      this.addUnit(existsSync(join(this.root, `${local}.json`)) ? local : join('miniprogram_npm', path));
    }
  }

  private resolve(from: string, reference: string): string {
    const base = reference.startsWith('/') ? reference.slice(1) : reference.startsWith('.') || !/\.(?:ts|js)$/.test(from) ? join(dirname(from), reference) : join('miniprogram_npm', reference);
    const found = ['', '.ts', '.js', '/index.ts', '/index.js'].map((end) => base + end).find((path) => existsSync(join(this.root, path)) && statSync(join(this.root, path)).isFile());
    return found ?? base;
  }
}

/** What a file names that must be uploaded with it; `import type` is erased. */
function referencesIn(extension: string, text: string): string[] {
  const patterns: Record<string, RegExp[]> = {
    '.ts': [/(?:^|\n)\s*(?:import|export)\s+(?!type\b)(?:[^'";]*?\sfrom\s*)?['"]([^'"]+)['"]/g, /require\(['"]([^'"]+)['"]\)/g],
    '.wxml': [/<(?:import|include|wxs)\b[^>]*?\bsrc=["']([^"']+)["']/g],
    '.wxss': [/@import\s+["']([^"']+)["']/g],
    '.wxs': [/require\(['"]([^'"]+)['"]\)/g],
  };
  const own = patterns[extension === '.js' ? '.ts' : extension] ?? [];
  const minified = extension === '.js' ? [/\b(?:import|from)\s*["']([^"']+)["']/g] : [];
  return [...own, ...minified].flatMap((pattern) => [...text.matchAll(pattern)].map(([, name = '']) => name));
}

/** Bytes after what project.config.json asks of DevTools: TypeScript and ES6 to ES5, scripts, styles and templates minified. */
async function uploadedSize(path: string): Promise<number> {
  if (!/\.(?:ts|js|wxss|wxml|wxs|json)$/.test(path)) return statSync(path).size;
  const text = readFileSync(path, 'utf8');
  return Buffer.byteLength(await uploadedText(extname(path), text));
}

async function uploadedText(extension: string, text: string): Promise<string> {
  switch (extension) {
    case '.ts':
    case '.js':
      return (await compile(text, {
        jsc: { target: 'es5', parser: { syntax: extension === '.ts' ? 'typescript' : 'ecmascript' }, externalHelpers: true, minify: { compress: true, mangle: true } },
        module: { type: 'commonjs' },
        minify: true,
      })).code;
    case '.wxss':
      return (await minify(text, { loader: 'css', minifyWhitespace: true, charset: 'utf8', logLevel: 'silent' })).code;
    case '.wxml':
      return text.replace(/<!--[\s\S]*?-->/g, '').replace(/>\s+</g, '><').replace(/\s+/g, ' ').trim();
    case '.json':
      return JSON.stringify(JSON.parse(text));
    default:
      return text;
  }
}

function filesUnder(root: string, folder = ''): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (path === 'miniprogram_npm') return [];
    return entry.isDirectory() ? filesUnder(root, path) : [relative(root, join(root, path)).replaceAll('\\', '/')];
  });
}
