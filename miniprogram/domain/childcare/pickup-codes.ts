/** Pickup codes: the numbers that both sides must agree on, and what the QR codes at the door carry. */
import { MINUTE } from '../time/format';
import { codes } from './policy';

/** The step of 15 minutes that a moment lies in. */
export function stepAt(at: number): number {
  return Math.floor(at / (codes.minutes * MINUTE));
}

/** When the step of a moment ends. */
export function stepEndsAt(at: number): number {
  return (stepAt(at) + 1) * codes.minutes * MINUTE;
}

/** What one code is made of: a step, and which of its codes, since 换一个 gives another within the same minutes. */
export function counterOf(step: number, variant: number): number {
  return step + variant * 2 ** 32;
}

/** Every code that is good at a moment: this step's, and the last one's, since clocks and hands are slow. */
export function liveCounters(at: number): number[] {
  const step = stepAt(at);
  return Array.from({ length: codes.variants }, (_, variant) => [counterOf(step, variant), counterOf(step - 1, variant)]).flat();
}

/** Six digits from a mac of 32 bytes (RFC 4226 §5.3, with SHA-256). */
export function digitsOf(mac: Uint8Array): string {
  const offset = (mac[mac.length - 1] ?? 0) & 0xf;
  const [a = 0, b = 0, c = 0, d = 0] = mac.subarray(offset, offset + 4);
  const number = (((a & 0x7f) << 24) | (b << 16) | (c << 8) | d) % 10 ** codes.digits;
  return String(number).padStart(codes.digits, '0');
}

/** What a guardian's phone shows at the door. */
export interface ShownPickup {
  readonly visitId: string;
  /** The guardian. */
  readonly personId: string;
  readonly code: string;
}

export function pickupText({ visitId, personId, code }: ShownPickup): string {
  return `jiaan:pickup:${visitId}:${personId}:${code}`;
}

/** What was scanned, when it is a pickup code; nothing for any other. */
export function pickupIn(text: string): ShownPickup | undefined {
  const [, visitId, personId, code] = /^jiaan:pickup:([\w-]+):([\w-]+):(\d{6})$/.exec(text.trim()) ?? [];
  return visitId !== undefined && personId !== undefined && code !== undefined ? { visitId, personId, code } : undefined;
}

/** On a child's paper card. It says which child it is, and opens nothing. */
export function cardText(code: string): string {
  return `jiaan:card:${code}`;
}

/** The code of a scanned card, or of one that was typed off it; nothing for anything else. */
export function cardIn(text: string): string | undefined {
  return /^(?:jiaan:card:)?([\w-]{16})$/.exec(text.trim())?.[1];
}
