/** input and textarea: a real control inside, so that keyboards, readers and tests find what they know. */
import { make, setAttribute } from '../runtime/dom';
import { anything, defineElement, wordsOf, type Controller, type HostElement } from './define';

const properties = {
  name: '', value: anything, type: 'text', password: false, placeholder: '', placeholderStyle: '', disabled: false,
  maxlength: anything, focus: false, autoFocus: false, confirmType: 'done', confirmHold: false, autoHeight: false,
  cursor: anything, cursorColor: anything, cursorSpacing: anything, selectionStart: anything, selectionEnd: anything,
  adjustPosition: anything, holdKeyboard: anything, alwaysEmbed: anything, fixed: anything, showConfirmBar: anything,
  disableDefaultPadding: anything, adjustKeyboardTo: anything, safePasswordCertPath: anything, safePasswordLength: anything,
  safePasswordTimeStamp: anything, safePasswordNonce: anything, safePasswordSalt: anything, safePasswordCustomHash: anything,
  isBlank: false,
};

type TextField = HostElement<typeof properties>;
type Control = HTMLInputElement | HTMLTextAreaElement;

const DEFAULT_MAX_LENGTH = 140;
const KEYBOARDS: Record<string, string> = { number: 'numeric', digit: 'decimal', idcard: 'text', nickname: 'text' };
const KEY_HINTS: Record<string, string> = { send: 'send', search: 'search', next: 'next', go: 'go', done: 'done' };

export function defineTextFields(): void {
  for (const tag of ['input', 'textarea'] as const) {
    defineElement(tag, { properties, externalClasses: ['placeholder-class'], connect: connectTextField });
  }
}

function connectTextField(field: TextField): Controller {
  const control: Control = field.dom.appendChild(field.tag === 'input' ? make('input') : make('textarea'));
  listen(field, control);
  let hadFocus = false;
  return {
    control,
    value: () => control.value,
    reset: () => field.set({ value: '' }),
    act: (verb) => verb === 'activate' && control.focus(),
    update(changed) {
      if (changed.has('isBlank')) return;
      if (changed.size === 0 || changed.has('value')) showValue(field, control);
      applyAttributes(field, control);
      const wantsFocus = field.data.focus || (changed.size === 0 && field.data.autoFocus);
      if (wantsFocus && !hadFocus) setTimeout(() => control.focus(), 50);
      hadFocus = wantsFocus;
    },
  };
}

function showValue(field: TextField, control: Control): void {
  const text = wordsOf(field.data.value);
  if (control.value !== text) control.value = text;
  field.set({ isBlank: text === '' });
  grow(field, control);
}

function applyAttributes({ data, dom, tag }: TextField, control: Control): void {
  const limit = data.maxlength === null || data.maxlength === '' || data.maxlength === undefined ? DEFAULT_MAX_LENGTH : Number(data.maxlength);
  control.disabled = data.disabled;
  control.placeholder = data.placeholder;
  control.inputMode = KEYBOARDS[data.type] ?? 'text';
  control.enterKeyHint = KEY_HINTS[data.confirmType] ?? 'done';
  if (control instanceof HTMLInputElement) control.type = data.password ? 'password' : 'text';
  setAttribute(control, 'maxlength', limit >= 0 ? limit : null);
  setAttribute(dom, 'auto-height', tag === 'textarea' && data.autoHeight);
  if (!data.ariaLabel && data.placeholder) control.setAttribute('aria-label', data.placeholder);
}

function listen(field: TextField, control: Control): void {
  let atFocus = '';
  // the page hears what the element says, never the browser's own events
  for (const type of ['input', 'change', 'focus', 'blur']) control.addEventListener(type, (event) => event.stopPropagation());
  control.addEventListener('input', () => {
    const { value } = control;
    field.set({ value, isBlank: value === '' });
    grow(field, control);
    field.emit('input', { value, cursor: control.selectionStart ?? value.length, keyCode: 0 });
  });
  control.addEventListener('focus', () => {
    atFocus = control.value;
    field.emit('focus', { value: control.value, height: 0 });
  });
  control.addEventListener('blur', () => {
    const { value } = control;
    field.emit('blur', { value, cursor: control.selectionStart ?? value.length });
    if (atFocus !== value) field.emit('change', { value });
  });
  control.addEventListener('keydown', (event) => {
    const { key, isComposing } = event as KeyboardEvent;
    const isConfirm = key === 'Enter' && !isComposing && (field.tag === 'input' || field.data.confirmType !== 'return');
    if (!isConfirm || field.tag === 'textarea') return;
    field.emit('confirm', { value: control.value });
    if (!field.data.confirmHold) control.blur();
  });
}

/** auto-height: as tall as its text. */
function grow({ tag, data, emit }: TextField, control: Control): void {
  if (tag !== 'textarea' || !data.autoHeight) return;
  const before = control.style.height;
  control.style.height = 'auto';
  control.style.height = `${control.scrollHeight}px`;
  if (control.style.height !== before) emit('linechange', { height: control.scrollHeight, lineCount: control.value.split('\n').length });
}
