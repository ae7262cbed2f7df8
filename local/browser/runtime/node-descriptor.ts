/** ComponentDescriptor: what WXS may do with a node. */
import * as glassEasel from 'glass-easel';
import { kebab } from './dom';
import { styleSegment } from './style-segments';

type Component = glassEasel.GeneralComponent;
type Callable = Record<string, ((argument: unknown) => unknown) | undefined>;

const known = new WeakMap<object, NodeDescriptor>();

/** The same descriptor for the same node, so that its state stays. */
export function describeNode(node: Component | { _$: Component } | null | undefined): NodeDescriptor | null {
  if (!node) return null;
  const component = '_$' in node ? node._$ : node;
  const descriptor = known.get(component) ?? new NodeDescriptor(component);
  known.set(component, descriptor);
  return descriptor;
}

class NodeDescriptor {
  private readonly node: Component;
  private readonly state: Record<string, unknown> = {};

  constructor(node: Component) {
    this.node = node;
  }

  getState() {
    return this.state;
  }

  getDataset() {
    return this.node.dataset;
  }

  callMethod(name: string, argument: unknown): unknown {
    const node: glassEasel.Element = this.node;
    const owner = glassEasel.Component.isComponent(node) ? node : node.ownerShadowRoot?.getHostNode();
    const caller = owner?.getMethodCaller() as unknown as Callable | undefined;
    return caller?.[name]?.call(caller, argument);
  }

  selectComponent(selector: string) {
    return describeNode(this.shadow()?.querySelector(selector) as Component | null);
  }

  selectAllComponents(selector: string) {
    return (this.shadow()?.querySelectorAll(selector) ?? []).map((node) => describeNode(node as Component));
  }

  setStyle(style: string | Record<string, unknown>) {
    const text = typeof style === 'string' ? style : Object.entries(style).map(([name, value]) => `${kebab(name)}:${String(value)}`).join(';');
    this.node.setNodeStyle(text, styleSegment.temporary);
    return this;
  }

  addClass(name: string) {
    this.node.classList?.toggle(name, true, styleSegment.temporary);
    return this;
  }

  removeClass(name: string) {
    this.node.classList?.toggle(name, false, styleSegment.temporary);
    return this;
  }

  hasClass(name: string) {
    return this.node.classList?.contains(name) ?? false;
  }

  getBoundingClientRect() {
    return this.dom().getBoundingClientRect();
  }

  getComputedStyle(names: string[]) {
    const style = getComputedStyle(this.dom());
    return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(kebab(name))]));
  }

  triggerEvent(name: string, detail: unknown) {
    this.node.triggerEvent(name, detail);
  }

  requestAnimationFrame(callback: FrameRequestCallback) {
    return requestAnimationFrame(callback);
  }

  setTimeout(callback: () => void, delay: number) {
    return window.setTimeout(callback, delay);
  }

  clearTimeout(timer: number) {
    window.clearTimeout(timer);
  }

  private dom(): HTMLElement {
    return this.node.getBackendElement() as unknown as HTMLElement;
  }

  private shadow() {
    return this.node.getShadowRoot();
  }
}
