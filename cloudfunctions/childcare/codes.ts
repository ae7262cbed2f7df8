/** Pickup codes: made on the guardian's phone from a secret that was handed over at check-in, judged here alone. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { digitsOf, liveCounters } from '../../miniprogram/domain/childcare/pickup-codes';
import { blindIndex } from '../_kit/vault';

export { stepAt } from '../../miniprogram/domain/childcare/pickup-codes';

/** One visit and one guardian, one secret: 32 bytes that no document holds. */
export function secretOf(visitId: string, guardianId: string): Buffer {
  return Buffer.from(blindIndex('pickup secret', `${visitId}:${guardianId}`), 'base64url');
}

/** As the phone makes it (domain/childcare/phone-codes.ts): six digits. */
export function codeOf(secret: Buffer, counter: number): string {
  const message = Buffer.alloc(8);
  message.writeBigUInt64BE(BigInt(counter));
  return digitsOf(createHmac('sha256', secret).update(message).digest());
}

/** Of a code that a guardian's phone makes for somebody else: good for that person alone. */
export function secretFor(secret: Buffer, personId: string): Buffer {
  return createHmac('sha256', secret).update(personId).digest();
}

/**
 * The counter whose code it is, of those that are good now. Nothing for a wrong one. A guardian shows the own; for anybody
 * else any of the guardians (`makers`) has made it.
 */
export function stepOfCode(visitId: string, { personId, makers, isGuardian }: { readonly personId: string; readonly makers: readonly string[]; readonly isGuardian: boolean }, code: string, now: number): number | undefined {
  const secrets = isGuardian ? [secretOf(visitId, personId)] : makers.map((maker) => secretFor(secretOf(visitId, maker), personId));
  return liveCounters(now).find((counter) => secrets.some((secret) => isEqual(codeOf(secret, counter), code)));
}

/** Under this a used code is kept: once is enough. */
export function usedCodeId(visitId: string, guardianId: string, step: number): string {
  return blindIndex('used code', `${visitId}:${guardianId}:${step}`);
}

function isEqual(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
