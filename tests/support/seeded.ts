/** The demo community made once a build, and copied: making it costs as much as all that a journey does with it. */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openDataFolder } from '../../local/cloud/data-folder';

const ROOT = resolve(__dirname, '../..');
/** Whoever makes it is given up after so long, in milliseconds. */
const PATIENCE = 280_000;
const OFFSET = 'clock-offset-ms';

/** Copies a fresh demo community to a folder, its clock where the demo begins. `make` starts one on a folder and ends it when it is there. */
export async function copySeeded(target: string, make: (folder: string) => Promise<void>): Promise<void> {
  const { folder, madeAt } = await seeded(make);
  cpSync(folder, target, { recursive: true });
  const store = openDataFolder(target);
  store.saveSetting(OFFSET, String(Number(store.setting(OFFSET) ?? 0) - (Date.now() - madeAt)));
  store.close();
}

/** One process makes it, the others wait: a folder can be created once. */
async function seeded(make: (folder: string) => Promise<void>): Promise<{ folder: string; madeAt: number }> {
  const whole = join(ROOT, 'dist/seeded', digestOfBuild());
  const stamp = join(whole, 'made-at');
  const lock = `${whole}.lock`;
  mkdirSync(dirname(whole), { recursive: true });
  for (const givenUpAt = Date.now() + PATIENCE; !existsSync(stamp); ) {
    if (Date.now() > givenUpAt) throw new Error('nobody made the demo community');
    if (isTaken(lock)) await pause(200);
    else await makeIt(whole, make).finally(() => free(lock));
  }
  return { folder: join(whole, 'data'), madeAt: Number(readFileSync(stamp, 'utf8')) };
}

async function makeIt(whole: string, make: (folder: string) => Promise<void>): Promise<void> {
  const half = `${whole}.half`;
  rmSync(half, { recursive: true, force: true });
  await make(join(half, 'data'));
  writeFileSync(join(half, 'made-at'), String(Date.now()));
  renameSync(half, whole);
}

/** False for the one who takes it. A lock that outlived its maker is nobody's. */
function isTaken(lock: string): boolean {
  try {
    mkdirSync(lock);
    return false;
  } catch {
    if (existsSync(lock) && Date.now() - statSync(lock).mtimeMs > PATIENCE) free(lock);
    return true;
  }
}

function free(lock: string): void {
  rmSync(lock, { recursive: true, force: true });
}

/** Of the functions as they were built, and of what the demo is made from. */
function digestOfBuild(): string {
  const hash = createHash('sha256');
  for (const folder of ['dist/cloudfunctions', 'local/seed', 'local/cloud']) {
    const files = readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    for (const path of files.map(({ parentPath, name }) => join(parentPath, name)).sort()) hash.update(readFileSync(path));
  }
  return hash.digest('hex').slice(0, 16);
}
