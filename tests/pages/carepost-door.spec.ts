/** 核对交接: who it is, who decides, and what the person at the door can read. */
import { pending, roster, visit } from '../support/carepost-answers';
import { resident } from '../support/home-answers';
import { openPage, type Answers } from '../support/page';

const DOOR = 'features/carepost/door/door';
const query = { query: { id: 'visit-2' } };
const done = () => ({ ok: true as const, data: {} as never });
const open = (data: typeof visit, more: Answers = {}): Answers => ({ 'identity.me': () => ({ ok: true, data: resident }), 'childcare.open': () => ({ ok: true, data }), 'childcare.ask': done, 'childcare.release': done, 'childcare.back': done, 'childcare.refuseRelease': done, ...more });
const inputOf = (sent: { action: string; input: unknown }[], action: string) => sent.find((request) => request.action === action)?.input;

beforeEach(() => void jest.spyOn(console, 'warn').mockImplementation(() => undefined));

test('a guardian shows six digits', async () => {
  const page = await openPage(DOOR, open(visit), query);
  await page.press('安然，妈妈，139******23');
  for (const digit of '402913') await page.press(digit);
  await page.press('核对');
  expect(inputOf(page.sent, 'childcare.ask')).toEqual({ id: 'visit-2', proof: 'code', personId: 'mother', code: '402913' });
});

test('a wrong code is said beside the digits, which are empty again', async () => {
  const wrong: Answers = { 'childcare.ask': () => ({ ok: false, error: { code: 'INVALID_INPUT', message: '码不对。', details: { code: '码不对或者过期了。' } } }) };
  const page = await openPage(DOOR, open(visit, wrong), query);
  await page.press('安然，妈妈，139******23');
  for (const digit of '402913') await page.press(digit);
  await page.press('核对');
  expect(page.text()).toContain('码不对或者过期了。');
  expect(page.dom.querySelector('[aria-label="已输入0位"]')).not.toBeNull();
});

test('for somebody without a code the post rings back, and asks for the family word', async () => {
  const page = await openPage(DOOR, open(visit, { 'childcare.phone': () => ({ ok: true, data: { phone: '13900000023' } }) }), query);
  await page.press('外婆，老人，139******61');
  await page.press('回拨电话');
  expect(page.text()).toContain('先打电话问家长');
  await page.press('打电话给安然');
  expect(inputOf(page.sent, 'childcare.phone')).toEqual({ childId: 'child-2', who: 'mother' });
  expect(page.asked).toContainEqual(expect.objectContaining({ name: 'makePhoneCall' }));
  await page.press('电话里说好了，人也对得上');
  await page.press('核对');
  expect(inputOf(page.sent, 'childcare.ask')).toEqual({ id: 'visit-2', proof: 'callback', personId: 'gran' });
});

test('今天换人接: one call to the stored number, and whoever was named may come at once', async () => {
  const aunt = { id: 'aunt', name: '姑姑', kinship: 'relative' as const, from: visit.now + 60_000, isToday: true, isWaiting: true };
  const page = await openPage(DOOR, open({ ...visit, child: { ...visit.child, persons: [aunt] } }, { 'childcare.confirmPerson': done }), query);
  await page.press('姑姑，亲戚，今天 16:36 起可以接，要早就回拨家长');
  await page.press('电话里说好了，人也对得上');
  await page.press('核对');
  expect(inputOf(page.sent, 'childcare.confirmPerson')).toMatchObject({ id: 'child-2', personId: 'aunt' });
  expect(inputOf(page.sent, 'childcare.ask')).toEqual({ id: 'visit-2', proof: 'callback', personId: 'aunt' });
});

test('a scanned code of another child asks nothing', async () => {
  const scans = ['jiaan:pickup:visit-9:mother:402913', 'jiaan:pickup:visit-2:mother:402913'];
  const page = await openPage(DOOR, open(visit), { ...query, wx: { scanCode: () => ({ result: scans.shift() }) } });
  await page.press('扫接孩子码');
  expect(page.text()).toContain('这是别的孩子的码');
  await page.press('扫接孩子码');
  expect(inputOf(page.sent, 'childcare.ask')).toEqual({ id: 'visit-2', proof: 'qr', personId: 'mother', code: '402913' });
});

test('after a call nobody is handed over without a picture', async () => {
  const page = await openPage(DOOR, open(pending), query);
  await page.press('确认交给外婆');
  expect(page.text()).toContain('拍一张交接照片');
  expect(inputOf(page.sent, 'childcare.release')).toBeUndefined();
});

test('a code was shown: one tap hands over', async () => {
  const page = await openPage(DOOR, open({ ...pending, asked: { name: '安然', proof: 'code', at: visit.now } }), query);
  await page.press('确认交给安然');
  expect(inputOf(page.sent, 'childcare.release')).toEqual({ id: 'visit-2' });
});

test('nobody took the child after all: it stays', async () => {
  const page = await openPage(DOOR, open(pending), query);
  await page.press('没有交，退回');
  expect(inputOf(page.sent, 'childcare.back')).toEqual({ id: 'visit-2' });
});

test('a refusal says nothing on the screen but to wait a moment: no name, no reason', async () => {
  const refused = { ...pending, state: 'releaseRefused' as const, moves: ['ask', 'back'] as const, asked: { name: '高某', proof: 'callback' as const, at: visit.now, problem: '法院有裁定' } };
  const page = await openPage(DOOR, open({ ...refused, moves: [...refused.moves] }), query);
  expect(page.text()).toContain('请稍等一下');
  expect(page.text()).not.toMatch(/高某|法院/);
});

test('without a network only who stands on the signed roster may take the child; the claim waits, and is told later', async () => {
  const held = { 'draft:carepost-board': { board: roster, at: Date.now() } };
  const page = await openPage(DOOR, {}, { ...query, storage: held, isOffline: true });
  expect(page.text()).toMatch(/没有网络，按离线名册交.*外婆/s);
  expect(page.text()).not.toContain('安然');
  await page.press('外婆，');
  await page.press('人看清楚了，暗号或电话也对过');
  await page.press('断网交给他');
  expect(page.text()).toMatch(/已交出，等核实.*未发出 1 条/s);
  const claim = page.sent.find(({ action }) => action === 'childcare.claimOffline');
  expect(claim?.input).toMatchObject({ id: 'visit-2', personId: 'gran', signature: roster.offline?.lines[0]?.signature });
});

test('a roster whose time is over shows nobody', async () => {
  const held = { 'draft:carepost-board': { board: roster, at: Date.now() - 3 * 3_600_000 } };
  const page = await openPage(DOOR, {}, { ...query, storage: held, isOffline: true });
  expect(page.text()).toContain('网络断了');
  expect(page.text()).not.toContain('外婆');
  expect(page.storage.has('draft:carepost-board')).toBe(false);
});
