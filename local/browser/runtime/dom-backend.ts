/** glass-easel's DOM backend, with the adjustments that a phone in a page needs. */
import * as glassEasel from 'glass-easel';
import { hostLengths } from '../elements/lengths';

/** The DOM events that pages may hear on any node. The others (input, scroll…) come from the built-in elements alone. */
const DOM_EVENTS = new Set([
  'touchstart', 'touchmove', 'touchend', 'touchcancel',
  'transitionend', 'animationstart', 'animationend', 'animationiteration',
]);

const PRESSES = new Set(['tap', 'longpress', 'longtap']);

interface TouchPoint {
  identifier: number;
  clientX: number;
  clientY: number;
  pageX: number;
  pageY: number;
  force: number;
}

class DomBackend extends glassEasel.CurrentWindowBackendContext {
  constructor() {
    super();
    const factory = {
      createElement: makeNode,
      createTextNode: (text: string) => document.createTextNode(text),
      createDocumentFragment: () => document.createDocumentFragment(),
    };
    this.document = factory as unknown as typeof this.document;
  }

  /** All sheets are in one <style>: the adapter would append every one again for each page that opens. */
  override appendStyleSheetPath(): number {
    return 0;
  }

  override setListenerStats(...[element, type, capture, level]: Parameters<glassEasel.CurrentWindowBackendContext['setListenerStats']>): void {
    if (DOM_EVENTS.has(type)) super.setListenerStats(element, type, capture, level);
  }
}

/** A disabled button hears nothing, and neither does what is around it. */
export function isDisabled(node: glassEasel.Element): boolean {
  const dom = node.getBackendElement() as unknown as HTMLElement | null;
  return Boolean(dom?.closest('wx-button[disabled]'));
}

/** `view` becomes <wx-view>; the style of a node is written in the page's lengths. */
function makeNode(tag: string): HTMLElement {
  const element = document.createElement(tag.startsWith('wx-') ? tag : `wx-${tag}`);
  const setAttribute = element.setAttribute.bind(element);
  element.setAttribute = (name, value) => setAttribute(name, name === 'style' ? hostLengths(value) : value);
  return element;
}

export function createBackend(): glassEasel.CurrentWindowBackendContext {
  const backend = new DomBackend();
  backend.onEvent((target, type, detail, options) => {
    if (PRESSES.has(type) && isDisabled(target)) return undefined;
    const event = new glassEasel.Event(type, touchDetail(type, detail, options), {
      ...options,
      bubbles: !/^(transition|animation)/.test(type),
      extraFields: touchFields(options),
    });
    glassEasel.Event.dispatchEvent(target, event);
    return event.getEventBubbleStatus();
  });
  return backend;
}

/** A touch event has an empty detail; what it knows is in `touches`. */
function touchDetail(type: string, detail: unknown, options: glassEasel.EventOptions): unknown {
  const original = originalTouches(options);
  if (!original) return detail;
  if (type.startsWith('touch')) return {};
  const [point] = pointsOf(original.changedTouches);
  return type === 'tap' && point ? { x: point.pageX, y: point.pageY } : detail;
}

function touchFields(options: glassEasel.EventOptions): Record<string, unknown> {
  const original = originalTouches(options);
  if (!original) return {};
  const canvas = (original.target as Element | null)?.closest('wx-canvas') ?? null;
  return { touches: pointsOn(canvas, original.touches), changedTouches: pointsOn(canvas, original.changedTouches) };
}

/** On a canvas a point has x and y from the canvas's corner. */
function pointsOn(canvas: Element | null, touches: ArrayLike<Touch>): TouchPoint[] {
  const points = pointsOf(touches);
  if (!canvas) return points;
  const { left, top } = canvas.getBoundingClientRect();
  return points.map((point, index) => ({ ...point, x: (touches[index]?.clientX ?? 0) - left, y: (touches[index]?.clientY ?? 0) - top }));
}

function originalTouches(options: glassEasel.EventOptions): TouchEvent | null {
  const event = (options as { originalEvent?: unknown }).originalEvent;
  return event instanceof Event && 'changedTouches' in event ? (event as TouchEvent) : null;
}

/** Places are measured from the corner of the page's own area, as SelectorQuery measures them. */
export function pointsOf(touches: ArrayLike<Touch>): TouchPoint[] {
  const stage = document.getElementById('stage')?.getBoundingClientRect() ?? new DOMRect();
  return Array.from(touches, (touch) => {
    const [clientX, clientY] = [touch.clientX - stage.left, touch.clientY - stage.top];
    const frame = touch.target instanceof Element ? touch.target.closest('.page-frame') : null;
    return { identifier: touch.identifier, clientX, clientY, pageX: clientX, pageY: clientY + (frame?.scrollTop ?? 0), force: 1 };
  });
}
