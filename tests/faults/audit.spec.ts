/** `npm run audit`: what it says of a sound folder, and of one that somebody has put a hand to. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startCommunity } from '../support/community';
import { aDispute } from '../support/disputes';
import { LocalCloud } from '../support/local-cloud';

jest.setTimeout(120_000);

const ROOT = resolve(__dirname, '../..');

/** A folder that a cloud has left, with one dispute that is being kept and one that was withdrawn. */
let original: string;
let kept: string;

beforeAll(async () => {
  const community = await startCommunity();
  kept = await aDispute(community, 'performing');
  await aDispute(community, 'withdrawn');
  await community.cloud.quit();
  original = community.cloud.folder;
});
afterAll(() => rmSync(original, { recursive: true, force: true }));

function audit(folder: string): { status: number | null; said: string } {
  const run = spawnSync(process.execPath, ['--import', 'tsx', 'local/audit.ts', '--data', folder], { cwd: ROOT, encoding: 'utf8', timeout: 60_000 });
  return { status: run.status, said: `${run.stdout}${run.stderr}`.trim() };
}

/** Does something to a copy of the folder, past the functions, and audits it. */
async function auditAfter(hand: (database: LocalCloud['database']) => Promise<unknown>): Promise<{ status: number | null; said: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'jiaan-test-'));
  try {
    cpSync(original, folder, { recursive: true });
    const cloud = new LocalCloud(folder, {});
    await cloud.start();
    await hand(cloud.database);
    await cloud.quit();
    return audit(join(folder, 'data'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test('a folder that nobody has touched is sound, and looking does not change that', () => {
  for (const _look of [1, 2]) {
    const { status, said } = audit(join(original, 'data'));
    expect(said).toMatch(/^\d+ cases, \d+ events, every history is sound$/);
    expect(status).toBe(0);
  }
});

test.each<[string, RegExp, (database: LocalCloud['database']) => Promise<unknown>]>([
  ['who made a move', /event \S+:2 was changed/, (database) => database.collection('events').doc(`${kept}:2`).update({ by: 'somebody else' })],
  ['what was said', /the words of event \S+:3 were changed/, (database) => database.collection('events').doc(`${kept}:3`).update({ words: '没有联系。' })],
  ['the state of a case', /the case is not in the state of its newest event/, (database) => database.collection('disputes').doc(kept).update({ state: 'closed' })],
  ['the facts of a case', /the facts are not those of the newest event/, (database) => database.collection('disputes').doc(kept).update({ 'facts.story': '什么事都没有。' })],
  ['who told it', /disputes\/\S+: /, (database) => database.collection('disputes').doc(kept).update({ openedBy: 'somebody else' })],
  ['the newest event, taken out', /the case says \d+ events, there are \d+/, async (database) => database.collection('events').doc(await newestOf(database)).remove()],
  ['an event from the middle, taken out', /event \S+:3 is not number 2\n[\s\S]*event \S+:3 does not follow the one before/, (database) => database.collection('events').doc(`${kept}:2`).remove()],
  ['a case that was taken off its desk', /the case is found by another desk than its own/, (database) => database.collection('disputes').doc(kept).update({ desk: 'done' })],
  ['a role that somebody gave himself', /users\/\S+: the facts are not those of the newest event/, giveRole],
])('%s is noticed and named', async (_what, complaint, hand) => {
  const { status, said } = await auditAfter(hand);
  expect(said).toMatch(complaint);
  expect(said).toMatch(/\d+ cases, \d+ events, \d+ fault\(s\)$/);
  expect(status).toBe(1);
});

test('words that were erased are no fault: only their digest is on the chain', async () => {
  const { status } = await auditAfter((database) => database.collection('events').doc(`${kept}:3`).update({ words: database.command.remove() }));
  expect(status).toBe(0);
});

test('a folder that is not one is refused in one sentence, and nothing is made in it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jiaan-test-'));
  mkdirSync(join(folder, 'other'));
  writeFileSync(join(folder, 'other/letter.txt'), 'words');
  for (const path of [join(folder, 'other'), join(folder, 'nowhere')]) {
    expect(audit(path)).toEqual({ status: 1, said: `There is no local cloud in ${path}.` });
  }
  rmSync(folder, { recursive: true, force: true });
});

async function newestOf(database: LocalCloud['database']): Promise<string> {
  const { data } = await database.collection('events').where({ caseId: kept }).orderBy('version', 'desc').limit(1).get();
  return (data[0] as { _id: string })._id;
}

async function giveRole(database: LocalCloud['database']): Promise<unknown> {
  const { data } = await database.collection('users').where({ _id: database.command.gt('') }).limit(1).get();
  const { _id } = data[0] as { _id: string };
  return database.collection('users').doc(_id).update({ 'facts.grants': database.command.push([{ id: 'g', role: 'leader', scopeId: 'station', scopeName: '', from: 0 }]) });
}
