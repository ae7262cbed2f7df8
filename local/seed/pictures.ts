/** Photos and a voice note for the demo, drawn and played by arithmetic: nobody's face, nobody's voice. */
import { crc32, deflateSync } from 'node:zlib';

type Colour = readonly [number, number, number];
/** The colour of a dot; both from 0 to 1. */
type Drawing = (x: number, y: number) => Colour;

/** A PNG. `text` goes into a comment, as some programs do. */
export function png({ width, height, dot, text = '' }: { width: number; height: number; dot: Drawing; text?: string }): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2], 8); // eight bits; red, green, blue
  const dots = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) dots.set(dot(x / width, y / height), y * (1 + width * 3) + 1 + x * 3);
  }
  const note = text === '' ? [] : [chunk('tEXt', Buffer.from(`Comment\0${text}`, 'latin1'))];
  const head = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([head, chunk('IHDR', header), ...note, chunk('IDAT', deflateSync(dots)), chunk('IEND', Buffer.alloc(0))]);
}

/** What the demo's photographs show. */
export const scenes = {
  /** Damp on a ceiling. */
  leak: scene((x, y) => (Math.hypot(x - 0.55, (y - 0.35) * 0.8) < 0.22 + 0.05 * Math.sin(9 * Math.atan2(y - 0.35, x - 0.55)) ? [176, 156, 120] : [232, 230, 224])),
  /** A lift whose door stays shut. */
  lift: scene((x, y) => (x > 0.3 && x < 0.7 && y > 0.15 ? (Math.abs(x - 0.5) < 0.008 ? [60, 64, 70] : [170, 176, 184]) : [212, 206, 196])),
  /** Boxes on a pavement. */
  pavement: scene((x, y) => (y > 0.6 ? ((x * 8 + Math.floor(y * 10)) % 1 < 0.06 ? [150, 148, 144] : [190, 188, 184]) : x > 0.35 && x < 0.75 && y > 0.3 ? [178, 134, 86] : [206, 216, 224])),
  /** An air conditioner on a wall. */
  cooler: scene((x, y) => (x > 0.25 && x < 0.75 && y > 0.35 && y < 0.7 ? (Math.hypot(x - 0.42, y - 0.52) < 0.13 ? [120, 126, 130] : [236, 238, 238]) : [196, 150, 128])),
  /** A sheet with two signatures. */
  paper: scene((x, y) => ((y > 0.75 && y < 0.82 && Math.sin(x * 60) > 0.2 && (x < 0.4 || x > 0.6)) || (y < 0.65 && y > 0.12 && (y * 14) % 1 < 0.18 && x > 0.1 && x < 0.9) ? [50, 54, 66] : [250, 249, 244])),
  /** A charger in a socket strip, its lamp on. */
  charger: scene((x, y) => (Math.hypot(x - 0.34, y - 0.44) < 0.02 ? [214, 52, 44] : x > 0.24 && x < 0.46 && y > 0.38 && y < 0.62 ? [52, 56, 62] : x > 0.2 && x < 0.86 && y > 0.62 && y < 0.74 ? [240, 240, 236] : [188, 178, 160])),
  /** The same strip with nothing in it. */
  unplugged: scene((x, y) => (x > 0.2 && x < 0.86 && y > 0.62 && y < 0.74 ? ((x * 12) % 1 < 0.2 && y > 0.66 && y < 0.7 ? [96, 98, 100] : [240, 240, 236]) : [188, 178, 160])),
  /** Cartons in a stairwell. */
  cartons: scene((x, y) => (x > 0.08 && x < 0.6 && y > 0.35 ? ((x * 6) % 1 < 0.04 || (y * 5) % 1 < 0.04 ? [120, 88, 54] : [186, 142, 92]) : y > 0.9 ? [150, 150, 148] : [216, 218, 214])),
  /** A doorway with the light on: nobody in it. */
  doorway: scene((x, y) => (x > 0.34 && x < 0.66 && y > 0.18 && y < 0.9 ? [250, 232, 190] : y > 0.9 ? [150, 146, 140] : [122, 136, 150])),
  /** A note of money owed. */
  note: scene((x, y) => (y > 0.2 && y < 0.8 && (y * 10) % 1 < 0.2 && x > 0.12 && x < 0.6 + 0.3 * Math.sin(y * 40) ? [44, 52, 92] : [246, 240, 222])),
} as const;

/** Two beats and a pause, over and over: what comes through a ceiling at night. */
export function thumping(seconds: number): Buffer {
  const rate = 8000;
  const samples = Buffer.alloc(seconds * rate);
  for (let at = 0; at < samples.length; at += 1) {
    const second = (at / rate) % 1.5;
    const sinceBeat = second < 0.3 ? second : second - 0.3;
    samples[at] = 128 + Math.round(90 * Math.exp(-14 * sinceBeat) * Math.sin(2 * Math.PI * 70 * sinceBeat));
  }
  const head = Buffer.from('RIFF\0\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\0\0\0\0\0\0\0\0\x01\0\x08\0data\0\0\0\0', 'latin1');
  head.writeUInt32LE(samples.length + 36, 4);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate, 28);
  head.writeUInt32LE(samples.length, 40);
  return Buffer.concat([head, samples]);
}

function scene(dot: Drawing): Buffer {
  return png({ width: 320, height: 240, dot });
}

function chunk(name: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(content.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, sum]);
}
