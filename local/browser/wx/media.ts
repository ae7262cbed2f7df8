/** Pictures: choosing, looking at, compressing, drawing to a file. */
import { make, part } from '../runtime/dom';
import { fileUrl } from '../runtime/file-url';
import { addTempFile } from '../runtime/temp-files';
import { api, ApiFailure } from './api';
import { pickFiles, type PickedFile } from './files';

interface ChooseMedia {
  count?: number;
  mediaType?: ('image' | 'video' | 'mix')[];
  sourceType?: ('album' | 'camera')[];
  camera?: 'back' | 'front';
}

interface PreviewSource {
  url: string;
  type?: 'image' | 'video';
}

export const media = {
  chooseMedia: api('chooseMedia', async ({ count = 9, mediaType = ['image', 'video'], sourceType = ['album', 'camera'], camera }: ChooseMedia) => {
    const wantsVideo = mediaType.includes('video') || mediaType.includes('mix');
    const wantsImage = mediaType.includes('image') || mediaType.includes('mix');
    const accept = [...(wantsImage ? ['image/*'] : []), ...(wantsVideo ? ['video/*'] : [])].join();
    const isCameraOnly = !sourceType.includes('album');
    const picked = await pickFiles({ accept, isMultiple: count > 1, capture: isCameraOnly ? (camera === 'front' ? 'user' : 'environment') : undefined });
    const tempFiles = await Promise.all(picked.slice(0, count).map(describeMedia));
    return { tempFiles, type: tempFiles.some(({ fileType }) => fileType === 'video') ? 'video' : 'image' };
  }),

  chooseImage: api('chooseImage', async ({ count = 9 }: { count?: number }) => {
    const picked = (await pickFiles({ accept: 'image/*', isMultiple: count > 1 })).slice(0, count);
    return { tempFilePaths: picked.map(({ path }) => path), tempFiles: picked.map(({ path, blob }) => ({ path, size: blob.size })) };
  }),

  chooseMessageFile: api('chooseMessageFile', async ({ count = 1 }: { count?: number }) => {
    const picked = (await pickFiles({ accept: '', isMultiple: count > 1 })).slice(0, count);
    return { tempFiles: picked.map(({ path, blob, name }) => ({ path, name, size: blob.size, type: blob.type.startsWith('image/') ? 'image' : 'file', time: 0 })) };
  }),

  getImageInfo: api('getImageInfo', async ({ src }: { src: string }) => {
    const { naturalWidth: width, naturalHeight: height } = await loadImage(fileUrl(src));
    return { width, height, path: src, orientation: 'up', type: 'unknown' };
  }),

  compressImage: api('compressImage', ({ src }: { src: string }) => ({ tempFilePath: src })),
  previewImage: api('previewImage', ({ urls, current }: { urls: string[]; current?: string | number }) => {
    const start = typeof current === 'number' ? current : urls.indexOf(current ?? '');
    showPreview(urls.map((url) => ({ url })), Math.max(start, 0));
  }),
  previewMedia: api('previewMedia', ({ sources, current = 0 }: { sources: PreviewSource[]; current?: number }) => showPreview(sources, current)),
  saveImageToPhotosAlbum: api('saveImageToPhotosAlbum', ({ filePath }: { filePath: string }) => {
    make('a', { href: fileUrl(filePath), download: filePath.split('/').at(-1) ?? '图片' }).click();
  }),

  canvasToTempFilePath: api('canvasToTempFilePath', async ({ canvas, fileType = 'png', quality = 1 }: { canvas?: HTMLCanvasElement; fileType?: string; quality?: number }) => {
    if (!canvas) throw new ApiFailure('canvas is needed: type="2d" and fields({ node: true })');
    const type = fileType === 'jpg' ? 'image/jpeg' : 'image/png';
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, quality));
    if (!blob) throw new ApiFailure('the canvas is empty');
    return { tempFilePath: addTempFile(blob, fileType).path };
  }),
};

async function describeMedia({ path, blob, url }: PickedFile) {
  const isVideo = blob.type.startsWith('video/');
  const image = isVideo ? null : await loadImage(url).catch(() => null);
  return {
    tempFilePath: path, size: blob.size, fileType: isVideo ? 'video' : 'image', duration: 0, thumbTempFilePath: path,
    width: image?.naturalWidth ?? 0, height: image?.naturalHeight ?? 0,
  };
}

function loadImage(url: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new ApiFailure('image not found'));
    image.src = url;
  });
}

function showPreview(sources: PreviewSource[], start: number): void {
  let index = start;
  const picture = make('img', { alt: '' });
  const count = make('span');
  const close = make('button', { type: 'button' }, '关闭');
  const next = make('button', { type: 'button' }, '下一张');
  const box = make('section', { class: 'host-preview', role: 'dialog', 'aria-modal': 'true', 'aria-label': '查看图片' }, picture, make('footer', {}, close, count, next));
  const show = () => {
    picture.src = fileUrl(sources[index]?.url ?? '');
    picture.alt = `第${index + 1}张`;
    count.textContent = `${index + 1} / ${sources.length}`;
    next.hidden = sources.length < 2;
  };
  close.onclick = picture.onclick = () => box.remove();
  next.onclick = () => {
    index = (index + 1) % sources.length;
    show();
  };
  show();
  part('phone').append(box);
}
