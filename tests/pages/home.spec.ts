import { deposit, guest, homeWith, lateNoise } from '../support/home-answers';
import { openPage, type Answers } from '../support/page';

const HOME = 'pages/home/home';
// a call that gets no answer is noted for the developer
beforeEach(() => void jest.spyOn(console, 'warn').mockImplementation(() => undefined));

const answering = (home: ReturnType<typeof homeWith>): Answers => ({ 'identity.home': () => ({ ok: true, data: home }) });

test('the home comes with one call, and says how each matter stands', async () => {
  const page = await openPage(HOME, answering(homeWith()));
  expect(page.sent.map(({ action }) => action)).toEqual(['identity.home']);
  expect(page.text()).toContain('正在联系对方');
  expect(page.text()).toContain('接下来：联系对方');
});

test('a guest is asked for nothing before he says something', async () => {
  const page = await openPage(HOME, answering(homeWith({ me: guest, mine: [] })));
  expect(page.text()).not.toContain('同意');
  await page.press('说事');
  expect(page.asked).toContainEqual({ name: 'navigateTo', options: { url: '/features/dispute/report/report' } });
});

test('a tap on a matter opens its story', async () => {
  const page = await openPage(HOME, answering(homeWith()));
  await page.press('桂花27');
  expect(page.asked).toContainEqual({ name: 'navigateTo', options: { url: `/features/dispute/story/story?id=${deposit.id}` } });
});

test('danger and difficulty are told by words, not by colour alone', async () => {
  const page = await openPage(HOME, answering(homeWith({ as: 'officer', queue: [{ ...lateNoise, hasDanger: true }] })));
  expect(page.text()).toContain('红 紧急');
  expect(page.text()).toContain('有人身危险');
});

test('a home that does not come offers another try, which may succeed', async () => {
  const answers: Answers = {};
  const page = await openPage(HOME, answers);
  expect(page.text()).toContain('没收到回复，请再试一次。');
  Object.assign(answers, answering(homeWith()));
  await page.press('重试');
  expect(page.text()).toContain('下午好，韦德顺');
});

test('without a network it says so in its own words', async () => {
  const page = await openPage(HOME);
  Object.assign(Reflect.get(globalThis, 'wx') as object, { getNetworkType: () => Promise.resolve({ networkType: 'none' }) });
  await page.press('重试');
  expect(page.text()).toContain('网络断了');
});

test('what is on the screen stays when a later look fails', async () => {
  const answers = answering(homeWith());
  const page = await openPage(HOME, answers);
  delete answers['identity.home'];
  await page.run('onPullDownRefresh');
  expect(page.text()).toContain('下午好，韦德顺');
  expect(page.text()).toContain('没收到回复，请再试一次。');
});

test('the chosen identity is sent, and given up when it was taken back', async () => {
  const page = await openPage(HOME, answering(homeWith()), { storage: { identity: 'mediator' } });
  expect(page.sent.map(({ input }) => input)).toEqual([{ as: 'mediator' }]);
  expect(page.storage.has('identity')).toBe(false);
  expect(page.text()).toContain('下午好，韦德顺');
});
