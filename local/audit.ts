/**
 * `npm run audit`: compares the history of every case with its head and its facts, and says what does not fit.
 * It detects a rewrite of the database by whoever lacks the audit key; it cannot say who, or what stood there before.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { CaseDocument, CaseEvent } from '../cloudfunctions/_kit/collections';
import type { CaseTypes } from '../miniprogram/domain/case/transition';
import { loadCollections } from './cloud/declared';
import { startCloud, StartError } from './cloud/index';

const HELP = `npm run audit -- [options]

  --data DIR   the local cloud's folder, with its keys (default .jiaan); it must not be running
  --url URL    ask the local cloud that runs on that folder instead, as http://127.0.0.1:8123
`;
/** The collections that hold cases. */
const CASES = ['disputes', 'hazards', 'users'] as const;
/** The most documents that one answer holds. */
const PAGE = 1000;

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { data: { type: 'string', default: '.jiaan' }, url: { type: 'string' }, help: { type: 'boolean', default: false } } });
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const folder = resolve(values.data);
  if (!existsSync(join(folder, 'keys.json'))) throw new StartError(`There is no local cloud in ${folder}.`);
  const own = values.url === undefined ? await openFolder(folder) : undefined;
  try {
    connect(folder, values.url ?? own?.url ?? '');
    return await auditAll();
  } finally {
    await own?.stop();
  }
}

async function openFolder(dataDir: string) {
  return startCloud({ dataDir, port: 0, collections: await loadCollections(undefined), functionsDir: join(dataDir, 'no-functions'), liveTimers: false });
}

/** The kit reads its keys and its database from the environment, as a function does. */
function connect(folder: string, url: string): void {
  const keys = JSON.parse(readFileSync(join(folder, 'keys.json'), 'utf8')) as Record<string, string>;
  Object.assign(process.env, keys, {
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url}/admin` }),
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: 'local-env',
    TCB_ENV: 'local-env',
    TENCENTCLOUD_SECRETID: 'local',
    TENCENTCLOUD_SECRETKEY: 'local',
    SILENCE: 'true',
  });
}

/** The exit code: 0 when every history is sound. */
async function auditAll(): Promise<number> {
  // Only now: both read the environment when they are loaded.
  const { database } = (await import('../cloudfunctions/_kit/database'));
  const { findTampering } = (await import('../cloudfunctions/_kit/audit'));
  let cases = 0;
  let events = 0;
  let faults = 0;
  for (const collection of CASES) {
    for await (const theCase of documentsOf<CaseDocument<CaseTypes>>(collection)) {
      const { data } = await database.collection('events').where({ caseId: theCase._id }).orderBy('version', 'desc').limit(PAGE).get();
      const history = data as CaseEvent[];
      cases += 1;
      events += history.length;
      for (const fault of findTampering(theCase, history)) {
        faults += 1;
        console.log(`${collection}/${theCase._id}: ${fault}`);
      }
    }
  }
  console.log(`${cases} cases, ${events} events, ${faults === 0 ? 'every history is sound' : `${faults} fault(s)`}`);
  return faults === 0 ? 0 : 1;

  async function* documentsOf<D extends { readonly _id: string }>(name: string): AsyncGenerator<D> {
    for (let after = ''; ; ) {
      const { data } = await database.collection(name).where({ _id: database.command.gt(after) }).orderBy('_id', 'asc').limit(PAGE).get();
      const page = data as D[];
      yield* page;
      const last = page.at(-1);
      if (!last || page.length < PAGE) return;
      after = last._id;
    }
  }
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof StartError ? error.message : error);
    process.exit(1);
  },
);
