/** Small helpers for the host's own DOM. Text goes in as text: nothing here parses HTML. */

type Attributes = Record<string, string | number | boolean | undefined>;

/** Creates an element: `make('button', { class: 'x', disabled: true }, '文字')`. `false` and `undefined` leave an attribute out. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) setAttribute(element, name, value);
  element.append(...children);
  return element;
}

/** Sets a text or a number; `true` is the empty attribute, and so is an alt without words (decoration); anything else removes it. */
export function setAttribute(element: Element, name: string, value: unknown): void {
  if (value === true || (value === '' && name === 'alt')) element.setAttribute(name, '');
  else if (typeof value === 'number' || (typeof value === 'string' && value !== '')) element.setAttribute(name, String(value));
  else element.removeAttribute(name);
}

/** An element of index.html. */
export function part(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`index.html has no #${id}`);
  return element;
}

/** `backgroundColor` → `background-color`. */
export function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
