/**
 * The files of a mini-program under virtual paths, as WeChat names them: relative to the root, with `/`,
 * packages below `miniprogram_npm/`. A unit (a page or a component) is its path without an extension.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

const NPM = /^miniprogram_npm\/((?:@[^/]+\/)?[^/]+)\/(.*)$/;
const SCRIPT_ENDINGS = ['', '.ts', '.js', '.mjs', '/index.ts', '/index.js'];

export class SourceTree {
  readonly root: string;
  private readonly nodeModules: string;
  private readonly packages = new Map<string, string | null>();

  constructor(root: string, nodeModules: string) {
    this.root = root;
    this.nodeModules = nodeModules;
  }

  has(virtual: string): boolean {
    const file = this.locate(virtual);
    return file !== null && isFile(file);
  }

  /** Throws when there is no such file. */
  read(virtual: string): string {
    const file = this.locate(virtual);
    if (file === null) throw new Error(`${virtual}: no such package`);
    return readFileSync(file, 'utf8');
  }

  readJson<T>(virtual: string): T {
    try {
      return JSON.parse(this.read(virtual)) as T;
    } catch (error) {
      throw new Error(`${virtual}: ${(error as Error).message}`, { cause: error });
    }
  }

  /** The unit that `usingComponents` means by `reference`, seen from the unit `from`; null when there is none. */
  findUnit(reference: string, from: string): string | null {
    const near = reference.startsWith('/') ? tidy(reference) : tidy(`${posix.dirname(from)}/${reference}`);
    for (const candidate of [near, `miniprogram_npm/${reference}`]) {
      if (this.has(`${candidate}.json`)) return candidate;
      if (this.has(`${candidate}/index.json`)) return `${candidate}/index`;
    }
    return null;
  }

  /** The script of a unit, as an absolute path. */
  scriptOf(unit: string): string | null {
    const file = this.locate(unit);
    return file === null ? null : findScript(file);
  }

  /** What `import 'package/…'` means inside the tree: the nearest miniprogram_npm, then node_modules. */
  findPackageScript(specifier: string, importer: string): string | null {
    for (let folder = dirname(importer); folder !== dirname(folder); folder = dirname(folder)) {
      const found = findScript(join(folder, 'miniprogram_npm', specifier));
      if (found) return found;
    }
    const file = this.locate(`miniprogram_npm/${specifier}`) ?? this.locate(`miniprogram_npm/${specifier}/index`);
    return file === null ? null : findScript(file);
  }

  /** The absolute path of a virtual path; null inside a package that is not installed. */
  locate(virtual: string): string | null {
    const inPackage = NPM.exec(virtual);
    if (!inPackage) return join(this.root, virtual);
    const folder = this.packageFolder(inPackage[1] ?? '');
    return folder === null ? null : join(folder, inPackage[2] ?? '');
  }

  /** A package names its mini-program files in package.json (`miniprogram`); by default `miniprogram_dist`. */
  private packageFolder(name: string): string | null {
    const known = this.packages.get(name);
    if (known !== undefined) return known;
    const manifest = join(this.nodeModules, name, 'package.json');
    const folder = existsSync(manifest) ? join(dirname(manifest), entryFolder(manifest)) : null;
    this.packages.set(name, folder);
    return folder;
  }
}

/** Is this unit ours, or a package's? Only our own tree must be free of warnings. */
export function isOwn(virtual: string): boolean {
  return !virtual.startsWith('miniprogram_npm/');
}

/** Resolves `.` and `..`, and drops slashes at the ends. */
export function tidy(path: string): string {
  return posix.normalize(`/${path}`).replace(/^\/|\/$/g, '');
}

/** `reference` as seen from the file `from`; an absolute one starts at the root. */
export function relativeTo(from: string, reference: string): string {
  return reference.startsWith('/') ? tidy(reference) : tidy(`${posix.dirname(from)}/${reference}`);
}

export function findScript(absolute: string): string | null {
  return SCRIPT_ENDINGS.map((ending) => absolute + ending).find(isFile) ?? null;
}

function entryFolder(manifest: string): string {
  const { miniprogram } = JSON.parse(readFileSync(manifest, 'utf8')) as { miniprogram?: string };
  return miniprogram ?? 'miniprogram_dist';
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
