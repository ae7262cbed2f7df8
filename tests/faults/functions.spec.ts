/** The process of a function ends in the middle of its work: nothing is half done, and the next call does it. */
import { DAY } from '../../miniprogram/domain/time/format';
import type { Message } from '../../cloudfunctions/_kit/collections';
import { faultsOf, readCase } from '../properties/support/cases';
import { type Community, startCommunity } from '../support/community';
import { aDispute } from '../support/disputes';
import { until } from '../support/until';
import { type Deed, deeds, send, toldBy, traceOf } from './support/deeds';
import { FaultProxy } from './support/fault-proxy';
import { killFunctions } from './support/processes';

jest.setTimeout(180_000);

/** A transaction that nobody ends is gone after this, in ms: until then its documents are locked. */
const TRANSACTION_MS = 4000;

let community: Community;
let proxy: FaultProxy;

beforeAll(async () => {
  proxy = await FaultProxy.start();
  community = await startCommunity('2026-03-03 12:00', { functionsOrigin: proxy.origin, transactionMs: TRANSACTION_MS, onStart: (url) => proxy.leadTo(url) });
});
afterAll(async () => {
  await community.stop();
  await proxy.stop();
});

/** Sends it and kills the function when its nth call is under way. */
async function killedAt(deed: Deed, nth: number, isDone: boolean): Promise<void> {
  const reached = proxy.hold(nth, { isDone });
  const answered = send(community, deed).then(
    () => 'answered',
    (error: unknown) => String(error),
  );
  const release = await reached;
  expect(killFunctions(community.cloud)).toBeGreaterThan(0);
  expect(await answered).toMatch(/was not answered: FUNCTIONS_EXECUTE_FAIL .* was ended by SIGKILL/);
  release();
  proxy.disarm();
}

test.each([
  ['before', false],
  ['after', true],
])('killed %s any of the calls of a last signature has been done', async (_when, isDone) => {
  const first = await deeds.sign(community);
  proxy.arm(0);
  await send(community, first);
  const calls = proxy.calls.length;
  const told = await toldBy(community, first);
  const interrupted: Deed[] = [];
  for (let nth = 1; nth <= calls; nth += 1) {
    const deed = await deeds.sign(community);
    await killedAt(deed, nth, isDone);
    expect(await traceOf(community, deed)).toBe(isDone && nth === calls ? 'all' : 'nothing');
    interrupted.push(deed);
  }
  for (const deed of interrupted) {
    await until(async () => (await send(community, deed)).ok, 30_000); // a conflict, as long as the dead one holds its locks
    expect(await traceOf(community, deed)).toBe('all');
    expect(await toldBy(community, deed)).toEqual(told);
  }
});

test('a timer that dies half-way is completed by the next, and nobody hears of it twice', async () => {
  const { cloud } = community;
  const ids: string[] = [];
  for (let n = 0; n < 4; n += 1) ids.push(await aDispute(community, 'accepted'));
  await cloud.later(31 * DAY);
  const fire = () => cloud.control<{ fired: { ok: boolean; result?: string }[] }>('POST', 'timers/run', { function: 'dispute' });
  for (const nth of [9, 21, 30]) {
    const reached = proxy.hold(nth, { isDone: false });
    const fired = fire();
    const release = await reached;
    killFunctions(cloud);
    expect((await fired).fired).toEqual([expect.objectContaining({ ok: false })]);
    release();
    proxy.disarm();
  }
  const states = () => Promise.all(ids.map(async (id) => (await readCase(cloud, id)).document.state));
  await until(async () => {
    await fire();
    return (await states()).every((state) => state === 'failed');
  }, 60_000);
  for (const id of ids) {
    const { document, history } = await readCase(cloud, id);
    expect(faultsOf({ document, history })).toEqual([]);
    expect(history.filter(({ move }) => move === 'lapse')).toHaveLength(1);
    const { data } = await cloud.database.collection('messages').where({ to: community.idOf('resident') }).orderBy('key', 'desc').limit(1000).get();
    expect((data as Message[]).filter(({ _id, sentence }) => _id.startsWith(id) && sentence.includes('30天到了'))).toHaveLength(1);
  }
});
