/** Photos that are being sent, and those that were. */
import type { ChosenFile } from '../../domain/media/chosen-file';

/** A photo as a draft keeps it. */
export interface KeptPhoto {
  key: number;
  file: ChosenFile;
  state: 'sending' | 'sent' | 'failed';
  /** The phone has no copy left to show. */
  isLost?: boolean;
  /** The id under which the post keeps it, once it has arrived. */
  id: string;
}

/** Detail of `change`: what may be attached now. Wait with sending while `isSending`. */
export interface PhotosChange {
  ids: string[];
  /** All of them, for a draft: give it back as `kept`. */
  photos: KeptPhoto[];
  isSending: boolean;
  failed: number;
}

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
