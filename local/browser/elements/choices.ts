/** switch, checkbox, radio and their groups. */
import { make, setAttribute } from '../runtime/dom';
import type { GeneralComponent } from 'glass-easel';
import { closestController, controllerOf, defineElement } from './define';

export function defineChoices(): void {
  defineSwitch();
  defineTick('checkbox');
  defineTick('radio');
  defineGroup('checkbox');
  defineGroup('radio');
}

function defineSwitch(): void {
  defineElement('switch', {
    properties: { name: '', checked: false, disabled: false, color: '', type: 'switch' },
    connect(element) {
      const control = element.dom.appendChild(make('input', { type: 'checkbox' }));
      control.addEventListener('input', (event) => event.stopPropagation());
      control.addEventListener('change', (event) => {
        event.stopPropagation();
        element.set({ checked: control.checked });
        element.emit('change', { value: control.checked });
      });
      return {
        control,
        role: 'switch',
        value: () => control.checked,
        reset: () => element.set({ checked: false }),
        act: (verb) => verb === 'activate' && control.click(),
        update() {
          control.checked = element.data.checked;
          control.disabled = element.data.disabled;
          control.style.setProperty('--wx-color', element.data.color || null);
        },
      };
    },
  });
}

function defineTick(tag: 'checkbox' | 'radio'): void {
  defineElement(tag, {
    properties: { value: '', checked: false, disabled: false, color: '' },
    connect(element) {
      const { dom } = element;
      dom.prepend(make('i', { class: 'wx-tick', 'aria-hidden': 'true' }));
      const toggle = () => {
        if (element.data.disabled) return;
        closestController(dom, `${tag}-group`)?.act?.('toggle', dom);
        if (!dom.closest(`wx-${tag}-group`)) element.set({ checked: tag === 'radio' || !element.data.checked });
      };
      element.onTap(toggle);
      return {
        role: tag,
        act: (verb) => {
          if (verb === 'activate') toggle();
          if (verb === 'check' || verb === 'uncheck') element.set({ checked: verb === 'check' });
        },
        update() {
          dom.setAttribute('aria-checked', String(element.data.checked));
          setAttribute(dom, 'aria-disabled', element.data.disabled ? 'true' : null);
          dom.style.setProperty('--wx-color', element.data.color || null);
        },
      };
    },
  });
}

function defineGroup(tag: 'checkbox' | 'radio'): void {
  defineElement(`${tag}-group`, {
    properties: { name: '' },
    connect(element) {
      const members = () => [...element.dom.querySelectorAll<MemberDom>(`wx-${tag}`)].map((dom) => dom.__wxElement);
      const checked = () => members().filter(({ data }) => data.checked).map(({ data }) => data.value as string);
      const value = () => (tag === 'radio' ? (checked()[0] ?? '') : checked());
      return {
        ...(tag === 'radio' && { role: 'radiogroup' }),
        value,
        reset: () => members().forEach((member) => controllerOf(member)?.act?.('uncheck', element.dom)),
        act(verb, source) {
          if (verb !== 'toggle') return;
          const chosen = (source as MemberDom).__wxElement;
          if (tag === 'radio' && chosen.data.checked) return;
          if (tag === 'radio') members().forEach((member) => controllerOf(member)?.act?.('uncheck', element.dom));
          controllerOf(chosen)?.act?.(chosen.data.checked ? 'uncheck' : 'check', element.dom);
          element.emit('change', { value: value() });
        },
      };
    },
  });
}

type MemberDom = HTMLElement & { __wxElement: GeneralComponent };
