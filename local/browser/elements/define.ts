/** How a built-in element is written: its properties with defaults, and a function that brings one DOM node to life. */
import * as glassEasel from 'glass-easel';
import { setAttribute } from '../runtime/dom';
import { domOf, setRole } from '../runtime/plain-nodes';
import { elementSpace, templateOf } from '../runtime/space';
import type { LivingTag } from './tags';

/** A property without a type of its own: WeChat takes numbers, strings and nothing. `wordsOf` reads it as text. */
export const anything: unknown = null;

type Properties = Record<string, unknown>;

/** Text of a property, an option, an attribute; nothing is ''. */
export function wordsOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** One element on a page, as its code sees it. */
export interface HostElement<P extends Properties> {
  readonly tag: string;
  readonly dom: HTMLElement;
  readonly node: glassEasel.GeneralComponent;
  readonly data: Readonly<P & Common>;
  /** Changes properties, as `model:value` needs it. */
  set(changes: Partial<P>): void;
  emit(name: string, detail?: object, options?: { bubbles: boolean; composed: boolean }): void;
  onTap(listener: (event: glassEasel.Event<unknown>) => void): void;
}

export interface Controller {
  /** After any property changed, and once at the start. `changed` names the properties; empty at the start. */
  update?(changed: ReadonlySet<string>): void;
  /** The DOM node that is operated: it gets role and aria-*. By default the element itself. */
  control?: HTMLElement;
  /** The element gives its name to parts of its own: it must not be named twice. */
  namesItself?: true;
  /** The role that the page may replace by aria-role. */
  role?: string;
  /** Form fields: what a form reads, and how it clears it. */
  value?(): unknown;
  reset?(): void;
  detach?(): void;
  /** Verbs for other elements: a label taps its control, a button submits its form. */
  act?(verb: string, source: HTMLElement): void;
}

export interface ElementDefinition<P extends Properties> {
  properties: P;
  externalClasses?: string[];
  connect(element: HostElement<P>): Controller;
}

interface Common {
  name?: string;
  hidden: boolean;
  ariaRole: unknown;
  ariaLabel: unknown;
}

const ARIA = [
  'Role', 'Label', 'Hidden', 'Checked', 'Disabled', 'Expanded', 'Describedby', 'Labelledby', 'Live', 'Modal', 'Level',
  'Selected', 'Roledescription', 'Valuenow', 'Valuemin', 'Valuemax', 'Valuetext', 'Busy', 'Controls', 'Pressed', 'Required', 'Invalid',
];
const COMMON: Properties = {
  hidden: false,
  animation: anything,
  hoverClass: '',
  hoverStopPropagation: false,
  hoverStartTime: 50,
  hoverStayTime: 400,
  ...Object.fromEntries(ARIA.map((name) => [`aria${name}`, anything])),
};

const controllers = new WeakMap<glassEasel.Element, Controller>();

export function controllerOf(node: glassEasel.Element | undefined | null): Controller | undefined {
  return node ? controllers.get(node) : undefined;
}

/** The nearest built-in element `<wx-tag>` around a DOM node. */
export function closestController(dom: HTMLElement, tag: LivingTag): Controller | undefined {
  return controllerOf(dom.closest<HTMLElement & { __wxElement?: glassEasel.Element }>(`wx-${tag}`)?.__wxElement);
}

export function defineElement<P extends Properties>(tag: LivingTag, definition: ElementDefinition<P>): void {
  const properties = { ...COMMON, ...definition.properties };
  const component = elementSpace.defineComponent({
    is: `__element__/${tag}`,
    properties: Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, typed(value)])),
    // a placeholder is drawn while this is true (`templates.ts`)
    data: { isBlank: false },
    externalClasses: definition.externalClasses ?? [],
    template: templateOf(`__element__/${tag}`),
    options: { styleScope: glassEasel.StyleScopeManager.globalScope() },
    observers: Object.keys(properties).map((name) => ({
      fields: name,
      observer(this: glassEasel.GeneralComponent) {
        update(this, new Set([name]));
      },
    })),
    lifetimes: {
      attached(this: glassEasel.GeneralComponent) {
        const element = hostElement<P>(this, tag);
        const controller = definition.connect(element);
        controllers.set(this, controller);
        applyCommon(this, controller);
        controller.update?.(new Set());
      },
      detached(this: glassEasel.GeneralComponent) {
        controllers.get(this)?.detach?.();
      },
    },
  });
  elementSpace.setGlobalUsingComponent(tag, component as never);
}

function update(node: glassEasel.GeneralComponent, changed: ReadonlySet<string>): void {
  const controller = controllers.get(node);
  if (!controller) return;
  applyCommon(node, controller);
  controller.update?.(changed);
}

/** `hidden`, role and aria-* of any element. */
function applyCommon(node: glassEasel.GeneralComponent, controller: Controller): void {
  const dom = domOf(node);
  const data = node.data;
  if (!dom) return;
  const control = controller.control ?? dom;
  setAttribute(dom, 'wx-hidden', data.hidden);
  if (data.ariaRole || controller.role) setRole(control, data.ariaRole || controller.role);
  for (const name of ARIA) {
    const value: unknown = data[`aria${name}`];
    if (name === 'Role' || (name === 'Label' && controller.namesItself) || value === null || value === undefined) continue;
    setAttribute(control, `aria-${name.toLowerCase()}`, typeof value === 'boolean' ? String(value) : value);
  }
}

function hostElement<P extends Properties>(node: glassEasel.GeneralComponent, tag: string): HostElement<P> {
  const dom = domOf(node);
  if (!dom) throw new Error(`<${tag}> has no DOM node`);
  return {
    tag,
    dom,
    node,
    get data() {
      const data: unknown = node.data;
      return data as P & Common;
    },
    set: (changes) => node.setData(changes),
    emit: (name, detail = {}, options = { bubbles: false, composed: false }) => {
      glassEasel.Event.dispatchEvent(node, new glassEasel.Event(name, detail, options));
    },
    onTap: (listener) => node.addListener('tap', listener),
  };
}

/** The type of a property is the type of its default. */
function typed(value: unknown): object {
  if (Array.isArray(value)) return { type: Array, value };
  switch (typeof value) {
    case 'boolean':
      return { type: Boolean, value };
    case 'number':
      return { type: Number, value };
    case 'string':
      return { type: String, value };
    default:
      return { type: null, value: null };
  }
}
