/** Pickup codes: made on the guardian's phone from a secret that was handed over at check-in, judged here alone. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { codes } from '../../miniprogram/domain/childcare/policy';
import { MINUTE } from '../../miniprogram/domain/time/format';
import { blindIndex } from '../_kit/vault';

/** One visit and one guardian, one secret: 32 bytes that no document holds. */
export function secretOf(visitId: string, guardianId: string): Buffer {
  return Buffer.from(blindIndex('pickup secret', `${visitId}:${guardianId}`), 'base64url');
}

/** The step of 15 minutes that a moment lies in. */
export function stepAt(at: number): number {
  return Math.floor(at / (codes.minutes * MINUTE));
}

/** As the phone makes it (RFC 4226 with SHA-256): six digits. */
export function codeOf(secret: Buffer, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha256', secret).update(counter).digest();
  const offset = (mac[mac.length - 1] ?? 0) & 0xf;
  const number = (mac.readUInt32BE(offset) & 0x7fffffff) % 10 ** codes.digits;
  return String(number).padStart(codes.digits, '0');
}

/** The step whose code it is: this one, or the last, since clocks and hands are slow. Nothing for a wrong one. */
export function stepOfCode(visitId: string, guardianId: string, code: string, now: number): number | undefined {
  const secret = secretOf(visitId, guardianId);
  return [stepAt(now), stepAt(now) - 1].find((step) => isEqual(codeOf(secret, step), code));
}

/** Under this a used code is kept: once is enough. */
export function usedCodeId(visitId: string, guardianId: string, step: number): string {
  return blindIndex('used code', `${visitId}:${guardianId}:${step}`);
}

function isEqual(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
