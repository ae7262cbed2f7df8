/** The keys that functions get: made once, kept in the data folder, readable by their owner alone. */
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from './errors';

const NAMES = ['JIAAN_VAULT_KEY', 'JIAAN_INDEX_KEY', 'JIAAN_AUDIT_KEY'] as const;

/** 32 bytes, as base64. */
const KEY = /^[A-Za-z0-9+/]{43}=$/;

/**
 * The keys of a data folder, as environment variables for functions. Throws StartError when the file is there
 * and cannot be used: new keys would make everything that was encrypted with the old ones unreadable.
 */
export function readOrCreateKeys(dataDir: string): Record<string, string> {
  const file = join(dataDir, 'keys.json');
  const keys = existsSync(file) ? readKeys(file) : createKeys(file);
  return { ...keys, JIAAN_VAULT_KEY_ID: 'local-1' };
}

function createKeys(file: string): Record<string, string> {
  const keys = Object.fromEntries(NAMES.map((name) => [name, randomBytes(32).toString('base64')]));
  const handle = openSync(`${file}.new`, 'w', 0o600);
  try {
    writeSync(handle, `${JSON.stringify(keys, null, 2)}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(`${file}.new`, file);
  return keys;
}

function readKeys(file: string): Record<string, string> {
  let keys: unknown;
  try {
    keys = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new StartError(`The key file ${file} cannot be read. Nothing was changed. Restore a copy of it.`, { cause: error });
  }
  const values = keys as Record<string, unknown>;
  for (const name of NAMES) {
    if (typeof values[name] !== 'string' || !KEY.test(values[name])) throw new StartError(`The key file ${file} has no usable ${name}. Nothing was changed. Restore a copy of it.`);
  }
  return Object.fromEntries(NAMES.map((name) => [name, values[name] as string]));
}
