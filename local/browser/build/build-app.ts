/** Builds an unmodified mini-program for the browser. */
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { bundleApp } from './bundle';
import type { Theme } from './config';
import { SourceTree } from './source-tree';
import { compileStyles } from './styles';
import { compileTemplates } from './templates';
import { readUnitGraph } from './unit-graph';

export interface BuildOptions {
  /** The folder with app.json. */
  root: string;
  /** Where `tdesign-miniprogram` and the host's own packages are installed. */
  nodeModules: string;
  /** Gets index.html, host.css, app.js and its source map. */
  outDir: string;
}

/** Warnings are about the app's own tree: callers treat them as errors. Throws when nothing can be built. */
export async function buildApp({ root, nodeModules, outDir }: BuildOptions): Promise<{ warnings: string[] }> {
  const warnings: string[] = [];
  const tree = new SourceTree(root, nodeModules);
  const { app, pages, units } = readUnitGraph(tree, warnings);
  const styles = compileStyles({ tree, units, pages: new Set(pages), nodeModules, warnings });
  const templates = compileTemplates(tree, units.keys(), warnings);
  const config = { app, theme: readTheme(tree, app.themeLocation), pages, units: Object.fromEntries(units), styles };

  mkdirSync(outDir, { recursive: true });
  cpSync(join(__dirname, '..', 'page'), outDir, { recursive: true });
  warnings.push(...(await bundleApp({ tree, nodeModules, outDir, config, templates })));
  return { warnings };
}

function readTheme(tree: SourceTree, location: string | undefined): Theme {
  const nothing: Theme = { light: {}, dark: {} };
  return location === undefined ? nothing : { ...nothing, ...tree.readJson<Partial<Theme>>(location) };
}
