/** Libraries for the phone. DevTools packs a package's entry alone and never its sub-paths: each becomes one file of ours. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

export interface VendorFile {
  /** miniprogram/vendor/<name>.js and .d.ts */
  readonly name: string;
  /** What the file exports, as a module: `export { default as groupBy } from 'lodash/groupBy';` */
  readonly source: string;
  /** The declarations beside it. They stand alone: DevTools' compiler sees no node_modules. */
  readonly types: string;
}

/** Each entry is paid for in the main package (budget: DESIGN.md §8). The files are git-tracked, so DevTools works from a clone. */
export const vendorFiles: readonly VendorFile[] = [
  {
    name: 'dayjs',
    source: "import dayjs from 'dayjs'; import utc from 'dayjs/plugin/utc'; dayjs.extend(utc); export { dayjs };",
    types: `/** As much of dayjs as is used here; the plugin for offsets is built in. */
export interface Dayjs {
  utcOffset(minutes: number): Dayjs;
  startOf(unit: 'day'): Dayjs;
  format(template: string): string;
  year(): number;
  /** 0 is January. */
  month(): number;
  date(): number;
  /** 0 is Sunday. */
  day(): number;
  hour(): number;
  minute(): number;
  valueOf(): number;
}
export declare function dayjs(at: number): Dayjs;
`,
  },
  {
    name: 'hmac',
    source: "export { hmac } from '@noble/hashes/hmac.js'; export { sha256 } from '@noble/hashes/sha2.js';",
    types: `/** HMAC (RFC 2104) with SHA-256, for codes that a phone makes without a network. */
export declare const sha256: unique symbol;
export declare function hmac(hash: typeof sha256, key: Uint8Array, message: Uint8Array): Uint8Array;
`,
  },
  {
    name: 'qrcode',
    source: "export { default as qrcode } from 'qrcode-generator';",
    types: `/** A QR code (ISO 18004) that the phone draws itself: 0 is the smallest size that holds what was added. */
export interface QrCode {
  addData(text: string): void;
  make(): void;
  /** A GIF as a data address; lengths in pixels. */
  createDataURL(cellSize: number, margin: number): string;
}
export declare function qrcode(type: 0, correction: 'L' | 'M' | 'Q' | 'H'): QrCode;
`,
  },
];

export async function buildVendor(root: string, files = vendorFiles): Promise<void> {
  const folder = join(root, 'miniprogram/vendor');
  if (files.length > 0) mkdirSync(folder, { recursive: true });
  await Promise.all(
    files.map(async ({ name, source, types }) => {
      await build({
        stdin: { contents: source, resolveDir: root },
        outfile: join(folder, `${name}.js`),
        bundle: true,
        platform: 'neutral',
        mainFields: ['module', 'main'],
        target: 'es2018', // the oldest phones that WeChat's own compiler aims at
        format: 'cjs',
        minify: true,
        charset: 'utf8',
        legalComments: 'inline',
        logLevel: 'warning',
      });
      writeFileSync(join(folder, `${name}.d.ts`), types);
    }),
  );
}
