/** canvas: a real one. Pages reach it through createSelectorQuery().fields({ node: true }). */
import { make } from '../runtime/dom';
import { fileUrl } from '../runtime/file-url';
import { anything, defineElement } from './define';

/** What WeChat's canvas node has beyond the browser's. */
export interface CanvasNode extends HTMLCanvasElement {
  createImage(): HTMLImageElement;
  requestAnimationFrame(callback: FrameRequestCallback): number;
  cancelAnimationFrame(handle: number): void;
}

export function defineCanvas(): void {
  defineElement('canvas', {
    properties: { type: '', canvasId: anything, disableScroll: anything },
    connect(canvas) {
      const node = canvas.dom.appendChild(make('canvas')) as CanvasNode;
      Object.assign(node, {
        createImage: makeImage,
        requestAnimationFrame: (callback: FrameRequestCallback) => requestAnimationFrame(callback),
        cancelAnimationFrame: (handle: number) => cancelAnimationFrame(handle),
      });
      return { control: canvas.dom };
    },
  });
}

/** An image whose src may be a file of the mini-program. */
function makeImage(): HTMLImageElement {
  const image = new Image();
  const source = Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, 'src');
  Object.defineProperty(image, 'src', {
    get: () => source?.get?.call(image) as string,
    set: (value: string) => source?.set?.call(image, fileUrl(value)),
  });
  return image;
}
