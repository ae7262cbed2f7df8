/** Photos of a form: what may be attached, and what is still on its way. Pure. */
import type { KeptPhoto } from '../../components/photo-picker/photo-picker.view';

/** The ids of what has arrived, as an input takes them. */
export function attached(photos: readonly KeptPhoto[]): { photos?: string[] } {
  const ids = photos.flatMap(({ id }) => (id === '' ? [] : [id]));
  return ids.length > 0 ? { photos: ids } : {};
}

/** Why one must wait before sending; empty when all have arrived. */
export function photoProblem(photos: readonly KeptPhoto[]): string {
  if (photos.some(({ state }) => state === 'sending')) return '照片还在传，稍等一下。';
  return photos.some(({ state }) => state === 'failed') ? '有照片没传上，点它重传，或者去掉它。' : '';
}
