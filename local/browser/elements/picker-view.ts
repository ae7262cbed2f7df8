/** picker-view: columns that scroll and snap; the middle row is the chosen one. */
import { make } from '../runtime/dom';
import { hostLengths } from './lengths';
import { anything, closestController, defineElement } from './define';

const SETTLE_MS = 120;

export function definePickerView(): void {
  defineElement('picker-view', {
    properties: { name: '', value: [] as number[], indicatorStyle: '', indicatorClass: anything, maskStyle: anything, maskClass: anything, immediateChange: false },
    connect(view) {
      const { dom } = view;
      const indicator = dom.appendChild(make('i', { class: 'wx-picker-indicator', 'aria-hidden': 'true' }));
      const columns = () => [...dom.querySelectorAll<HTMLElement>('wx-picker-view-column')];
      const scrollTo = (value: number[]) => {
        columns().forEach((column, index) => (column.scrollTop = (value[index] ?? 0) * itemHeight(column)));
      };
      return {
        value: () => view.data.value,
        act(verb) {
          if (verb !== 'settled') return;
          const value = columns().map((column) => Math.round(column.scrollTop / itemHeight(column)));
          if (value.join() === view.data.value.join()) return;
          view.set({ value });
          view.emit('change', { value });
          view.emit('pickend');
        },
        update() {
          indicator.style.cssText = hostLengths(view.data.indicatorStyle);
          requestAnimationFrame(() => {
            const [column] = columns();
            if (column) dom.style.setProperty('--wx-item', `${itemHeight(column)}px`);
            scrollTo(view.data.value);
          });
        },
      };
    },
  });

  defineElement('picker-view-column', {
    properties: {},
    connect(column) {
      const { dom } = column;
      let timer = 0;
      dom.tabIndex = 0;
      dom.addEventListener('scroll', () => {
        window.clearTimeout(timer);
        timer = window.setTimeout(() => closestController(dom, 'picker-view')?.act?.('settled', dom), SETTLE_MS);
      }, { passive: true });
      // a tap on a row brings it to the middle
      dom.addEventListener('click', ({ clientY }) => {
        const { top, height } = dom.getBoundingClientRect();
        dom.scrollBy({ top: Math.round((clientY - top - height / 2) / itemHeight(dom)) * itemHeight(dom), behavior: 'smooth' });
      });
      return { role: 'listbox' };
    },
  });
}

function itemHeight(column: HTMLElement): number {
  return column.firstElementChild?.getBoundingClientRect().height || 34;
}
