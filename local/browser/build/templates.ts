/** WXML and WXS to one JavaScript expression, by WeChat's own glass-easel compiler. */
import { TmplGroup } from 'glass-easel-template-compiler';
import { elementTemplates } from '../elements/templates';
import { isOwn, relativeTo, type SourceTree } from './source-tree';
import { wxsDependencies, wxsToScript } from './wxs';

interface TemplateIssue {
  path: string;
  message: string;
  code: number;
  isError: boolean;
  level: string;
  startLine: number;
  startColumn: number;
}

/** WXS event handlers and `change:` handlers are called through the runtime, which knows their odd arguments. */
const WXS_RUNTIME = `
  var getRegExp = function (pattern, flags) { return new RegExp(pattern, flags) };
  var getDate = function () { return Reflect.construct(Date, arguments) };
  Q.C = function (component, event, handler) { return globalThis.__jiaan.wxs.callEvent(component, event, handler) };
  Q.A = function (handler) { return globalThis.__jiaan.wxs.callChange(handler) };
`;

/** Returns the source of an expression: an object of templates by unit. */
export function compileTemplates(tree: SourceTree, units: Iterable<string>, warnings: string[]): string {
  const group = TmplGroup.newDev();
  group.setExtraRuntimeScript(WXS_RUNTIME);
  const templates = new Set<string>();
  const scripts = new Set<string>();

  for (const unit of units) {
    if (tree.has(`${unit}.wxml`)) addTemplate(unit, tree.read(`${unit}.wxml`));
    else warnings.push(`${unit}.wxml is missing`);
  }
  for (const [tag, source] of Object.entries(elementTemplates)) addTemplate(`__element__/${tag}`, source);
  const source = group.getTmplGenObjectGroups();
  group.free();
  return source;

  function addTemplate(path: string, source: string): void {
    if (templates.has(path)) return;
    templates.add(path);
    report(group.addTmpl(path, source) as TemplateIssue[]);
    for (const name of group.getInlineScriptModuleNames(path) as string[]) {
      group.setInlineScript(path, name, wxsToScript(group.getInlineScript(path, name)));
    }
    for (const script of group.getScriptDependencies(path) as string[]) addScript(script, `${path}.wxml`);
    for (const included of group.getDirectDependencies(path) as string[]) {
      if (tree.has(`${included}.wxml`)) addTemplate(included, tree.read(`${included}.wxml`));
      else warnings.push(`${path}.wxml: ${included}.wxml is missing`);
    }
  }

  function addScript(path: string, from: string): void {
    if (scripts.has(path)) return;
    scripts.add(path);
    if (!tree.has(`${path}.wxs`)) {
      warnings.push(`${from}: ${path}.wxs is missing`);
      return;
    }
    const source = tree.read(`${path}.wxs`);
    group.addScript(path, wxsToScript(source));
    for (const dependency of wxsDependencies(source)) addScript(relativeTo(path, dependency), `${path}.wxs`);
  }

  /** This compiler is milder than WeChat's: its warnings count. Those in a package are not ours to mend. */
  function report(issues: TemplateIssue[]): void {
    for (const issue of issues) {
      if (!isOwn(issue.path) || !(issue.isError || issue.level === 'Warn')) continue;
      const place = `${issue.path}.wxml:${issue.startLine + 1}:${issue.startColumn + 1}`;
      warnings.push(`${place} ${issue.message} (#${issue.code})`);
    }
  }
}
