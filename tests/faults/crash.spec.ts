/** kill -9 of the whole cloud while several people are at work: what was acknowledged is there, and nothing else is half there. */
import type { CaseEvent, DisputeDocument, Message } from '../../cloudfunctions/_kit/collections';
import type { ActionName } from '../../typings/contract/actions';
import type { DisputeSummary } from '../../typings/contract/dispute';
import { faultsOf } from '../properties/support/cases';
import { isSoak } from '../properties/support/runs';
import { type Community, type Name, startCommunity } from '../support/community';
import { noise, safe } from '../support/disputes';

jest.setTimeout(isSoak ? 3_600_000 : 180_000);

const KILLS = isSoak ? 40 : 3;
const WORKERS = 4;

/** One intention; `told` once it was acknowledged. */
interface Intention {
  readonly by: Name;
  readonly action: ActionName;
  readonly input: (id: string) => object;
  readonly attemptId: string;
  told?: DisputeSummary;
}

/** What one person after another does with one case; never ends before the kill does. */
class Worker {
  readonly done: Intention[] = [];
  private caseId = '';

  /** Goes on until something is not answered; that intention is the last of the list. */
  async work(community: Community, isOver: () => boolean, acknowledged: () => void): Promise<void> {
    while (!isOver()) {
      const intention = this.next();
      this.done.push(intention);
      if (!(await this.send(community, intention).catch(() => false))) return;
      acknowledged();
    }
  }

  /** False when it was refused: only for want of a database. */
  async send({ as }: Community, intention: Intention): Promise<boolean> {
    const { by, action, input, attemptId } = intention;
    const reply = await as(by).ask(action, input(this.caseId), { attemptId });
    if (!reply.ok) {
      expect(['INTERNAL', 'CONFLICT']).toContain(reply.error.code);
      return false;
    }
    intention.told = reply.data as DisputeSummary;
    this.caseId = intention.told.id;
    return true;
  }

  /** Told, graded, then many notes: each worker has one case at a time. */
  private next(): Intention {
    const attemptId = crypto.randomUUID();
    const step = this.done.length % 6;
    if (step === 0) return { by: 'resident', action: 'dispute.file', input: () => ({ ...noise, story: `说一件事 ${attemptId}` }), attemptId };
    if (step === 1) return { by: 'officer', action: 'dispute.triage', input: (id) => ({ id, colour: 'red', danger: safe, track: 'people' }), attemptId }; // told again and again
    if (step === 2) return { by: 'auxiliary', action: 'dispute.invite', input: (id) => ({ id, channel: 'call', isReached: true, words: '打过电话。' }), attemptId };
    return { by: 'gridWorker', action: 'dispute.note', input: (id) => ({ id, words: `第${step}笔`, isInternal: true }), attemptId };
  }
}

let community: Community;

beforeAll(async () => {
  community = await startCommunity();
});
afterAll(() => community.stop());

test('acknowledged work is found, half work never, and retries go on where it broke off', async () => {
  const { cloud } = community;
  const workers = Array.from({ length: WORKERS }, () => new Worker());
  for (let kill = 1; kill <= KILLS; kill += 1) {
    let left = 6 + Math.floor(Math.random() * 20);
    let isOver = false;
    let killed: Promise<void> | undefined;
    const acknowledged = () => {
      left -= 1;
      if (left > 0 || isOver) return;
      isOver = true;
      killed = cloud.kill(); // the others are in the middle of theirs
    };
    await Promise.all(workers.map((worker) => worker.work(community, () => isOver, acknowledged)));
    await killed;
    await cloud.start();
    await expectSound(workers);
    for (const worker of workers) {
      const last = worker.done.at(-1);
      if (last && !last.told) expect(await worker.send(community, last)).toBe(true);
    }
    await expectSound(workers);
  }
  const { events } = await everything();
  expect(events).toHaveLength(workers.flatMap(({ done }) => done).length); // each intention is one event, however often it was sent
});

async function everything() {
  const { database } = community.cloud;
  const all = async (name: string): Promise<unknown[]> => {
    const found: { _id: string }[] = [];
    for (;;) {
      const { data } = await database.collection(name).where({ _id: database.command.gt(found.at(-1)?._id ?? '') }).orderBy('_id', 'asc').limit(1000).get();
      found.push(...(data as { _id: string }[]));
      if (data.length < 1000) return found;
    }
  };
  const accounts = new Set(((await all('users')) as { _id: string }[]).map(({ _id }) => _id));
  const isOfCase = (_id: string) => !accounts.has(_id.slice(0, _id.indexOf(':')));
  return {
    cases: (await all('disputes')) as DisputeDocument[],
    events: ((await all('events')) as CaseEvent[]).filter(({ _id }) => isOfCase(_id)),
    messages: ((await all('messages')) as Message[]).filter(({ _id }) => isOfCase(_id)),
    attempts: (await all('attempts')) as { _id: string }[],
  };
}

async function expectSound(workers: readonly Worker[]): Promise<void> {
  const { cases, events, messages, attempts } = await everything();
  for (const theCase of cases) expect(faultsOf({ document: theCase, history: events.filter(({ caseId }) => caseId === theCase._id) })).toEqual([]);
  const known = new Set(events.map(({ _id }) => _id));
  expect(new Set(events.map(({ caseId }) => caseId)).size).toBe(cases.length);
  expect(messages.filter(({ _id }) => !known.has(_id.slice(0, _id.lastIndexOf(':'))))).toEqual([]);
  const answered = new Set(attempts.map(({ _id }) => _id.slice(_id.lastIndexOf(':') + 1)));
  for (const { told, attemptId } of workers.flatMap(({ done }) => done)) {
    if (!told) continue;
    expect(known).toContain(`${told.id}:${told.version}`);
    expect(answered).toContain(attemptId);
  }
  const opened = events.filter(({ move }) => move === 'file');
  const heard = new Set(messages.map(({ _id, to }) => `${_id.slice(0, _id.lastIndexOf(':'))} ${to}`));
  for (const { _id } of opened) for (const officer of ['officer', 'officer2'] as const) expect(heard).toContain(`${_id} ${community.idOf(officer)}`);
}
