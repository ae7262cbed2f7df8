/** Pickup codes as the phone makes them, without a network: the server's are in cloudfunctions/childcare/codes.ts. */
import { hmac, sha256 } from '../../vendor/hmac';
import { digitsOf } from './pickup-codes';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** `secret` is base64, as the server handed it over. */
export function codeOnPhone(secret: string, counter: number): string {
  return digitsOf(hmac(sha256, bytesOf(secret), eightBytes(counter)));
}

/** For somebody else who may fetch, by the id in the child's record: good for that person alone. */
export function codeForAnother(secret: string, personId: string, counter: number): string {
  const ascii = Uint8Array.from(personId, (letter) => letter.charCodeAt(0)); // an id has no other letters
  return digitsOf(hmac(sha256, hmac(sha256, bytesOf(secret), ascii), eightBytes(counter)));
}

/** Big end first; a number up to 2^53. */
function eightBytes(number: number): Uint8Array {
  return Uint8Array.from({ length: 8 }, (_, index) => Math.floor(number / 256 ** (7 - index)) % 256);
}

/** A phone has no Buffer, and not every WeChat still decodes. */
function bytesOf(base64: string): Uint8Array {
  const sextets = [...base64.replace(/=+$/, '')].map((letter) => letters.indexOf(letter));
  const bytes = new Uint8Array(Math.floor((sextets.length * 3) / 4));
  for (let at = 0; at < bytes.length; at += 1) {
    const first = Math.floor((at * 4) / 3);
    const shift = 2 + (at % 3) * 2;
    bytes[at] = ((sextets[first] ?? 0) << shift) | ((sextets[first + 1] ?? 0) >> (6 - shift));
  }
  return bytes;
}
