/** Keeps the page's own lengths (rpx, vh, vw) in step with the phone's frame. */
import { part } from './dom';
import { openPages } from './navigation';

export function watchViewport(): void {
  const stage = part('stage');
  let size = '';
  let lastWidth = 0;
  const update = () => {
    const { clientWidth: width, clientHeight: height } = stage;
    if (size === `${width}x${height}`) return;
    const isTurned = lastWidth !== 0 && lastWidth !== width;
    lastWidth = width;
    size = `${width}x${height}`;
    const { style } = document.documentElement;
    style.setProperty('--rpx', `${width / 750}px`);
    style.setProperty('--vw', `${width / 100}px`);
    style.setProperty('--vh', `${height / 100}px`);
    if (!isTurned) return;
    for (const page of openPages()) page.call('onResize', { size: { windowWidth: width, windowHeight: height } });
  };
  new ResizeObserver(update).observe(stage);
  update();
}
