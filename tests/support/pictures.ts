/** Small files of every kind that people send, made here. */
import { png as draw } from '../../local/seed/pictures';

/** A whole JPEG of one grey dot. */
const DOT = Buffer.from(
  '/9j/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/yQALCAABAAEBAREA/8wABgAQEAX/2gAIAQEAAD8A0s8g/9k=',
  'base64',
);

/** A JPEG as a telephone takes it: with the place, the telephone's name, which way is up, and a second picture behind the end. */
export function jpeg({ orientation = 6, secret = 'GPS 31.2304N 121.4737E' } = {}): Buffer {
  const tiff = Buffer.concat([Buffer.from('MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01', 'latin1'), Buffer.from([0, orientation, 0, 0, 0, 0, 0, 0]), Buffer.from(secret)]);
  const parts = [DOT.subarray(0, 2), segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])), segment(0xed, Buffer.from(`Photoshop 3.0 ${secret}`)), segment(0xfe, Buffer.from(secret))];
  return Buffer.concat([...parts, DOT.subarray(2), Buffer.from(`trailer ${secret}`)]);
}

/** A PNG of one colour, with a text chunk where a text is given. */
export function png({ rgb = [110, 150, 200], text = '' }: { rgb?: readonly [number, number, number]; text?: string } = {}): Buffer {
  return draw({ width: 2, height: 2, dot: () => rgb, text });
}

/** A WebP of one dot, with an Exif chunk. */
export function webp(secret: string): Buffer {
  const dot = Buffer.from('UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA', 'base64').subarray(12);
  const extended = riffChunk('VP8X', Buffer.from([0x08, 0, 0, 0, 0, 0, 0, 0, 0, 0]));
  const body = Buffer.concat([Buffer.from('WEBP'), extended, dot, riffChunk('EXIF', Buffer.from(secret))]);
  return Buffer.concat([Buffer.from('RIFF'), sizeOf(body), body]);
}

/** The first bytes of a voice note, and some more. */
export function voice(format: 'mp3' | 'm4a' | 'aac' | 'webm' | 'ogg' | 'wav'): Buffer {
  const heads = { mp3: 'ID3\x03', m4a: '\0\0\0\x20ftypM4A ', aac: '\xff\xf1\x50\x80', webm: '\x1a\x45\xdf\xa3', ogg: 'OggS\0', wav: 'RIFF\x24\0\0\0WAVEfmt ' };
  return Buffer.concat([Buffer.from(heads[format], 'latin1'), Buffer.alloc(64)]);
}

function segment(marker: number, content: Buffer): Buffer {
  return Buffer.concat([Buffer.from([0xff, marker, (content.length + 2) >> 8, (content.length + 2) & 0xff]), content]);
}

function riffChunk(name: string, content: Buffer): Buffer {
  return Buffer.concat([Buffer.from(name), sizeOf(content), content, Buffer.alloc(content.length % 2)]);
}

function sizeOf(content: Buffer): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32LE(content.length);
  return size;
}
