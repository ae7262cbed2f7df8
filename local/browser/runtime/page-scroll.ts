/** onPageScroll, onReachBottom and onPullDownRefresh of one page, by finger, wheel or call. */
import { make } from './dom';
import type { OpenPage } from './page';

const DEFAULT_BOTTOM_PX = 50;
/** How far a finger has to pull before letting go refreshes, in px. */
const PULL_PX = 60;
/** A wheel turned up against the top pulls too; it has to be turned this far within one gesture. */
const WHEEL_PX = 240;
/** A pause this long ends the gesture. */
const WHEEL_MS = 400;

export class ScrollWatcher {
  private readonly page: OpenPage;
  private readonly stopper = new AbortController();
  private indicator: HTMLElement | undefined;
  private wasAtBottom = false;
  private isRefreshing = false;

  constructor(page: OpenPage) {
    this.page = page;
    const { frame } = page;
    const listening = { passive: true, signal: this.stopper.signal };
    frame.addEventListener('scroll', () => this.onScroll(), listening);
    if (page.settings.disableScroll) frame.classList.add('is-still');
    if (!page.settings.enablePullDownRefresh) return;
    this.watchFinger(listening);
    this.watchWheel(listening);
  }

  stop(): void {
    this.stopper.abort();
  }

  startRefresh(): void {
    if (this.isRefreshing) return;
    this.isRefreshing = true;
    this.showIndicator(PULL_PX, '正在刷新');
    this.page.call('onPullDownRefresh');
  }

  stopRefresh(): void {
    this.isRefreshing = false;
    this.indicator?.remove();
    this.indicator = undefined;
  }

  private onScroll(): void {
    const { frame, settings } = this.page;
    this.page.call('onPageScroll', { scrollTop: frame.scrollTop });
    const distance = settings.onReachBottomDistance ?? DEFAULT_BOTTOM_PX;
    const isAtBottom = frame.scrollTop + frame.clientHeight >= frame.scrollHeight - distance;
    if (isAtBottom && !this.wasAtBottom && frame.scrollTop > 0) this.page.call('onReachBottom');
    this.wasAtBottom = isAtBottom;
  }

  private watchFinger(listening: AddEventListenerOptions): void {
    const { frame } = this.page;
    let from: number | null = null;
    let pulled = 0;
    frame.addEventListener('touchstart', (event) => {
      const isFree = frame.scrollTop <= 0 && !this.isRefreshing && !isInScroller(event.target as Element, frame);
      from = isFree ? (event.changedTouches[0]?.clientY ?? null) : null;
      pulled = 0;
    }, listening);
    frame.addEventListener('touchmove', (event) => {
      if (from === null) return;
      pulled = (event.changedTouches[0]?.clientY ?? from) - from;
      if (pulled > 0 && frame.scrollTop <= 0) this.showIndicator(Math.min(pulled, PULL_PX * 1.5), pulled >= PULL_PX ? '松开刷新' : '下拉刷新');
    }, listening);
    const release = () => {
      if (from === null) return;
      from = null;
      if (pulled >= PULL_PX && frame.scrollTop <= 0) this.startRefresh();
      else if (!this.isRefreshing) this.stopRefresh();
    };
    frame.addEventListener('touchend', release, listening);
    frame.addEventListener('touchcancel', release, listening);
  }

  private watchWheel(listening: AddEventListenerOptions): void {
    const { frame } = this.page;
    let turned = 0;
    let timer = 0;
    frame.addEventListener('wheel', (event) => {
      turned = frame.scrollTop <= 0 && event.deltaY < 0 ? turned - event.deltaY : 0;
      window.clearTimeout(timer);
      timer = window.setTimeout(() => (turned = 0), WHEEL_MS);
      if (turned < WHEEL_PX) return;
      turned = 0;
      this.startRefresh();
    }, listening);
  }

  private showIndicator(height: number, words: string): void {
    const { frame } = this.page;
    if (!this.indicator) {
      this.indicator = make('div', { class: 'page-pull', role: 'status' });
      frame.prepend(this.indicator);
    }
    this.indicator.style.height = `${height}px`;
    if (this.indicator.textContent !== words) this.indicator.textContent = words;
  }
}

/** A scroll-view, a picker or a canvas under the finger keeps the gesture to itself. */
function isInScroller(target: Element, frame: HTMLElement): boolean {
  for (let node: Element | null = target; node && node !== frame; node = node.parentElement) {
    if (node.matches('wx-canvas, wx-picker-view, wx-slider')) return true;
    if (node.scrollTop > 0) return true;
  }
  return false;
}
