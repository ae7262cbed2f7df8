/** 到站名册, as a carer uses it with one hand and a bad network. */
import { coming, here, roster } from '../support/carepost-answers';
import { openPage, type Answers } from '../support/page';

const BOARD = 'features/carepost/board/board';
const done = () => ({ ok: true as const, data: {} as never });
const answers = (): Answers => ({ 'childcare.board': () => ({ ok: true, data: roster }), 'childcare.checkIn': done, 'childcare.activity': done, 'childcare.shift': done });
const query = { query: { post: 'post-1' } };
const checkIns = (sent: { action: string; attemptId: string }[]) => sent.filter(({ action }) => action === 'childcare.checkIn');

// a call that gets no answer is noted for the developer
beforeEach(() => void jest.spyOn(console, 'warn').mockImplementation(() => undefined));

test('the light has a shape and a word, late children come first, and what is due is said', async () => {
  const page = await openPage(BOARD, answers(), query);
  expect(page.sent.map(({ action }) => action)).toEqual(['childcare.board']);
  expect(page.text()).toMatch(/● 大人够.*在站 1 人，最多 10 人/s);
  expect(page.text()).toMatch(/阿橙.*超时了，孩子仍在警务室.*超时 17 分钟.*还没人接，请给两位家长打电话/s);
  expect(page.text()).toMatch(/贝贝.*有过敏.*等孩子到.*晚了 5 分钟/s);
});

test('a tap is sent at once and confirmed', async () => {
  const page = await openPage(BOARD, answers(), query);
  await page.press('贝贝，孩子到了');
  expect(checkIns(page.sent)).toEqual([expect.objectContaining({ input: { id: 'visit-1' } })]);
  expect(page.text()).toContain('✓ 贝贝到了');
  expect(page.text()).not.toContain('未发出');
  expect(page.asked).toContainEqual(expect.objectContaining({ name: 'vibrateShort' }));
});

test('without a network the tap shows as done and waits, and is sent under the same id when the network is back', async () => {
  const page = await openPage(BOARD, answers(), query);
  page.setOffline(true);
  await page.press('贝贝，孩子到了');
  expect(page.text()).toContain('未发出 1 条');
  expect(page.text()).toContain('没有网络。您点的都记着，连上自己发出去。');
  expect(page.text()).toMatch(/在站 2.*贝贝.*未发出.*在警务室/s);
  page.setOffline(false);
  await page.settled();
  const [first, second] = checkIns(page.sent);
  expect(second?.attemptId).toBe(first?.attemptId);
  expect(page.text()).not.toContain('未发出');
});

test('a tap that waits is still there when the page is opened again, and can be taken back', async () => {
  const first = await openPage(BOARD, answers(), query);
  first.setOffline(true);
  await first.press('贝贝，孩子到了');
  await first.leave();
  const storage = Object.fromEntries(first.storage);
  const page = await openPage(BOARD, {}, { ...query, storage, isOffline: true });
  expect(page.text()).toContain('未发出 1 条');
  await page.press('未发出1条，看是哪些');
  await page.press('撤回贝贝到了');
  expect(page.text()).not.toContain('未发出');
});

test('what the server refused is told in a sentence, which stays until it was read', async () => {
  const refused: Answers = { ...answers(), 'childcare.checkIn': () => ({ ok: false, error: { code: 'INVALID_MOVE', message: '尹老师16:20刚办了这一步。' } }) };
  const page = await openPage(BOARD, refused, query);
  await page.press('贝贝，孩子到了');
  expect(page.text()).toContain('贝贝到了：尹老师16:20刚办了这一步。');
  await page.run('onPullDownRefresh');
  expect(page.text()).toContain('贝贝到了：');
  await page.press('知道了');
  expect(page.text()).not.toContain('贝贝到了：');
});

test('a fault of the server loses no tap', async () => {
  const faulty: Answers = { ...answers(), 'childcare.checkIn': () => ({ ok: false, error: { code: 'INTERNAL', message: '请稍后再试。' } }) };
  const page = await openPage(BOARD, faulty, query);
  await page.press('贝贝，孩子到了');
  expect(page.text()).toContain('未发出 1 条');
});

test('whoever is not on duty says so first', async () => {
  const off: Answers = { ...answers(), 'childcare.board': () => ({ ok: true, data: { ...roster, carers: [] } }) };
  const page = await openPage(BOARD, off, query);
  await page.press('我在岗');
  expect(page.sent.find(({ action }) => action === 'childcare.shift')?.input).toEqual({ postId: 'post-1', isOn: true });
});

test('what a child does is one tap in its row', async () => {
  const page = await openPage(BOARD, answers(), query);
  await page.press('阿橙，10岁，超时了，孩子仍在警务室，16:18 前接，超时 17 分钟');
  await page.press('阿橙写作业');
  expect(page.sent.find(({ action }) => action === 'childcare.activity')?.input).toEqual({ id: here.visitId, activity: 'homework' });
});

test('a paper card is sent with the check-in; any other code is not', async () => {
  const scans = ['https://example.com', `jiaan:card:${'k'.repeat(16)}`];
  const page = await openPage(BOARD, answers(), { ...query, wx: { scanCode: () => ({ result: scans.shift() }) } });
  await page.press('贝贝，12岁，有过敏，等孩子到，16:30–18:00，晚了 5 分钟');
  await page.press('贝贝，扫接送卡');
  expect(page.text()).toContain('这不是接送卡。');
  await page.press('贝贝，扫接送卡');
  expect(checkIns(page.sent)).toEqual([expect.objectContaining({ input: { id: coming.visitId, card: 'k'.repeat(16) } })]);
});
