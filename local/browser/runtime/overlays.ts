/** Dialogs, sheets and toasts of the phone. Each is a role=dialog with a name; focus goes in and comes back. */
import { make, part } from './dom';

export interface DialogOptions {
  /** The accessible name. */
  label: string;
  content: (Node | string)[];
  /** The buttons' words; the answer is their index. */
  actions: string[];
  colors?: (string | undefined)[];
  /** Where it stands: `center` (a dialog) or `bottom` (a sheet). */
  place?: 'center' | 'bottom';
  /** A tap beside it answers -1. */
  canDismiss?: boolean;
}

/** Resolves with the index of the chosen action; -1 when it was dismissed. */
export function openDialog(options: DialogOptions): Promise<number> {
  const { label, content, actions, colors = [], place = 'center', canDismiss = false } = options;
  return new Promise((resolve) => {
    const before = document.activeElement as HTMLElement | null;
    const buttons = actions.map((text, index) => makeAction(text, colors[index], () => finish(index)));
    const box = make('section', { class: 'host-dialog', role: 'dialog', 'aria-modal': 'true', 'aria-label': label, tabindex: -1 },
      make('div', { class: 'host-dialog-body' }, ...content),
      make('footer', {}, ...buttons),
    );
    const mask = make('div', { class: `host-mask is-${place}` }, box);
    const dismiss = () => canDismiss && finish(-1);
    mask.addEventListener('click', ({ target }) => target === mask && dismiss());
    mask.addEventListener('keydown', ({ key }) => key === 'Escape' && dismiss());
    part('phone').append(mask);
    (box.querySelector<HTMLElement>('input, textarea') ?? box).focus();

    function finish(index: number): void {
      mask.remove();
      before?.focus();
      resolve(index);
    }
  });
}

export function openSheet(options: DialogOptions): Promise<number> {
  return openDialog({ place: 'bottom', canDismiss: true, ...options });
}

function makeAction(text: string, color: string | undefined, onClick: () => void): HTMLButtonElement {
  const button = make('button', { type: 'button' }, text);
  if (color) button.style.color = color;
  button.onclick = onClick;
  return button;
}

interface ToastOptions {
  title: string;
  /** Keeps taps from the page. */
  mask?: boolean;
  /** Milliseconds; 0 stays until it is hidden. */
  duration: number;
  icon?: 'success' | 'error' | 'loading' | 'none';
  image?: string;
}

let toast: HTMLElement | undefined;
let toastTimer = 0;

export function showToast({ title, mask, duration, icon = 'none', image }: ToastOptions): void {
  hideToast();
  const sign = image ? make('img', { src: image, alt: '' }) : make('i', { class: `host-sign is-${icon}` });
  const words = make('div', { class: icon === 'none' && !image ? 'host-toast' : 'host-toast has-sign', role: 'status' }, sign, title);
  toast = make('div', { class: `host-mask is-center is-clear${mask ? '' : ' is-open'}` }, words);
  part('phone').append(toast);
  if (duration > 0) toastTimer = window.setTimeout(hideToast, duration);
}

export function hideToast(): void {
  window.clearTimeout(toastTimer);
  toast?.remove();
  toast = undefined;
}
