import { setAttribute } from '../runtime/dom';
import { anything, defineElement, type Controller, type HostElement } from './define';

const properties = {
  scrollX: false, scrollY: false, scrollTop: anything, scrollLeft: anything, scrollIntoView: '', scrollWithAnimation: false,
  enableFlex: false, upperThreshold: 50, lowerThreshold: 50, refresherEnabled: false, refresherThreshold: 45, refresherTriggered: false,
  enhanced: anything, bounces: anything, showScrollbar: anything, pagingEnabled: anything, fastDeceleration: anything,
  enablePassive: anything, scrollAnchoring: anything, type: anything, enableBackToTop: anything, refresherDefaultStyle: anything,
  refresherBackground: anything, usingSticky: anything, cacheExtent: anything, scrollIntoViewOffset: anything, scrollIntoViewAlignment: anything,
};

type ScrollView = HostElement<typeof properties>;

export function defineScrollView(): void {
  defineElement('scroll-view', { properties, connect: connectScrollView });
}

function connectScrollView(view: ScrollView): Controller {
  listen(view);
  let wasTriggered = false;
  return {
    update(changed) {
      const { dom, data } = view;
      setAttribute(dom, 'scroll-x', data.scrollX);
      setAttribute(dom, 'scroll-y', data.scrollY);
      setAttribute(dom, 'enable-flex', data.enableFlex);
      const behavior = data.scrollWithAnimation ? 'smooth' : 'auto';
      const isFirst = changed.size === 0;
      if ((isFirst || changed.has('scrollTop')) && isNumber(data.scrollTop)) dom.scrollTo({ top: Number(data.scrollTop), behavior });
      if ((isFirst || changed.has('scrollLeft')) && isNumber(data.scrollLeft)) dom.scrollTo({ left: Number(data.scrollLeft), behavior });
      if ((isFirst || changed.has('scrollIntoView')) && data.scrollIntoView) scrollIntoView(view, behavior);
      if (data.refresherTriggered !== wasTriggered) {
        wasTriggered = data.refresherTriggered;
        view.emit(wasTriggered ? 'refresherrefresh' : 'refresherrestore');
      }
    },
  };
}

/** Only this view moves: the browser's own scrollIntoView would move the page as well. */
function scrollIntoView({ dom, data }: ScrollView, behavior: ScrollBehavior): void {
  setTimeout(() => {
    const target = dom.querySelector(`[wx-id="${CSS.escape(data.scrollIntoView)}"]`);
    if (!target) return;
    const [place, frame] = [target.getBoundingClientRect(), dom.getBoundingClientRect()];
    dom.scrollBy({
      top: data.scrollY ? place.top - frame.top : 0,
      left: data.scrollX ? place.left - frame.left : 0,
      behavior,
    });
  });
}

function listen(view: ScrollView): void {
  const { dom } = view;
  let last = { top: 0, left: 0 };
  const atEnd = { upper: true, lower: false };
  dom.addEventListener('scroll', () => {
    const { scrollTop, scrollLeft, scrollHeight, scrollWidth, clientHeight, clientWidth } = dom;
    const { upperThreshold, lowerThreshold, scrollX } = view.data;
    view.emit('scroll', { scrollTop, scrollLeft, scrollHeight, scrollWidth, deltaX: last.left - scrollLeft, deltaY: last.top - scrollTop });
    const before = scrollX ? scrollLeft : scrollTop;
    const after = scrollX ? scrollWidth - clientWidth - scrollLeft : scrollHeight - clientHeight - scrollTop;
    tell('upper', before <= upperThreshold, scrollX ? 'left' : 'top');
    tell('lower', after <= lowerThreshold, scrollX ? 'right' : 'bottom');
    last = { top: scrollTop, left: scrollLeft };
  }, { passive: true });

  /** Once for each arrival. */
  function tell(end: 'upper' | 'lower', isThere: boolean, direction: string): void {
    if (isThere && !atEnd[end]) view.emit(`scrollto${end}`, { direction });
    atEnd[end] = isThere;
  }
}

function isNumber(value: unknown): boolean {
  return value !== null && value !== undefined && value !== '' && Number.isFinite(Number(value));
}
