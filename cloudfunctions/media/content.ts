/** What an upload really is, told by its first bytes, and the same without what a camera wrote about place and time. */
import type { MediaKind } from '../../typings/contract/media';
import { badField } from '../_kit/errors';
import { Damaged, withoutJpegMetadata, withoutPngMetadata, withoutWebpMetadata } from './metadata';

interface Format {
  readonly extension: string;
  readonly kinds: readonly MediaKind[];
  readonly isIt: (bytes: Buffer) => boolean;
  readonly clean?: (bytes: Buffer) => Buffer;
}

const formats: readonly Format[] = [
  { extension: 'jpg', kinds: ['photo'], isIt: (bytes) => startsWith(bytes, 0xff, 0xd8, 0xff), clean: withoutJpegMetadata },
  { extension: 'png', kinds: ['photo', 'signature'], isIt: (bytes) => startsWith(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), clean: withoutPngMetadata },
  { extension: 'webp', kinds: ['photo'], isIt: (bytes) => says(bytes, 0, 'RIFF') && says(bytes, 8, 'WEBP'), clean: withoutWebpMetadata },
  { extension: 'wav', kinds: ['voice'], isIt: (bytes) => says(bytes, 0, 'RIFF') && says(bytes, 8, 'WAVE') },
  { extension: 'm4a', kinds: ['voice'], isIt: (bytes) => says(bytes, 4, 'ftyp') },
  { extension: 'ogg', kinds: ['voice'], isIt: (bytes) => says(bytes, 0, 'OggS') },
  { extension: 'webm', kinds: ['voice'], isIt: (bytes) => startsWith(bytes, 0x1a, 0x45, 0xdf, 0xa3) },
  { extension: 'mp3', kinds: ['voice'], isIt: (bytes) => says(bytes, 0, 'ID3') || isFrame(bytes, true) },
  { extension: 'aac', kinds: ['voice'], isIt: (bytes) => isFrame(bytes, false) },
];

const sentences: Readonly<Record<MediaKind, string>> = {
  photo: '这不是能看的照片，请换一张（JPG、PNG、WebP）。',
  voice: '这段录音打不开，请重录一次。',
  signature: '签名没有传好，请重签一次。',
};

/** The content as it is kept. Throws `INVALID_INPUT` for what is not of this kind, whatever it is called. */
export function cleaned(kind: MediaKind, bytes: Buffer): { content: Buffer; extension: string } {
  const format = formats.find(({ kinds, isIt }) => kinds.includes(kind) && isIt(bytes));
  if (!format) throw badField('fileId', sentences[kind]);
  try {
    return { content: format.clean?.(bytes) ?? bytes, extension: format.extension };
  } catch (error) {
    if (error instanceof Damaged) throw badField('fileId', sentences[kind]);
    throw error;
  }
}

/** Sound without a header: eleven bits set, then a layer, which AAC alone leaves at zero. */
function isFrame(bytes: Buffer, hasLayer: boolean): boolean {
  const [first = 0, second = 0] = bytes;
  return first === 0xff && (second & 0xe0) === 0xe0 && ((second & 0x06) !== 0) === hasLayer;
}

function startsWith(bytes: Buffer, ...magic: readonly number[]): boolean {
  return magic.every((byte, position) => bytes[position] === byte);
}

function says(bytes: Buffer, at: number, word: string): boolean {
  return bytes.toString('latin1', at, at + word.length) === word;
}
