/** slider, progress, icon. */
import { make } from '../runtime/dom';
import { anything, defineElement } from './define';
import { hostLengths } from './lengths';

export function defineMeters(): void {
  defineSlider();
  defineProgress();
  defineIcon();
}

function defineSlider(): void {
  defineElement('slider', {
    properties: {
      name: '', min: 0, max: 100, step: 1, value: 0, disabled: false, showValue: false, color: '', activeColor: '', selectedColor: '',
      backgroundColor: anything, blockSize: anything, blockColor: anything,
    },
    connect(slider) {
      const control = make('input', { type: 'range' });
      const shown = make('output', { 'aria-hidden': 'true' });
      slider.dom.append(control, shown);
      const tell = (name: string) => (event: Event) => {
        event.stopPropagation();
        shown.textContent = control.value;
        slider.set({ value: Number(control.value) });
        slider.emit(name, { value: Number(control.value) });
      };
      control.addEventListener('input', tell('changing'));
      control.addEventListener('change', tell('change'));
      return {
        control,
        value: () => Number(control.value),
        reset: () => slider.set({ value: slider.data.min }),
        update() {
          const { min, max, step, value, disabled, showValue, activeColor, selectedColor } = slider.data;
          Object.assign(control, { min: String(min), max: String(max), step: String(step), value: String(value), disabled });
          control.style.setProperty('--wx-color', activeColor || selectedColor || null);
          shown.hidden = !showValue;
          shown.textContent = control.value;
        },
      };
    },
  });
}

function defineProgress(): void {
  defineElement('progress', {
    properties: {
      percent: 0, showInfo: false, strokeWidth: anything, color: '', activeColor: '', backgroundColor: '', borderRadius: anything,
      fontSize: anything, active: anything, activeMode: anything, duration: anything,
    },
    connect(progress) {
      const bar = make('i');
      const ground = make('div', { class: 'wx-progress-bar' }, bar);
      const words = make('span', { 'aria-hidden': 'true' });
      progress.dom.append(ground, words);
      return {
        role: 'progressbar',
        update() {
          const { percent, showInfo, strokeWidth, color, activeColor, backgroundColor } = progress.data;
          progress.dom.setAttribute('aria-valuenow', String(percent));
          bar.style.width = `${Math.min(Math.max(percent, 0), 100)}%`;
          ground.style.setProperty('--wx-color', activeColor || color || null);
          ground.style.setProperty('--wx-ground', backgroundColor || null);
          ground.style.setProperty('--wx-height', strokeWidth === null ? null : pixels(strokeWidth));
          words.hidden = !showInfo;
          words.textContent = `${percent}%`;
        },
      };
    },
  });
}

/** WeChat's icons: the file that draws each, and its colour. */
const ICONS: Record<string, readonly [file: string, color: string]> = {
  success: ['check-circle-filled', '#09bb07'],
  success_no_circle: ['check', '#09bb07'],
  info: ['info-circle-filled', '#10aeff'],
  warn: ['error-circle-filled', '#f76260'],
  waiting: ['time-filled', '#10aeff'],
  cancel: ['close-circle', '#f43530'],
  download: ['download', '#09bb07'],
  search: ['search', '#b2b2b2'],
  clear: ['close-circle-filled', '#b2b2b2'],
};

function defineIcon(): void {
  defineElement('icon', {
    properties: { type: '', size: anything, color: '' },
    connect: ({ dom, data }) => ({
      update() {
        const [file, color] = ICONS[data.type] ?? ['help-circle', '#b2b2b2'];
        const size = pixels(data.size ?? 23);
        Object.assign(dom.style, { width: size, height: size, color: data.color || color });
        dom.style.mask = `url('/__icons/${file}.svg') center / contain no-repeat`;
      },
    }),
  });
}

function pixels(value: unknown): string {
  return /^\d+(\.\d+)?$/.test(String(value)) ? `${String(value)}px` : hostLengths(String(value));
}
