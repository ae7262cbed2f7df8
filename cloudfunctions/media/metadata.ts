/**
 * Takes out of a picture what is not the picture: where and when it was taken, by whom, with which telephone. What is
 * kept is named; anything else goes, and so does whatever hangs behind the end. JPEG: ITU T.81, PNG: ISO 15948,
 * WebP: developers.google.com/speed/webp/docs/riff_container.
 */

/** The bytes are not a picture of the kind that they begin like. */
export class Damaged extends Error {}

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP2 = 0xe2;
const APP14 = 0xee;
const APP15 = 0xef;
const COMMENT = 0xfe;

/** A JPEG with its picture, its colours (JFIF, ICC, Adobe) and which way is up. */
export function withoutJpegMetadata(bytes: Buffer): Buffer {
  const parts: Buffer[] = [];
  let upright: Buffer | undefined;
  let at = 2;
  for (let marker = 0; marker !== EOI; ) {
    if (at >= bytes.length && parts.length > 0) break; // some cameras leave the end mark out
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at += 1;
    marker = bytes[at] === 0xff ? (bytes[at + 1] ?? 0) : 0;
    if (marker === EOI) break;
    if (marker < 0xc0 || (marker >= 0xd0 && marker <= SOI)) throw new Damaged('not a JPEG segment');
    const end = marker === SOS ? endOfScan(bytes, segmentEnd(bytes, at)) : segmentEnd(bytes, at);
    const segment = bytes.subarray(at, end);
    if (marker === APP1) upright ??= orientationOf(segment);
    if (isOfThePicture(marker, segment)) parts.push(segment);
    at = end;
  }
  if (!parts.some((part) => part[1] === SOS)) throw new Damaged('a JPEG without a picture');
  return Buffer.concat([Buffer.from([0xff, SOI]), ...(upright ? [upright] : []), ...parts, Buffer.from([0xff, EOI])]);
}

function isOfThePicture(marker: number, segment: Buffer): boolean {
  if (marker === COMMENT) return false;
  if (marker < APP0 || marker > APP15) return true;
  if (marker === APP2) return segment.toString('latin1', 4, 15) === 'ICC_PROFILE';
  return marker === APP0 || marker === APP14;
}

function segmentEnd(bytes: Buffer, at: number): number {
  if (at + 4 > bytes.length) throw new Damaged('a JPEG that breaks off');
  const end = at + 2 + bytes.readUInt16BE(at + 2);
  if (end > bytes.length || end < at + 4) throw new Damaged('a JPEG segment of a wrong length');
  return end;
}

/** Where the next marker stands behind the dots of a scan: not a stuffed zero, not a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0 && at + 1 < bytes.length; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}

/** An Exif segment that says nothing but which way is up; nothing when it is upright anyway. */
function orientationOf(segment: Buffer): Buffer | undefined {
  const tiff = segment.subarray(10);
  if (segment.toString('latin1', 4, 10) !== 'Exif\0\0' || tiff.length < 14) return undefined;
  const isLittle = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number) => (at + 2 > tiff.length ? 0 : isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const first = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  for (let entry = 0; entry < short(first); entry += 1) {
    const at = first + 2 + entry * 12;
    if (short(at) === 0x0112) return uprightSegment(short(at + 8));
  }
  return undefined;
}

function uprightSegment(orientation: number): Buffer | undefined {
  if (orientation < 2 || orientation > 8) return undefined;
  const head = Buffer.from('\xff\xe1\x00\x22Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01', 'latin1');
  return Buffer.concat([head, Buffer.from([0, orientation, 0, 0, 0, 0, 0, 0])]);
}

/** Chunks that draw the picture or say what its colours mean. */
const pngChunks = ['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'pHYs'];
const PNG_HEAD = 8;

/** A PNG with nothing but its picture. */
export function withoutPngMetadata(bytes: Buffer): Buffer {
  const parts: Buffer[] = [bytes.subarray(0, PNG_HEAD)];
  let name = '';
  for (let at = PNG_HEAD; name !== 'IEND'; ) {
    if (at + 12 > bytes.length) throw new Damaged('a PNG that breaks off');
    const end = at + 12 + bytes.readUInt32BE(at);
    name = bytes.toString('latin1', at + 4, at + 8);
    if (end > bytes.length || (parts.length === 1 && name !== 'IHDR')) throw new Damaged('not a PNG chunk');
    if (pngChunks.includes(name)) parts.push(bytes.subarray(at, end));
    at = end;
  }
  return Buffer.concat(parts);
}

const webpChunks = ['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP'];
const WEBP_HEAD = 12;
/** In VP8X: there is Exif, there is XMP. */
const SAYS_METADATA = 0x0c;

/** A WebP with nothing but its picture. */
export function withoutWebpMetadata(bytes: Buffer): Buffer {
  const parts: Buffer[] = [];
  const whole = Math.min(bytes.length, bytes.readUInt32LE(4) + 8);
  for (let at = WEBP_HEAD; at + 8 <= whole; ) {
    const size = bytes.readUInt32LE(at + 4);
    const end = at + 8 + size + (size % 2);
    if (at + 8 + size > bytes.length) throw new Damaged('a WebP that breaks off');
    const name = bytes.toString('latin1', at, at + 4);
    const chunk = Buffer.from(bytes.subarray(at, end));
    if (name === 'VP8X') chunk[8] = (chunk[8] ?? 0) & ~SAYS_METADATA;
    if (webpChunks.includes(name)) parts.push(chunk);
    at = end;
  }
  if (parts.length === 0) throw new Damaged('a WebP without a picture');
  const body = Buffer.concat(parts);
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1');
  head.writeUInt32LE(body.length + 4, 4);
  return Buffer.concat([head, body]);
}
