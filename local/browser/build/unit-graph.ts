/** Which pages and components an app consists of: the walk along `usingComponents` from app.json. */
import type { AppConfig, UnitConfig } from './config';
import { isOwn, tidy, type SourceTree } from './source-tree';

export interface UnitGraph {
  app: AppConfig;
  /** Pages of the main package and of all subpackages, the first one first. */
  pages: string[];
  /** Pages and components in the order they were met, with their JSON; references are absolute. */
  units: Map<string, UnitConfig>;
}

export function readUnitGraph(tree: SourceTree, warnings: string[]): UnitGraph {
  const app = tree.readJson<AppConfig>('app.json');
  const pages = pagesOf(app);
  const units = new Map<string, UnitConfig>();
  const everywhere = resolveAll(app.usingComponents ?? {}, 'app');

  for (const page of pages) {
    if (!tree.has(`${page}.wxml`)) warnings.push(`app.json: page "${page}" has no ${page}.wxml`);
    visit(page);
  }
  if (app.tabBar?.custom && tree.has('custom-tab-bar/index.json')) visit('custom-tab-bar/index');
  return { app, pages, units };

  function visit(unit: string): void {
    if (units.has(unit)) return;
    const config = tree.has(`${unit}.json`) ? tree.readJson<UnitConfig>(`${unit}.json`) : {};
    units.set(unit, config);
    config.usingComponents = { ...everywhere, ...resolveAll(config.usingComponents ?? {}, unit) };
    Object.values(config.usingComponents).map(tidy).forEach(visit);
    for (const generic of Object.values(config.componentGenerics ?? {})) visitGeneric(generic, unit);
  }

  function visitGeneric(generic: true | { default?: string }, unit: string): void {
    if (generic === true || generic.default === undefined) return;
    const found = tree.findUnit(generic.default, unit);
    if (found) visit(found);
  }

  function resolveAll(references: Record<string, string>, from: string): Record<string, string> {
    const resolved: Record<string, string> = {};
    for (const [tag, reference] of Object.entries(references)) {
      const unit = tree.findUnit(reference, from);
      if (unit) resolved[tag] = `/${unit}`;
      else if (isOwn(from)) warnings.push(`${from}.json: no component at "${reference}" (<${tag}>)`);
    }
    return resolved;
  }
}

function pagesOf(app: AppConfig): string[] {
  const packages = app.subpackages ?? app.subPackages ?? [];
  return [...app.pages, ...packages.flatMap(({ root, pages }) => pages.map((page) => tidy(`${root}/${page}`)))];
}
