import { make, setAttribute } from '../runtime/dom';
import { fileUrl } from '../runtime/file-url';
import { topPage } from '../runtime/navigation';
import { anything, defineElement } from './define';

/** WeChat's modes as object-fit and object-position. */
const FITS: Record<string, readonly [fit: string, position?: string]> = {
  scaleToFill: ['fill'],
  aspectFit: ['contain'],
  aspectFill: ['cover'],
  widthFix: ['fill'],
  heightFix: ['fill'],
};

export function defineImage(): void {
  defineElement('image', {
    properties: { src: '', mode: 'scaleToFill', lazyLoad: false, showMenuByLongpress: anything, webp: anything, fadeIn: anything },
    connect(image) {
      const control = image.dom.appendChild(make('img', { alt: '' }));
      control.onload = () => image.emit('load', { width: control.naturalWidth, height: control.naturalHeight });
      control.onerror = () => image.emit('error', { errMsg: `load failed: ${control.src}` });
      return {
        update(changed) {
          const { src, mode, lazyLoad, ariaLabel } = image.data;
          if (changed.size === 0 || changed.has('src')) setAttribute(control, 'src', src && fileUrl(src, topPage().path));
          control.loading = lazyLoad ? 'lazy' : 'eager';
          const [fit, position] = FITS[mode] ?? ['none', mode];
          control.style.objectFit = fit;
          control.style.objectPosition = position ?? '';
          // the free side follows the picture
          for (const dom of [control, image.dom]) {
            if (mode === 'widthFix') dom.style.height = 'auto';
            if (mode === 'heightFix') dom.style.width = 'auto';
          }
          // with words it is a picture for readers too; without them the empty alt hides it
          if (ariaLabel && !image.data.ariaRole) image.dom.setAttribute('role', 'img');
        },
      };
    },
  });
}
