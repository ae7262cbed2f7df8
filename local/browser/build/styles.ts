/** WXSS to CSS: rpx, the page's own viewport, dark mode, isolation by class prefix, pages by attribute. */
import postcss, { type AtRule, type Root, type Rule } from 'postcss';
import selectorParser from 'postcss-selector-parser';
import { builtInTags } from '../elements/tags';
import { hostLengths } from '../elements/lengths';
import type { StyleSheet, UnitConfig } from './config';
import { iconStyles, TDESIGN_ICON } from './icons';
import { isOwn, relativeTo, type SourceTree } from './source-tree';

const DARK = /\(\s*prefers-color-scheme\s*:\s*(dark|light)\s*\)/;
const elementNames: ReadonlySet<string> = new Set(builtInTags);

export interface StyleInput {
  tree: SourceTree;
  units: ReadonlyMap<string, UnitConfig>;
  pages: ReadonlySet<string>;
  nodeModules: string;
  warnings: string[];
}

/** One sheet for app.wxss and one for each unit that has a .wxss file. */
export function compileStyles(input: StyleInput): StyleSheet[] {
  const { tree, units } = input;
  const sheets: StyleSheet[] = [];
  if (tree.has('app.wxss')) sheets.push({ unit: 'app', scope: '', css: compileSheet(input, 'app', '') });
  for (const [unit, config] of units) {
    if (!tree.has(`${unit}.wxss`)) continue;
    const scope = scopeOf(unit, config);
    let css = compileSheet(input, unit, scope);
    if (unit === TDESIGN_ICON) css = iconStyles(css, tree.read(`${unit}.wxss`), scope, input.nodeModules);
    sheets.push({ unit, scope, css });
  }
  return sheets;
}

/** Classes of an isolated component get a prefix; a page's and a shared component's stay as they are. */
function scopeOf(unit: string, config: UnitConfig): string {
  const byDefault = config.component ? (config.addGlobalClass ? 'apply-shared' : 'isolated') : 'shared';
  const isolation = config.styleIsolation ?? byDefault;
  if (isolation === 'shared' || isolation === 'page-shared') return '';
  return unit.replace(/^miniprogram_npm\//, '').replace(/[^\w]+/g, '_');
}

function compileSheet(input: StyleInput, unit: string, scope: string): string {
  const root = inlineImports(input, `${unit}.wxss`, []);
  root.walkDecls((declaration) => {
    if (isOwn(unit) && /url\(\s*['"]?(?!data:|https?:|['"]?\))/.test(declaration.value)) {
      input.warnings.push(`${unit}.wxss:${declaration.source?.start?.line ?? 0} WXSS cannot load local files: ${declaration.value}`);
    }
    declaration.value = hostLengths(declaration.value);
  });
  const page = input.pages.has(unit) ? unit : null;
  const rewrite = selectorParser((selectors) => selectors.each((selector) => adaptSelector(selector, scope, page)));
  root.walkRules((rule) => {
    if (!isInKeyframes(rule)) rule.selector = rewrite.processSync(rule.selector);
  });
  root.walkAtRules('media', forceableTheme);
  return root.toString();
}

function inlineImports(input: StyleInput, file: string, above: readonly string[]): Root {
  const root = postcss.parse(input.tree.read(file), { from: file });
  root.walkAtRules('import', (rule) => {
    const reference = /^(?:url\()?["']?(.*?)["']?\)?$/.exec(rule.params.trim())?.[1] ?? '';
    const target = relativeTo(file, reference);
    if (above.includes(target)) rule.remove();
    else if (input.tree.has(target)) rule.replaceWith(inlineImports(input, target, [...above, file]).nodes);
    else {
      input.warnings.push(`${file}: @import "${reference}" is missing`);
      rule.remove();
    }
  });
  return root;
}

/** Tags become the host's elements, classes get the scope, ids become attributes; a page's rules reach that page only. */
function adaptSelector(selector: selectorParser.Selector, scope: string, page: string | null): void {
  selector.walk((node) => {
    if (node.type === 'class' && scope) node.value = `${scope}--${node.value}`;
    else if (node.type === 'tag' && elementNames.has(node.value)) node.value = `wx-${node.value}`;
    else if (node.type === 'pseudo' && node.value === ':host') node.replaceWith(attribute('wx-host', scope));
    else if (node.type === 'id') node.replaceWith(attribute('wx-id', node.value));
  });
  if (page === null) return;
  const first = selector.first;
  if (first.type === 'tag' && first.value === 'wx-page') first.value = `wx-page[wx-path="${page}"]`;
  // :where adds nothing to the specificity that the author wrote
  else selector.prepend(selectorParser.pseudo({ value: `:where(wx-page[wx-path="${page}"]) ` }));
}

function attribute(name: string, value: string): selectorParser.Attribute {
  return selectorParser.attribute({ attribute: name, operator: '=', value, quoteMark: '"', raws: {} });
}

/** `@media (prefers-color-scheme: dark)` becomes a condition on the host's own attribute, so that its switch decides. */
function forceableTheme(media: AtRule): void {
  const theme = DARK.exec(media.params)?.[1];
  if (!theme) return;
  media.walkRules((rule) => {
    if (isInKeyframes(rule)) return;
    rule.selectors = rule.selectors.map((selector) => `:where(html[data-theme="${theme}"]) ${selector}`);
  });
  const rest = media.params
    .replace(DARK, '')
    .replace(/^\s*(?:screen\s+)?and\s+|\s+and\s*$/g, '')
    .replace(/\s+and\s+and\s+/g, ' and ')
    .trim();
  if (rest) media.params = rest;
  else media.replaceWith(media.nodes ?? []);
}

function isInKeyframes(rule: Rule): boolean {
  const { parent } = rule;
  return parent?.type === 'atrule' && /keyframes$/.test((parent as AtRule).name);
}
