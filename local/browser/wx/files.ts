/** Choosing files with the browser's own dialog. */
import { make } from '../runtime/dom';
import { addTempFile, extensionOf, type TempFile } from '../runtime/temp-files';
import { ApiFailure } from './api';

export interface PickOptions {
  accept: string;
  isMultiple: boolean;
  /** Asks a phone's browser for its camera. */
  capture?: 'environment' | 'user' | undefined;
}

export interface PickedFile extends TempFile {
  name: string;
}

/** Rejects with `cancel` when nothing is chosen. Needs a tap just before it, as the browser demands. */
export function pickFiles({ accept, isMultiple, capture }: PickOptions): Promise<PickedFile[]> {
  const input = make('input', { type: 'file', accept, multiple: isMultiple, capture, hidden: true });
  document.body.append(input);
  return new Promise<PickedFile[]>((resolve, reject) => {
    input.onchange = () => resolve(Array.from(input.files ?? [], keep));
    input.oncancel = () => reject(new ApiFailure('cancel'));
    input.click();
  }).finally(() => input.remove());
}

function keep(file: File): PickedFile {
  return { ...addTempFile(file, extensionOf(file.type, file.name)), name: file.name };
}
