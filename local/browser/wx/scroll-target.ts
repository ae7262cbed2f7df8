import { topPage } from '../runtime/navigation';
import { domOf } from '../runtime/plain-nodes';

/** What setData drew is there after the next frame. */
export function prepareSubject(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => resolve()));
}

/** Where the first node for a selector stands in the scrolled page, in px. */
export function selectorTop(selector: string): number {
  const page = topPage();
  const node = page.component.getShadowRoot()?.querySelector(selector);
  const dom = node ? domOf(node) : null;
  if (!dom) throw new Error(`no node for ${selector}`);
  return dom.getBoundingClientRect().top - page.frame.getBoundingClientRect().top + page.frame.scrollTop;
}
