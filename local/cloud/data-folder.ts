/** The folder where everything is kept. */
import { accessSync, chmodSync, closeSync, constants, existsSync, mkdirSync, openSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf, StartError } from './errors';
import { openLibsqlStore } from './store/libsql-store';
import type { Store } from './store/store';

const DATA_FILE = 'cloud.db';

/** What the local cloud puts into its folder; a folder with anything else is not emptied. */
const OWN = new Set([DATA_FILE, `${DATA_FILE}-wal`, `${DATA_FILE}-shm`, 'files', 'keys.json', 'keys.json.new']);

/** Makes the folder if needed and opens its store, which locks it. Throws StartError with a sentence. */
export function openDataFolder(folder: string): Store {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new StartError(`The data folder ${folder} cannot be written to (${messageOf(error)}).`, { cause: error });
  }
  const file = join(folder, DATA_FILE);
  makePrivate(file);
  return openLibsqlStore(file);
}

/** What people have told the police is for its owner's eyes. Before the store opens it: the log beside it gets the same mode. */
function makePrivate(file: string): void {
  try {
    if (!existsSync(file)) closeSync(openSync(file, 'a', 0o600));
    chmodSync(file, statSync(file).mode & 0o700);
  } catch {
    // The store says in a sentence what is the matter with it.
  }
}

/**
 * Empties the folder. Throws StartError when it is in use, or holds anything that is not the local cloud's:
 * then nothing is deleted.
 */
export function emptyDataFolder(folder: string): void {
  if (!existsSync(folder)) return;
  const names = readdirSync(folder);
  const foreign = names.find((name) => !OWN.has(name));
  if (foreign !== undefined) throw new StartError(`The folder ${folder} holds "${foreign}", which is not the local cloud's. Nothing was deleted.`);
  if (names.length === 0) return;
  if (!names.includes(DATA_FILE) && !names.includes('keys.json')) throw new StartError(`The folder ${folder} is not one of the local cloud. Nothing was deleted.`);
  refuseInUse(folder);
  for (const name of names) rmSync(join(folder, name), { recursive: true, force: true });
}

/** A damaged file may be reset, one that another process holds may not. */
function refuseInUse(folder: string): void {
  try {
    openLibsqlStore(join(folder, DATA_FILE)).close();
  } catch (error) {
    if (error instanceof StartError && error.message.includes('in use')) throw error;
  }
}
