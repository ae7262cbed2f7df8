/** A voice note, as a form and its draft keep it. */
import type { ChosenFile } from '../../domain/media/chosen-file';

/** `id` is empty until it has arrived. */
export interface KeptVoice {
  readonly file: ChosenFile;
  readonly id: string;
}

/** Detail of `change`. Wait with sending while `isSending`. */
export interface VoiceChange {
  /** Nothing once it was dropped. */
  voice: KeptVoice | null;
  isSending: boolean;
}
