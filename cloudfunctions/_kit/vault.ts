/**
 * Secrets: phones and other fields that a leak of the database must not show. AES-256-GCM under a key with an id, so
 * that keys can be changed; blind indexes and opaque ids are keyed hashes, so that they cannot be guessed offline.
 */
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type { SealedText } from '../../miniprogram/domain/dispute/facts';

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Encrypts a text. `about` binds it to its place: copied into another record, it no longer opens. */
export function seal(text: string, about: string): SealedText {
  const keyId = setting('JIAAN_VAULT_KEY_ID');
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', vaultKey(keyId), iv).setAAD(Buffer.from(about));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return { keyId, box: Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64') };
}

/** Decrypts what `seal` made for the same `about`. Throws on any other, and when the key is gone. */
export function open({ keyId, box }: SealedText, about: string): string {
  const bytes = Buffer.from(box, 'base64');
  // Without the length a shorter tag would do, and that can be guessed.
  const decipher = createDecipheriv('aes-256-gcm', vaultKey(keyId), bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(about)).setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8');
}

/** Equal texts give equal indexes, and nobody without the key can try all phone numbers. */
export function blindIndex(kind: string, text: string): string {
  return createHmac('sha256', indexKey()).update(`${kind}:${text}`).digest('base64url');
}

/** The id under which a person is kept: made from the platform's openid, which no client ever sees. 22 characters. */
export function personIdOf(openid: string): string {
  return blindIndex('person', openid).slice(0, 22);
}

/** Authenticates the history: only who holds the key can make a chain that fits. */
export function auditMac(text: string): string {
  return createHmac('sha256', bytesOf('JIAAN_AUDIT_KEY')).update(text).digest('hex');
}

/** The key in use is JIAAN_VAULT_KEY; one that was replaced stays readable as JIAAN_VAULT_KEY_<id>. */
function vaultKey(keyId: string): Buffer {
  return keyId === setting('JIAAN_VAULT_KEY_ID') ? bytesOf('JIAAN_VAULT_KEY') : bytesOf(`JIAAN_VAULT_KEY_${keyId}`);
}

function indexKey(): Buffer {
  return bytesOf('JIAAN_INDEX_KEY');
}

function bytesOf(name: string): Buffer {
  const bytes = Buffer.from(setting(name), 'base64');
  if (bytes.length !== 32) throw new Error(`${name} must be 32 bytes in base64`);
  return bytes;
}

function setting(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}
