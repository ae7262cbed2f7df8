/**
 * `npm run audit`: compares the history of every case with its head and its facts, and says what does not fit.
 * It detects a rewrite of the database by whoever lacks the audit key; it cannot say who, or what stood there before.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { CaseKind } from '../cloudfunctions/_kit/case-engine';
import type { CaseDocument, CaseEvent } from '../cloudfunctions/_kit/collections';
import type { CaseTypes } from '../miniprogram/domain/case/transition';
import { loadCollections } from './cloud/declared';
import { startCloud, StartError } from './cloud/index';
import { readOrCreateKeys } from './cloud/keys';

const HELP = `npm run audit -- [options]

  --data DIR   the local cloud's folder, with its keys (default .jiaan); it must not be running
  --url URL    ask the local cloud that runs on that folder instead, as http://127.0.0.1:8123
`;
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
  Object.assign(process.env, readOrCreateKeys(folder), {
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
  const { disputes } = await import('../cloudfunctions/dispute/kind');
  const { hazards } = await import('../cloudfunctions/hazard/kind');
  const { accounts } = await import('../cloudfunctions/identity/store');
  const { children } = await import('../cloudfunctions/childcare/child-kind');
  const { visits } = await import('../cloudfunctions/childcare/visit-kind');
  let cases = 0;
  let events = 0;
  let faults = 0;
  await auditKind(disputes);
  await auditKind(hazards);
  await auditKind(accounts);
  await auditKind(children);
  await auditKind(visits);
  console.log(`${cases} cases, ${events} events, ${faults === 0 ? 'every history is sound' : `${faults} fault(s)`}`);
  return faults === 0 ? 0 : 1;

  async function auditKind<T extends CaseTypes, K extends object>({ collection: { name }, keys }: CaseKind<T, K>): Promise<void> {
    for await (const theCase of documentsOf<CaseDocument<T>>(name)) {
      const history = await historyOf(theCase._id);
      cases += 1;
      events += history.length;
      for (const fault of findTampering(theCase, history, keysOf(theCase, keys))) {
        faults += 1;
        console.log(`${name}/${theCase._id}: ${fault}`);
      }
    }
  }

  /** Nothing for a case whose facts are so changed that its keys cannot be made: that shows in the facts. */
  function keysOf<C>(theCase: C, keys: (theCase: C) => object): object {
    try {
      return keys(theCase);
    } catch {
      return {};
    }
  }

  /** Newest first, page after page. */
  async function historyOf(caseId: string): Promise<CaseEvent[]> {
    const history: CaseEvent[] = [];
    for (;;) {
      const older = history.at(-1)?.version ?? Number.MAX_SAFE_INTEGER;
      const { data } = await database.collection('events').where({ caseId, version: database.command.lt(older) }).orderBy('version', 'desc').limit(PAGE).get();
      history.push(...(data as CaseEvent[]));
      if (data.length < PAGE) return history;
    }
  }

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
