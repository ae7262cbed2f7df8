/** Fingers, for browsers with a mouse or a keyboard; and what WeChat makes of fingers: hover-class and longpress. */
import * as glassEasel from 'glass-easel';
import { isDisabled, pointsOf } from './dom-backend';
import { styleSegment } from './style-segments';

/** WeChat's delay until a press is long, and the distance at which it becomes a drag. */
const LONG_PRESS_MS = 350;
const STILL_PX = 10;
/** How long after a touch its made-up mouse events may come, where the browser does not mark them. */
const ECHO_MS = 500;

type NodeElement = Element & { __wxElement?: glassEasel.GeneralComponent };

export function watchGestures(): void {
  mouseAsFinger();
  keysAsTaps();
  showHover();
  detectLongPress();
}

/** A computer may have both: the mouse events that a browser makes up after a real touch are left out. */
function mouseAsFinger(): void {
  let target: EventTarget | null = null;
  let lastTouch = -Infinity;
  window.addEventListener('touchend', ({ isTrusted, timeStamp }) => {
    if (isTrusted) lastTouch = timeStamp;
  }, true);
  const touch = (type: string, { clientX, clientY, pageX, pageY }: MouseEvent) => {
    const point = { identifier: 0, target, clientX, clientY, pageX, pageY };
    const event = new Event(type, { bubbles: true, cancelable: true, composed: true });
    Object.assign(event, { changedTouches: [point], touches: type === 'touchend' ? [] : [point] });
    target?.dispatchEvent(event);
  };
  window.addEventListener('mousedown', (event) => {
    const isEcho = isAfterTouch(event, lastTouch);
    if (event.button !== 0 || isEcho || !(event.target as Element).closest('wx-page')) return;
    target = event.target;
    touch('touchstart', event);
  }, true);
  window.addEventListener('mousemove', (event) => target && touch('touchmove', event), true);
  window.addEventListener('mouseup', (event) => {
    if (target) touch('touchend', event);
    target = null;
  }, true);
}

function isAfterTouch(event: MouseEvent, lastTouch: number): boolean {
  const { sourceCapabilities } = event as MouseEvent & { sourceCapabilities?: { firesTouchEvents: boolean } | null };
  return sourceCapabilities?.firesTouchEvents ?? event.timeStamp - lastTouch < ECHO_MS;
}

/** Enter and space on something that can be operated mean a tap, for those who use no pointer. */
function keysAsTaps(): void {
  document.addEventListener('keydown', (event) => {
    const node = event.target as NodeElement;
    if ((event.key !== 'Enter' && event.key !== ' ') || !node.__wxElement || !node.closest('wx-page')) return;
    event.preventDefault();
    const { left, top, width, height } = node.getBoundingClientRect();
    triggerTap(node.__wxElement, { x: left + width / 2, y: top + height / 2 });
  });
}

export function triggerTap(node: glassEasel.Element, detail: { x: number; y: number }): void {
  if (isDisabled(node)) return;
  const point = { identifier: 0, clientX: detail.x, clientY: detail.y, pageX: detail.x, pageY: detail.y, force: 1 };
  const event = new glassEasel.Event('tap', detail, {
    bubbles: true,
    composed: true,
    capturePhase: true,
    extraFields: { touches: [], changedTouches: [point] },
  });
  glassEasel.Event.dispatchEvent(node, event);
}

function showHover(): void {
  const toggle = (event: Event) => {
    for (let node = event.target as NodeElement | null; node; node = node.parentElement) {
      const name = hoverClass(node);
      if (!name || name === 'none') continue;
      node.__wxElement?.classList?.toggle(name, event.type === 'touchstart', styleSegment.temporary);
      return;
    }
  };
  for (const type of ['touchstart', 'touchend', 'touchcancel']) {
    document.addEventListener(type, toggle, { capture: true, passive: true });
  }
}

function hoverClass(node: NodeElement): string {
  const data = node.__wxElement?.data as { hoverClass?: string; disabled?: boolean } | undefined;
  return node.getAttribute('hover-class') ?? (data?.disabled ? '' : data?.hoverClass) ?? '';
}

function detectLongPress(): void {
  let timer = 0;
  let start = { x: 0, y: 0 };
  document.addEventListener('touchstart', (event) => {
    const [point] = pointsOf(event.changedTouches);
    if (!point) return;
    start = { x: point.clientX, y: point.clientY };
    const { target } = event;
    window.clearTimeout(timer);
    timer = window.setTimeout(() => longPress(target as NodeElement, start, point), LONG_PRESS_MS);
  }, { capture: true, passive: true });
  document.addEventListener('touchmove', (event) => {
    const [point] = pointsOf(event.changedTouches);
    const moved = point && Math.hypot(point.clientX - start.x, point.clientY - start.y) > STILL_PX;
    if (moved) window.clearTimeout(timer);
  }, { capture: true, passive: true });
  for (const type of ['touchend', 'touchcancel']) {
    document.addEventListener(type, () => window.clearTimeout(timer), { capture: true, passive: true });
  }
}

function longPress(target: NodeElement, detail: { x: number; y: number }, point: object): void {
  const node = target.closest<NodeElement>('wx-page *')?.__wxElement ?? closestNode(target);
  if (!node || isDisabled(node)) return;
  for (const type of ['longpress', 'longtap']) {
    const extraFields = { touches: [point], changedTouches: [point] };
    glassEasel.Event.dispatchEvent(node, new glassEasel.Event(type, detail, { bubbles: true, composed: true, extraFields }));
  }
}

function closestNode(target: NodeElement): glassEasel.GeneralComponent | undefined {
  let node: NodeElement | null = target;
  while (node && !node.__wxElement) node = node.parentElement;
  return node?.__wxElement;
}
