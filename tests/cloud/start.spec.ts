/** Starting and ending: what the program says when it cannot start, and what it never deletes. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { emptyDataFolder, startCloud } from '../../local/cloud';

const ROOT = resolve(__dirname, '../..');

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jiaan-start-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function run(...options: string[]): { status: number | null; said: string } {
  const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'local/cloud/cli.ts', ...options], { cwd: ROOT, encoding: 'utf8', timeout: 20_000 });
  return { status, said: stderr.trim() };
}

test('it says where it listens, in one line, and ends in order when it is told to', async () => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'local/cloud/cli.ts', '--data', join(folder, 'data')], { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string];
  expect(line).toMatch(/^local cloud: http:\/\/127\.0\.0\.1:\d+\n$/);
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
  expect(readdirSync(join(folder, 'data')).sort()).toEqual(['cloud.db', 'files', 'keys.json']);
});

test('a port in use, a folder that is a file, an option that does not exist: one sentence, and not zero', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  expect(run('--data', join(folder, 'data'), '--port', String(port))).toEqual({ status: 1, said: `Port ${port} is in use by another program. Choose another with --port.` });
  other.close();
  writeFileSync(join(folder, 'file'), 'mine');
  expect(run('--data', join(folder, 'file'))).toMatchObject({ status: 1, said: expect.stringMatching(/^The data folder .* cannot be written to \(.*\)\.$/) });
  expect(run('--prot', '1')).toMatchObject({ status: 1, said: expect.stringMatching(/--prot.*--help/) });
  expect(run('--port', 'eighty')).toEqual({ status: 1, said: '--port needs a whole number, not "eighty".' });
});

test('keys that cannot be read are not replaced by new ones', () => {
  writeFileSync(join(folder, 'keys.json'), '{"JIAAN_VAULT_KEY":"short"}');
  expect(run('--data', folder)).toMatchObject({ status: 1, said: expect.stringMatching(/^The key file .* has no usable JIAAN_VAULT_KEY\. Nothing was changed\./) });
});

test('a page that is open goes on after a restart: the key of the host is the data folder’s', async () => {
  const keyOfRun = async () => {
    const cloud = await startCloud({ dataDir: folder, port: 0, collections: [], functionsDir: folder });
    await cloud.stop();
    return cloud.hostKey;
  };
  expect(await keyOfRun()).toBe(await keyOfRun());
});

describe('emptying a data folder', () => {
  const start = () => startCloud({ dataDir: folder, port: 0, collections: [], functionsDir: folder });

  test('takes away everything of the local cloud, which then starts anew', async () => {
    const cloud = await start();
    cloud.database.createCollection('things');
    await cloud.stop();
    emptyDataFolder(folder);
    expect(readdirSync(folder)).toEqual([]);
    const again = await start();
    expect(again.database.names()).toEqual([]);
    await again.stop();
  });

  test('is refused while the folder is in use', async () => {
    const cloud = await start();
    expect(() => emptyDataFolder(folder)).toThrow(/in use/);
    await cloud.stop();
    expect(existsSync(join(folder, 'cloud.db'))).toBe(true);
  });

  test('is refused where anything else lies', async () => {
    await (await start()).stop();
    mkdirSync(join(folder, 'photos'));
    expect(() => emptyDataFolder(folder)).toThrow(/holds "photos", which is not the local cloud's\. Nothing was deleted/);
    expect(existsSync(join(folder, 'cloud.db'))).toBe(true);
  });
});
