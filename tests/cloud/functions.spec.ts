/** Functions: who calls them, what they are told, and what happens when they fail. */
import type { LocalCloud } from '../support/local-cloud';
import { probe, startTestCloud } from './support/cloud';
import { until } from '../support/until';

let cloud: LocalCloud;

beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());

test('a function knows who calls from the platform alone', async () => {
  const { result } = await probe(cloud, 'demo-parent', { do: 'who', userInfo: { openId: 'somebody else' }, openid: 'somebody else' });
  expect(result).toMatchObject({ openid: 'demo-parent', trigger: null, hasVaultKey: true, home: null });
});

test('calls at the same time never see each other', async () => {
  const people = Array.from({ length: 8 }, (_, n) => `demo-${n}`);
  const answers = await Promise.all(people.map((openid) => probe(cloud, openid, { do: 'whoAfterAWhile' })));
  expect(answers.map(({ result }) => result)).toEqual(people.map((openid) => ({ before: openid, after: openid })));
});

test('a process is kept warm and serves the next call', async () => {
  const first = await probe(cloud, 'a', { do: 'who' });
  const second = await probe(cloud, 'b', { do: 'who' });
  expect(second.result?.pid).toBe(first.result?.pid);
});

test('a function that throws answers with its error, and the next call works', async () => {
  expect(await probe(cloud, 'a', { do: 'fail' })).toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL', message: expect.stringContaining('on purpose') });
  expect((await probe(cloud, 'a', { do: 'who' })).result).toMatchObject({ openid: 'a' });
});

test('a function that crashes or hangs ends alone', async () => {
  const [crashed, hung, fine] = await Promise.all([probe(cloud, 'a', { do: 'crash' }), probe(cloud, 'b', { do: 'hang' }), probe(cloud, 'c', { do: 'who' })]);
  expect(crashed).toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL' });
  expect(hung).toMatchObject({ code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED' });
  expect(fine.result).toMatchObject({ openid: 'c' });
  expect((await probe(cloud, 'a', { do: 'who' })).result).toMatchObject({ openid: 'a' });
});

test('a function that calls another does not hand its caller on', async () => {
  expect((await probe(cloud, 'demo-parent', { do: 'callAnother' })).result).toMatchObject({ openid: '' });
});

test('more than 100 KB is refused, as by WeChat', async () => {
  expect(await probe(cloud, 'a', { do: 'who', ballast: 'x'.repeat(100 * 1024) })).toMatchObject({ code: 'EXCEED_MAX_PAYLOAD_SIZE' });
});

test('a function that is not there is named', async () => {
  for (const name of ['nobody', '../probe', 'constructor']) {
    const response = await fetch(`${cloud.url}/fn/${encodeURIComponent(name)}`, { method: 'POST', headers: { 'x-host-key': cloud.key }, body: '{}' });
    expect(await response.json()).toMatchObject({ code: 'FUNCTION_NOT_FOUND' });
  }
});

test('what a call did to the database can be counted', async () => {
  await cloud.database.collection('things').add([{ _id: 'one' }, { _id: 'two' }]);
  const { requestId } = await probe(cloud, 'a', { do: 'find', collection: 'things', where: { kind: 'none' } });
  const done = await cloud.control<object[]>('GET', `requests?invocation=${requestId}`);
  expect(done).toEqual([expect.objectContaining({ action: 'database.getDocument', target: 'things', examined: 2, index: '-' })]);
});

test('what a function prints is kept with its call', async () => {
  const { requestId } = await probe(cloud, 'a', { do: 'say', text: '早上好' });
  const lines = async () => (await cloud.logs()).filter(({ text }) => text === '早上好');
  await until(async () => (await lines()).length > 0);
  expect(await lines()).toEqual([expect.objectContaining({ stream: 'stdout', function: 'probe', invocation: requestId })]);
});

test('a mini-program code is a picture that holds a scene; a scene that is too long is refused as WeChat does', async () => {
  const { result } = (await probe(cloud, 'a', { do: 'code', scene: 'AbCdEfGhIjKlMnOpQrStUv', page: 'features/dispute/letter/letter' })) as { result: { buffer: string; contentType: string } };
  expect(result.contentType).toBe('image/png');
  expect(Buffer.from(result.buffer, 'base64').subarray(1, 4).toString()).toBe('PNG');
  expect((await probe(cloud, 'a', { do: 'code', scene: 'x'.repeat(33) })).result).toMatchObject({ errCode: 40169 });
});

test("WeChat's interfaces are answered and kept in the outbox", async () => {
  expect((await probe(cloud, 'a', { do: 'message', to: 'demo-resident' })).result).toMatchObject({ errCode: 0 });
  expect((await cloud.outbox()).at(-1)).toMatchObject({ api: 'subscribeMessage.send', data: { touser: 'demo-resident' } });
  await cloud.failNext('subscribeMessage.send', 43101);
  expect((await probe(cloud, 'a', { do: 'message', to: 'demo-resident' })).result).toMatchObject({ errCode: 43101 });
  expect((await probe(cloud, 'a', { do: 'check', content: '楼上太吵' })).result).toMatchObject({ result: { suggest: 'pass' } });
  expect((await probe(cloud, 'a', { do: 'check', content: '特3456书yuuo莞6543李zxcz蒜7782法fgnv级' })).result).toMatchObject({ result: { suggest: 'risky' } });
});
