/** What was acknowledged is there after kill -9, and a folder belongs to one process. */
import { spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { LocalCloud } from '../support/local-cloud';
import { startTestCloud } from './support/cloud';
import { until } from '../support/until';

let cloud: LocalCloud;

beforeEach(async () => {
  cloud = await startTestCloud();
});
afterEach(() => cloud.stop());

const ROOT = resolve(__dirname, '../..');

/** A second process on the same folder; gives its exit code and what it said. */
function startAnother(folder: string): { status: number | null; said: string } {
  const run = spawnSync(process.execPath, ['--import', 'tsx', 'local/cloud/cli.ts', '--data', join(folder, 'data')], { cwd: ROOT, encoding: 'utf8', timeout: 20_000 });
  return { status: run.status, said: run.stderr };
}

test('after kill -9 under load nothing acknowledged is lost, and no transaction is half there', async () => {
  const acknowledged = new Set<string>();
  let isRunning = true;
  const work = async (worker: number): Promise<void> => {
    for (let n = 0; isRunning; n++) {
      const id = `w${worker}-${n}`;
      await cloud.database.runTransaction(async (transaction: { collection(name: string): { add(document: object): Promise<unknown> } }) => {
        await transaction.collection('cases').add({ _id: id, openedBy: `w${worker}`, openedAt: n });
        await transaction.collection('things').add({ _id: id });
      });
      acknowledged.add(id);
    }
  };
  const workers = Array.from({ length: 4 }, (_, worker) => work(worker).catch(() => undefined));
  await until(() => acknowledged.size >= 60);
  await cloud.kill();
  isRunning = false;
  await Promise.all(workers);
  await cloud.restart();

  const idsOf = async (name: string) => {
    const { data } = await cloud.database.collection(name).limit(1000).get();
    return new Set((data as { _id: string }[]).map(({ _id }) => _id));
  };
  const [cases, things] = [await idsOf('cases'), await idsOf('things')];
  expect([...acknowledged].filter((id) => !cases.has(id))).toEqual([]);
  expect(things).toEqual(cases);
  const counts = await Promise.all(Array.from({ length: 4 }, (_, worker) => cloud.database.collection('cases').where({ openedBy: `w${worker}` }).count()));
  expect(counts.reduce((sum: number, { total }: { total?: number }) => sum + (total ?? 0), 0)).toBe(cases.size);
});

test('the clock, the files and the addresses of files survive a restart', async () => {
  await cloud.at('2030-01-02 03:04');
  const { fileID } = await cloud.app.uploadFile({ cloudPath: 'a/文件.txt', fileContent: Buffer.from('words') });
  const { fileList } = await cloud.app.getTempFileURL({ fileList: [fileID] });
  await cloud.restart();
  expect(new Date(await cloud.now()).toISOString()).toMatch(/^2030-01-01T19:04/);
  expect(await (await fetch(fileList[0]?.tempFileURL ?? '')).text()).toBe('words');
});

test('functions keep their keys, which nobody else can read', async () => {
  const file = join(cloud.folder, 'data/keys.json');
  const before = readFileSync(file, 'utf8');
  await cloud.restart();
  expect(readFileSync(file, 'utf8')).toBe(before);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('a second process is refused in one sentence, and the lock goes with the process, even by kill -9', async () => {
  await cloud.database.collection('things').add({ _id: 'kept' });
  const second = startAnother(cloud.folder);
  expect(second.status).toBe(1);
  expect(second.said.trim()).toMatch(/^The data in .* is in use by another local cloud\..*$/);
  await cloud.kill();
  await cloud.start();
  expect((await cloud.database.collection('things').doc('kept').get()).data).toHaveLength(1);
});

test('a damaged file is refused in one sentence and left as it is', async () => {
  await cloud.database.collection('things').add(Array.from({ length: 200 }, (_, n) => ({ n, text: 'x'.repeat(200) })));
  const file = join(cloud.folder, 'data/cloud.db');
  await cloud.quit(); // everything is in the file now, nothing in the log
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.alloc(4096 * 6, 7), 0, 4096 * 6, 4096 * 2);
  closeSync(handle);
  const damaged = readFileSync(file);
  const start = startAnother(cloud.folder);
  expect(start.status).toBe(1);
  expect(start.said.trim()).toMatch(/^The data file .* is damaged .* Nothing was changed\./);
  expect(readFileSync(file).equals(damaged)).toBe(true);

  writeFileSync(file, 'not a database at all, but long enough to be looked at');
  expect(startAnother(cloud.folder).said.trim()).toMatch(/^The data file .* is damaged/);
});
