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
