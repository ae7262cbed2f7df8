/** 说说我这边的情况: what is typed and spoken, and what is sent of it. */
import type { InputOf } from '../../../../typings/contract/actions';
import { attached, photoProblem, type KeptPhoto } from '../../../components/photo-picker/photo-picker.view';
import type { KeptVoice } from '../../../components/voice-recorder/voice-recorder.view';

export interface OwnSide {
  words: string;
  voice: KeptVoice | null;
  photos: KeptPhoto[];
}

export const emptySide: OwnSide = { words: '', voice: null, photos: [] };

/** What is wrong with which field. */
export function problemsOf({ words, voice, photos }: OwnSide): Record<string, string> {
  if (voice && voice.id === '') return { voice: '语音还没传上，等它传完或点它重传。' };
  const problem = photoProblem(photos);
  if (problem !== '') return { photos: problem };
  return words.trim() === '' && !voice ? { words: '写几个字，或者说一段。' } : {};
}

/** What is sent; call it once `problemsOf` found nothing. */
export function inputOf(id: string, { words, voice, photos }: OwnSide): InputOf<'dispute.tell'> {
  const said = words.trim() || `语音一段，${voice?.file.seconds ?? 0}秒`;
  return { id, words: said, ...(voice && { voice: voice.id }), ...attached(photos) };
}
