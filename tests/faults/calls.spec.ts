/** A call to the database fails: whichever it is and however it fails, a retry leaves exactly one deed behind. */
import { DAY } from '../../miniprogram/domain/time/format';
import { type Community, startCommunity } from '../support/community';
import { deeds, send, toldBy, traceOf } from './support/deeds';
import { FaultProxy, faults, type Fault } from './support/fault-proxy';

jest.setTimeout(180_000);

/** More would mean that something stays broken. */
const MOST_SENDS = 3;

let community: Community;
let proxy: FaultProxy;

beforeAll(async () => {
  proxy = await FaultProxy.start();
  community = await startCommunity('2026-03-03 12:00', {
    functionsOrigin: proxy.origin,
    onStart: (url) => proxy.leadTo(url),
  });
});
afterAll(async () => {
  await community.stop();
  await proxy.stop();
});

const names = ['file', 'triage', 'schedule', 'sign'] as const;

test.each(names.flatMap((name) => faults.map((fault): [typeof fault, typeof name] => [fault, name])))('%s at any call of %s', async (fault, name) => {
  const { calls, told } = await undisturbed(name);
  expect(calls).toBeGreaterThan(6);
  expect(told.length).toBeGreaterThan(0);
  for (let nth = 1; nth <= calls; nth += 1) await disturbed(name, fault, nth, told);
});

/** How many calls the deed takes when nothing happens, and who hears of it. */
async function undisturbed(name: (typeof names)[number]): Promise<{ calls: number; told: string[] }> {
  await community.cloud.later(DAY); // nobody may tell a hundred things a day
  await send(community, await deeds[name](community)); // the first of a process also reads the holidays
  const deed = await deeds[name](community);
  proxy.arm(0);
  expect(await send(community, deed)).toMatchObject({ ok: true });
  expect(await traceOf(community, deed)).toBe('all');
  return { calls: proxy.calls.length, told: await toldBy(community, deed) };
}

async function disturbed(name: (typeof names)[number], fault: Fault, nth: number, told: readonly string[]): Promise<void> {
  const deed = await deeds[name](community);
  proxy.arm(nth, fault);
  let reply = await send(community, deed);
  expect(proxy.hasFired).toBe(true);
  const trace = await traceOf(community, deed);
  if (reply.ok) expect(trace).toBe('all');
  for (let sends = 1; !reply.ok && sends < MOST_SENDS; sends += 1) {
    expect(reply.error).toEqual({ code: 'INTERNAL', message: expect.stringMatching(/^[一-鿿，]+。$/) as string });
    reply = await send(community, deed);
  }
  expect(reply).toMatchObject({ ok: true, data: { version: deed.before + deed.events } });
  expect(await send(community, deed)).toEqual(reply);
  expect(await traceOf(community, deed)).toBe('all');
  expect(await toldBy(community, deed)).toEqual(told);
}
