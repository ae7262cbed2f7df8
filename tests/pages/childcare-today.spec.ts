/** A parent's home, 今天的孩子 and the visit: where is my child, who has her, what must I do. */
import { family, here, openVisit, tomorrow } from '../support/family-answers';
import { homeWith, now } from '../support/home-answers';
import { openPage, type Answers } from '../support/page';

const HOME = 'pages/home/home';
const CHILDREN = 'features/childcare/children/children';
const VISIT = 'features/childcare/visit/visit';
// a call that gets no answer is noted for the developer
beforeEach(() => void jest.spyOn(console, 'warn').mockImplementation(() => undefined));

const atHome = (visits = [here, tomorrow]): Answers => ({ ...family, 'identity.home': () => ({ ok: true, data: homeWith({ visits }) }) });
const opening = (visit: ReturnType<typeof openVisit>, more: Answers = {}): Answers => ({ ...family, 'childcare.open': () => ({ ok: true, data: visit }), ...more });

test('the home says first where each child is, since when and with whom, and opens the code with one tap', async () => {
  const page = await openPage(HOME, atHome());
  expect(page.text()).toMatch(/小麦\s*在警务室\s*15:42到桐花里警务室，尹老师接的.*接下来：来接孩子.*小满\s*约好了/);
  expect(page.text().indexOf('小麦')).toBeLessThan(page.text().indexOf('说事'));
  await page.press('出示接孩子码，小麦');
  expect(page.asked).toContainEqual({ name: 'navigateTo', options: { url: '/features/childcare/code/code?id=visit-1' } });
});

test('without a network the home still says where the child was, and when that was true', async () => {
  const answers = atHome();
  const first = await openPage(HOME, answers);
  const storage = Object.fromEntries(first.storage);
  const page = await openPage(HOME, answers, { storage, isOffline: true });
  expect(page.text()).toContain('没有网络，这是3月3日 16:35的情况。');
  expect(page.text()).toContain('尹老师接的');
  expect(page.text()).not.toContain('正在联系对方'); // nothing else of the home stays on the phone
});

test('a child who is nowhere has nothing kept on the phone', async () => {
  const page = await openPage(HOME, atHome([]), { storage: { 'last:home': homeWith({ visits: [here] }) } });
  expect(page.storage.has('last:home')).toBe(false);
});

test('the secret of the code comes with the first look, and goes when the visit is over', async () => {
  const answers = atHome();
  const page = await openPage(HOME, answers);
  expect(page.storage.get('pickup-secrets')).toMatchObject([{ visitId: 'visit-1', nickname: '小麦' }]);
  Object.assign(answers, atHome([{ ...here, state: 'released', withWhom: '外婆' }]));
  await page.run('onPullDownRefresh');
  expect(page.text()).toContain('已交给外婆');
  expect(page.storage.has('pickup-secrets')).toBe(false);
});

test('今天的孩子 says what is booked and what is still missing, and keeps no note about health on the phone', async () => {
  const page = await openPage(CHILDREN, family);
  expect(page.text()).toContain('还缺：班级。第一次到站前补上。');
  expect(JSON.stringify(page.storage.get('last:children'))).not.toMatch(/花生|139/);
  await page.press('出示接孩子码');
  expect(page.asked).toContainEqual({ name: 'navigateTo', options: { url: '/features/childcare/code/code?id=visit-1' } });
});

test('who has no child here yet is told what this is, and may register one', async () => {
  const page = await openPage(CHILDREN, { ...family, 'childcare.children': () => ({ ok: true, data: { children: [], visits: [], now } }) });
  expect(page.text()).toContain('放学没人接，先到警务室');
  await page.press('登记孩子');
  expect(page.asked).toContainEqual({ name: 'navigateTo', options: { url: '/features/childcare/register/register' } });
});

test('the words of a visit are those of the field', async () => {
  const words = async (more: Partial<typeof here>) => (await openPage(VISIT, opening(openVisit({ ...here, ...more })), { query: { id: here.id } })).text();
  expect(await words({ state: 'waitlisted', position: 2 })).toContain('排第2位');
  expect(await words({ state: 'offered', offeredUntil: now + 600_000, moves: ['take', 'pass'] })).toContain('有位了，16:45前确认');
  expect(await words({ state: 'checkedIn', lateSince: now - 17 * 60_000 })).toContain('超时了，孩子仍在警务室');
  expect(await words({ state: 'noShow' })).toContain('还没到，正在联系您');
  expect(await words({ state: 'releaseRefused' })).toContain('暂不能交接');
  expect(await words({ state: 'released', withWhom: '外婆' })).toContain('已交给外婆');
});

test('an offer counts down, and is taken or let pass', async () => {
  const offered = openVisit({ ...tomorrow, state: 'offered', offeredUntil: now + 125_000, moves: ['take', 'pass', 'cancel'] });
  const taken: Answers = { 'childcare.take': () => ({ ok: true, data: tomorrow }), 'childcare.pass': () => ({ ok: true, data: tomorrow }) };
  const page = await openPage(VISIT, opening(offered, taken), { query: { id: tomorrow.id } });
  expect(page.text()).toMatch(/2分0[45]秒\s*后给下一位/);
  await page.press('要这个位子');
  await page.press('这次不要');
  expect(page.sent.map(({ action }) => action).filter((action) => action !== 'childcare.open' && action !== 'identity.me')).toEqual(['childcare.take', 'childcare.pass']);
});

test('a visit is cancelled in a sheet that says what is lost', async () => {
  const page = await openPage(VISIT, opening(openVisit(tomorrow), { 'childcare.cancel': () => ({ ok: true, data: { ...tomorrow, state: 'cancelled' } }) }), { query: { id: tomorrow.id } });
  await page.press('取消这一次');
  expect(page.text()).toContain('位子马上给排在后面的孩子，再要得重新约。');
  await page.emit('#cancel', 'send', { value: '' });
  expect(page.sent.find(({ action }) => action === 'childcare.cancel')?.input).toEqual({ id: 'visit-2' });
});

test('a seat that was gone meanwhile is not called booked', async () => {
  const page = await openPage(VISIT, opening(openVisit({ ...tomorrow, state: 'waitlisted', position: 1 })), { query: { id: tomorrow.id, made: 'full' } });
  expect(page.text()).toContain('这个时段刚满，先给您排上队了。');
  expect(page.text()).not.toContain('约好了小满');
});
