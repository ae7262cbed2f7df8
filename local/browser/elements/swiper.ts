/** swiper: a row (or column) of items that scrolls and snaps. */
import { make, setAttribute } from '../runtime/dom';
import { anything, defineElement, type Controller, type HostElement } from './define';

const properties = {
  current: 0, indicatorDots: false, indicatorColor: '', indicatorActiveColor: '', autoplay: false, interval: 5000, duration: 500,
  circular: false, vertical: false, displayMultipleItems: 1, previousMargin: '0px', nextMargin: '0px', easingFunction: anything,
  snapToEdge: anything, currentItemId: anything, skipHiddenItemLayout: anything, cacheExtent: anything,
};

type Swiper = HostElement<typeof properties>;

const SETTLE_MS = 120;
const DRAG_PX = 30;

export function defineSwiper(): void {
  defineElement('swiper', { properties, connect: connectSwiper });
}

function connectSwiper(swiper: Swiper): Controller {
  const { dom } = swiper;
  const track = dom.querySelector<HTMLElement>('.wx-swiper-track') as HTMLElement;
  const dots = dom.appendChild(make('div', { class: 'wx-swiper-dots', 'aria-hidden': 'true' }));
  let shown = 0;
  let source: '' | 'touch' | 'autoplay' = '';
  let autoplay = 0;

  const items = () => [...track.querySelectorAll<HTMLElement>(':scope > wx-swiper-item')];
  const show = (index: number, behavior: ScrollBehavior) => {
    const item = items()[index];
    if (item) track.scrollTo({ left: item.offsetLeft - track.offsetLeft, top: item.offsetTop - track.offsetTop, behavior });
  };
  watchTrack(track, () => settle(nearest(items(), track, swiper.data.vertical)));
  watchMouseDrag(dom, (step) => move(step, 'touch'));

  function move(step: number, by: 'touch' | 'autoplay'): void {
    source = by;
    const count = items().length;
    const next = swiper.data.circular || by === 'autoplay' ? (shown + step + count) % count : Math.min(Math.max(shown + step, 0), count - 1);
    show(next, 'smooth');
  }

  function settle(index: number): void {
    if (index === shown) return;
    shown = index;
    swiper.set({ current: index });
    swiper.emit('change', { current: index, currentItemId: '', source: source || 'touch' });
    swiper.emit('animationfinish', { current: index, currentItemId: '', source: source || 'touch' });
    source = '';
    drawDots();
  }

  function drawDots(): void {
    dots.hidden = !swiper.data.indicatorDots;
    dots.replaceChildren(...items().map((_, index) => make('i', { class: index === shown ? 'is-active' : '' })));
  }

  return {
    detach: () => window.clearInterval(autoplay),
    update(changed) {
      const { vertical, current, indicatorColor, indicatorActiveColor, interval } = swiper.data;
      setAttribute(dom, 'vertical', vertical);
      dots.style.setProperty('--wx-dot', indicatorColor || null);
      dots.style.setProperty('--wx-dot-active', indicatorActiveColor || null);
      window.clearInterval(autoplay);
      if (swiper.data.autoplay) autoplay = window.setInterval(() => move(1, 'autoplay'), interval);
      requestAnimationFrame(() => {
        drawDots();
        if (current === shown) return;
        if (changed.size === 0) shown = current;
        show(current, changed.size === 0 ? 'instant' : 'smooth');
      });
    },
  };
}

function watchTrack(track: HTMLElement, onSettle: () => void): void {
  let timer = 0;
  track.addEventListener('scroll', () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(onSettle, SETTLE_MS);
  }, { passive: true });
}

/** A finger scrolls the track by itself; a mouse has to be followed. */
function watchMouseDrag(dom: HTMLElement, onDrag: (step: 1 | -1) => void): void {
  let from: number | null = null;
  dom.addEventListener('mousedown', ({ clientX }) => (from = clientX));
  dom.addEventListener('mouseup', ({ clientX }) => {
    if (from !== null && Math.abs(clientX - from) > DRAG_PX) onDrag(clientX < from ? 1 : -1);
    from = null;
  });
}

function nearest(items: HTMLElement[], track: HTMLElement, vertical: boolean): number {
  const distance = (item: HTMLElement) => {
    return Math.abs(vertical ? item.offsetTop - track.offsetTop - track.scrollTop : item.offsetLeft - track.offsetLeft - track.scrollLeft);
  };
  return items.reduce((best, item, index) => (distance(item) < distance(items[best] as HTMLElement) ? index : best), 0);
}
