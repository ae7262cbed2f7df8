/** What `view`, `text` and all other nodes show in the DOM: ids, data-*, roles, labels, animations. */
import * as glassEasel from 'glass-easel';
import { isAnimation, playAnimation } from './animation';
import { kebab, setAttribute } from './dom';

/** Roles that can be operated: they get a place in the tab order, and Enter means a tap. */
const OPERABLE = new Set(['button', 'link', 'checkbox', 'radio', 'switch', 'tab', 'menuitem', 'option']);

/** glass-easel keeps ids, data-* and roles in JavaScript; style sheets, scroll-into-view, readers and tests need them in the DOM. */
export function mirrorNodesToDom(): void {
  mirrorIds();
  mirrorDatasets();
  mirrorAttributes();
}

function mirrorIds(): void {
  const prototype = glassEasel.Element.prototype;
  const id = Object.getOwnPropertyDescriptor(prototype, 'id');
  if (!id?.set) throw new Error('glass-easel: Element.id is not what it was in 0.12.1');
  const { set } = id;
  Object.defineProperty(prototype, 'id', {
    ...id,
    set(this: glassEasel.Element, value: unknown) {
      set.call(this, value);
      const dom = domOf(this);
      if (dom) setAttribute(dom, 'wx-id', value);
    },
  });
}

function mirrorDatasets(): void {
  const prototype = glassEasel.Element.prototype;
  const { setDataset } = prototype;
  prototype.setDataset = function (name, value) {
    setDataset.call(this, name, value);
    const dom = domOf(this);
    if (dom) setAttribute(dom, `data-${kebab(name)}`, typeof value === 'boolean' ? String(value) : value);
  };
}

function mirrorAttributes(): void {
  const prototype = glassEasel.NativeNode.prototype;
  const { updateAttribute } = prototype;
  prototype.updateAttribute = function (name, value) {
    const dom = domOf(this);
    if (name === 'animation') {
      if (isAnimation(value)) void playAnimation(this, value);
    } else if (name === 'aria-role' || name === 'role') {
      setRole(dom, value);
    } else if (name.startsWith('aria-')) {
      // aria-checked="{{false}}" says "false"; an empty one says nothing
      // and a page that was closed while it waited for an answer has no DOM left
      if (dom) setAttribute(dom, name, typeof value === 'boolean' ? String(value) : value);
    } else {
      updateAttribute.call(this, name, value);
    }
  };
}

export function setRole(dom: HTMLElement | null, role: unknown): void {
  if (!dom) return;
  setAttribute(dom, 'role', role);
  if (OPERABLE.has(String(role))) dom.tabIndex = 0;
  else dom.removeAttribute('tabindex');
}

/** The DOM node of a glass-easel node; null for virtual ones. */
export function domOf(node: glassEasel.Element): HTMLElement | null {
  return (node.getBackendElement() as unknown as HTMLElement | null) ?? null;
}
