/** The mini-program as its JSON files describe it: pages, components, and who uses which. */
import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { listFiles, readText, ROOT } from './repository';
import { parseWxml, walk, type WxmlElement } from './wxml';

const FOLDER = 'miniprogram';

interface AppJson {
  pages: string[];
  subpackages?: { root: string; pages: string[] }[];
  usingComponents?: Record<string, string>;
  tabBar?: { list: { pagePath: string; iconPath: string; selectedIconPath: string }[] };
}

/** A page or component: four files of one name. Paths are from miniprogram/, without an extension. */
export interface Part {
  readonly path: string;
  readonly isComponent: boolean;
  /** Tag → path of what it stands for; `npm:` for TDesign. */
  readonly uses: ReadonlyMap<string, string>;
}

export const app = JSON.parse(readText(`${FOLDER}/app.json`)) as AppJson;

export function listPages(): string[] {
  return [...app.pages, ...(app.subpackages ?? []).flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`))];
}

/** app.json itself comes first, under the path `app`. */
export function listParts(): Part[] {
  const wxml = listFiles().filter((file) => file.startsWith(`${FOLDER}/`) && file.endsWith('.wxml'));
  const paths = wxml.map((file) => file.slice(FOLDER.length + 1, -'.wxml'.length)).filter((path) => has(`${path}.json`));
  return ['app', ...paths].map(readPart);
}

function readPart(path: string): Part {
  const { component = false, usingComponents = {} } = JSON.parse(readText(`${FOLDER}/${path}.json`)) as { component?: boolean; usingComponents?: Record<string, string> };
  const uses = new Map(Object.entries(usingComponents).map(([tag, target]) => [tag, resolveComponent(path, target)]));
  return { path, isComponent: component, uses };
}

function resolveComponent(from: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const local = posix.join(posix.dirname(from), target);
  return target.startsWith('.') || has(`${local}.json`) ? local : `npm:${target}`;
}

/** Whether miniprogram/ (or, for `npm:`, TDesign) has the file. */
export function has(file: string): boolean {
  return existsSync(join(ROOT, FOLDER, file.replace(/^npm:/, 'miniprogram_npm/')));
}

/** The elements of a template and of what it imports or includes. */
export function elementsOf(path: string, seen = new Set<string>()): WxmlElement[] {
  if (seen.has(path) || !has(`${path}.wxml`)) return [];
  seen.add(path);
  const own = walk(parseWxml(readText(`${FOLDER}/${path}.wxml`)));
  const taken = own.filter(({ tag }) => tag === 'import' || tag === 'include').map(({ attributes }) => resolveTemplate(path, attributes.get('src') ?? ''));
  return [...own, ...taken.flatMap((other) => elementsOf(other, seen))];
}

export function resolveTemplate(from: string, source: string): string {
  const path = source.replace(/\.wxml$/, '');
  return path.startsWith('/') ? path.slice(1) : posix.join(posix.dirname(from), path);
}
