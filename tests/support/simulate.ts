/** miniprogram-simulate, taught what DevTools knows: npm components, app-wide components, a compiler that runs once. */
import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

export const APP_ROOT = resolve(__dirname, '../../miniprogram');
const NPM = 'miniprogram_npm';

/** A node of the rendered page (j-component). `instance` is there for custom components alone. */
export interface SimulatedNode {
  /** Absent for a component with a virtual host, as most of TDesign's are. */
  readonly dom?: HTMLElement;
  readonly instance?: { triggerEvent(name: string, detail?: unknown, options?: object): void };
  readonly data: Record<string, unknown>;
  dispatchEvent(name: string, options?: object): void;
  querySelector(selector: string): SimulatedNode | undefined;
  querySelectorAll(selector: string): SimulatedNode[];
  triggerLifeTime(name: string): void;
}

/** What `Page({…})` was given, running. */
export type Instance = Record<string, unknown> & { setData(data: object): void };

export interface SimulatedRoot extends Omit<SimulatedNode, 'instance' | 'dom'> {
  readonly dom: HTMLElement;
  readonly instance: Instance;
  attach(parent: Node): void;
  detach(): void;
}

/** What `render` gives: the root, and a finger. */
export interface Rendered {
  readonly root: SimulatedRoot;
  /** A tap that lands on the innermost element there and rises through all components, as on a phone. */
  touch(dom: Element): void;
}

interface Simulate {
  load(path: string, options: object): string;
  render(id: string, properties?: object): SimulatedRoot;
}
interface Utilities {
  readJson(path: string): ComponentJson | null;
}
interface Exparser {
  Event: { create(name: string, detail: object, options: object): unknown; dispatchEvent(target: unknown, event: unknown): void };
}
interface Compiler {
  wxmlToJs(root: string, options?: object): string;
}
interface ComponentJson {
  usingComponents?: Record<string, string>;
}

/**
 * Renders a page or component of miniprogram/ (`features/dispute/list/list`), in a fresh registry of modules.
 * @param prepare runs when `wx` exists and before any of our code does
 */
export function render(path: string, prepare: () => void, properties: object = {}, root = APP_ROOT): Rendered {
  if (!existsSync(join(root, `${path}.wxml`))) throw new Error(`There is no ${path}.wxml in the mini-program.`);
  let rendered: Rendered | undefined;
  // simulate registers on `require`: without a fresh registry a second load of a file registers nothing
  jest.isolateModules(() => {
    teachComponents(root);
    cacheCompiler();
    const simulate = require('miniprogram-simulate') as Simulate;
    const exparser = require('miniprogram-exparser') as Exparser; // of this registry: another copy does not know these nodes
    prepare();
    const id = simulate.load(join(root, path), { rootPath: root, compiler: 'official', compilerOptions: { maxBuffer: 64 << 20 } });
    rendered = { root: simulate.render(id, properties), touch: (dom) => tapInnermost(dom, exparser) };
  });
  if (!rendered) throw new Error(`${path} did not load`);
  rendered.root.attach(document.body.appendChild(document.createElement('div')));
  return rendered;
}

/** What simulate keeps out of the DOM, and a person or a screen reader perceives. */
const PERCEIVED = /^(?:aria[A-Z]\w*|placeholder|src|value|disabled|hidden|checked)$/;

/** Writes them into the DOM: accessible names first of all, as a test finds a control by its name. */
export function showAttributes(dom: Element): void {
  for (const element of dom.querySelectorAll('*')) {
    const node = Reflect.get(element, '__wxElement') as { _vt?: { attrs: { name: string; value: unknown }[] } } | undefined;
    for (const { name, value } of node?._vt?.attrs ?? []) {
      if (!PERCEIVED.test(name)) continue;
      const attribute = name === 'ariaRole' ? 'role' : name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      const isShown = (typeof value === 'string' && value !== '') || typeof value === 'number' || value === true;
      if (isShown) element.setAttribute(attribute, String(value));
      else element.removeAttribute(attribute);
    }
  }
}

function tapInnermost(dom: Element, { Event }: Exparser): void {
  let target = dom;
  while (target.firstElementChild) target = target.firstElementChild;
  const options = { bubbles: true, capturePhase: true, composed: true, extraFields: { touches: [], changedTouches: [] } };
  Event.dispatchEvent(Reflect.get(target, '__wxElement'), Event.create('tap', {}, options));
}

/** simulate knows relative and absolute paths alone; the npm names and app.json's components are made absolute for it. */
function teachComponents(root: string): void {
  const utilities = require('miniprogram-simulate/src/utils') as Utilities;
  const { readJson } = utilities;
  const everywhere = absolute(root, root, readJson(join(root, 'app.json')) ?? {});
  utilities.readJson = (file) => {
    const json = readJson(file);
    if (json === null) return null;
    const isOurs = !relative(root, file).startsWith(NPM);
    return { ...json, usingComponents: { ...(isOurs && everywhere), ...absolute(root, dirname(file), json) } };
  };
}

function absolute(root: string, folder: string, { usingComponents = {} }: ComponentJson): Record<string, string> {
  return Object.fromEntries(
    Object.entries(usingComponents).map(([tag, path]) => {
      if (path.startsWith('/')) return [tag, path];
      const isLocal = path.startsWith('.') || existsSync(join(folder, `${path}.json`));
      return [tag, isLocal ? `/${relative(root, join(folder, path)).replaceAll('\\', '/')}` : `/${NPM}/${path}`];
    }),
  );
}

/** The official compiler takes the whole tree each time; its answer is kept for all pages of a test file. */
const compiled = new Map<string, string>();

function cacheCompiler(): void {
  const compiler = require('miniprogram-compiler') as Compiler;
  const { wxmlToJs } = compiler;
  compiler.wxmlToJs = (root, options) => {
    const known = compiled.get(root);
    if (known !== undefined) return known;
    const script = wxmlToJs(root, options);
    compiled.set(root, script);
    return script;
  };
}
