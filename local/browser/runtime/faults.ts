/** Everything that must not happen: kept for tests (`window.__jiaan.faults`) and shown on the page. */
import { make } from './dom';
import { sourcePlaces } from './source-places';

/** One sentence a fault, the newest last. */
export const faults: string[] = [];
/** What glass-easel finds odd in the app: shown on the console, not a fault. */
export const warnings: string[] = [];

let overlay: HTMLElement | undefined;

export function addFault(message: string, error?: unknown): void {
  const detail = error instanceof Error ? error : undefined;
  faults.push(message);
  // the real console.error is wrapped below: a fault must not report itself
  original.error.call(console, `[fault] ${message}`, detail ?? '');
  show(message, detail);
}

const original = { error: console.error.bind(console) };

/** From here on uncaught errors, unhandled rejections and console.error of the app are faults. */
export function watchForFaults(): void {
  window.addEventListener('error', ({ message, error }) => addFault(`uncaught: ${message}`, error));
  window.addEventListener('unhandledrejection', ({ reason }: { reason: unknown }) => {
    // TDesign asks for the place of nodes that are not drawn yet, and lets the empty answer fall
    if (reason === null || reason === undefined) warnings.push('a promise was rejected with nothing');
    else addFault(`unhandled rejection: ${textOf(reason)}`, reason);
  });
  window.addEventListener('error', ({ target }) => {
    // pictures of the mini-program itself must be there; those of people may be gone, and all of them without a network
    const isCut = !navigator.onLine;
    if (!isCut && target instanceof HTMLImageElement && target.src.includes('/__static/')) addFault(`picture not found: ${new URL(target.src).pathname}`);
  }, true);
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    addFault(`blocked by the content security policy: ${violatedDirective} ${blockedURI}`);
  });
  console.error = (...values: unknown[]) => {
    addFault(`console.error: ${values.map(textOf).join(' ')}`, values.find((value) => value instanceof Error));
  };
}

export function textOf(value: unknown): string {
  if (value instanceof Error) return value.message;
  if (typeof value !== 'object' || value === null) return String(value);
  const { errMsg } = value as { errMsg?: unknown };
  return typeof errMsg === 'string' ? errMsg : JSON.stringify(value);
}

function show(message: string, error: Error | undefined): void {
  overlay ??= makeOverlay();
  const item = make('li', {}, message);
  overlay.querySelector('ol')?.append(item);
  overlay.hidden = false;
  if (!error?.stack) return;
  const place = item.appendChild(make('pre', {}, error.stack));
  void sourcePlaces(error.stack).then((readable) => (place.textContent = readable));
}

function makeOverlay(): HTMLElement {
  const close = make('button', { type: 'button' }, '关闭');
  const box = make('section', { class: 'host-faults', role: 'alert', 'aria-label': '程序错误' }, make('header', {}, '程序错误', close), make('ol'));
  close.onclick = () => (box.hidden = true);
  document.body.append(box);
  return box;
}
