/** 分流台 and 更新进展: the officer's two pages. */
import type { DisputeView } from '../../typings/contract/dispute';
import { aView, noDanger } from '../support/dispute-answers';
import { deposit, now, resident } from '../support/home-answers';
import { openPage, type Answers } from '../support/page';

const TRIAGE = 'features/dispute/triage/triage';
const PROGRESS = 'features/dispute/progress/progress';
const query = { id: 'case-1' };
const done = () => ({ ok: true as const, data: deposit });
const showing = (view: DisputeView, more: Answers = {}): Answers => ({
  'identity.me': () => ({ ok: true, data: resident }),
  'dispute.open': () => ({ ok: true, data: view }),
  ...more,
});
const fresh = aView({ state: 'submitted', moves: ['triage', 'note'], proposal: { colour: 'yellow', reasons: ['多半要问法律'] } });
const inputsOf = (page: { sent: { action: string; input: unknown }[] }, action: string) => page.sent.filter((each) => each.action === action).map(({ input }) => input);
beforeEach(() => void jest.spyOn(console, 'warn').mockImplementation(() => undefined));

test('the proposal and its reasons stand there, and one tap sends it', async () => {
  const page = await openPage(TRIAGE, showing(fresh, { 'dispute.triage': done }), { query });
  expect(page.text()).toContain('建议黄：多半要问法律');
  await page.press('同意并派出');
  expect(inputsOf(page, 'dispute.triage')).toEqual([{ id: 'case-1', colour: 'yellow', danger: noDanger, track: 'people', seen: 3 }]);
  expect(page.asked.find(({ name }) => name === 'redirectTo')?.options.url).toBe('/features/dispute/progress/progress?id=case-1');
});

test('lower than proposed asks for a reason', async () => {
  const page = await openPage(TRIAGE, showing(fresh, { 'dispute.triage': done }), { query });
  await page.emit('#colour', 'change', { value: 'blue' });
  await page.press('就这样派出');
  expect(page.text()).toContain('请写明为什么');
  await page.emit('#reason', 'change', { value: '房东答应退了' });
  await page.press('就这样派出');
  expect(inputsOf(page, 'dispute.triage')).toMatchObject([{ colour: 'blue', reason: '房东答应退了' }]);
});

test('a yes about danger changes the proposal on the spot', async () => {
  const page = await openPage(TRIAGE, showing(fresh), { query });
  await page.press('有人威胁或拿着刀');
  expect(page.text()).toContain('建议红：有人身危险');
  expect(page.text()).toContain('红色的事不能由一个人降级');
});

test('what is declined was graded first, and the reason is written for the person', async () => {
  const page = await openPage(TRIAGE, showing(fresh, { 'dispute.triage': done, 'dispute.decline': done }), { query });
  await page.press('不在这里办');
  await page.emit('#away', 'send', { way: 'decline', unit: '', personId: '', words: '归城管' });
  expect(page.sent.map(({ action }) => action).slice(-2)).toEqual(['dispute.triage', 'dispute.decline']);
});

test('what is passed on goes to a unit by name', async () => {
  const page = await openPage(TRIAGE, showing(fresh, { 'dispute.triage': done, 'dispute.transfer': done }), { query });
  await page.press('不在这里办');
  await page.press('转过去');
  expect(page.text()).toContain('请选转给哪个单位');
  await page.emit('#away', 'send', { way: 'transfer', unit: '城管', personId: '', words: '占道的事归城管' });
  expect(inputsOf(page, 'dispute.transfer')).toEqual([{ id: 'case-1', unit: '城管', words: '占道的事归城管' }]);
});

test('and to its account, when it has one here: then it answers on its own phone', async () => {
  const helpers = { helpers: [{ personId: 'p1', name: '冷锋', post: 'property' as const }, { personId: 'p1', name: '冷锋', post: 'department' as const }] };
  const page = await openPage(TRIAGE, showing(fresh, { 'dispute.triage': done, 'dispute.transfer': done, 'dispute.helpers': () => ({ ok: true, data: helpers }) }), { query });
  await page.press('不在这里办');
  await page.press('物业');
  await page.press('冷锋');
  expect(page.text()).toContain('他在手机上看得到');
  await page.emit('#away', 'send', { way: 'transfer', unit: '物业', personId: 'p1', words: '电梯归物业' });
  expect(inputsOf(page, 'dispute.transfer')).toEqual([{ id: 'case-1', unit: '物业', personId: 'p1', words: '电梯归物业' }]);
});

test('the security track asks for the act, and sends it', async () => {
  const page = await openPage(TRIAGE, showing(fresh, { 'dispute.triage': done }), { query });
  await page.press('治安调解');
  await page.press('同意并派出');
  expect(page.text()).toContain('请选是什么行为、谁的行为');
  await page.press('殴打他人');
  await page.press('被申请人');
  await page.press('情节较轻');
  await page.press('同意并派出');
  expect(inputsOf(page, 'dispute.triage')).toMatchObject([{ track: 'security', security: { offence: 'beating', offender: 'respondent', isMinorAct: true, exclusions: [] } }]);
});

test('a similar one takes this one in, when the officer says that it is the same', async () => {
  const similar = [{ id: 'case-9', number: '梅花3', state: 'mediating' as const, openedAt: now, excerpt: '太吵' }, { id: 'case-8', number: '丁香5', state: 'closed' as const, openedAt: now, excerpt: '太吵' }];
  const page = await openPage(TRIAGE, showing({ ...fresh, moves: ['triage', 'merge'], similar }, { 'dispute.merge': done }), { query });
  expect(page.text().match(/并到同一件事/g)).toHaveLength(1); // what has ended takes nothing in
  await page.press('和梅花3并到同一件事');
  expect(inputsOf(page, 'dispute.merge')).toEqual([{ id: 'case-1', intoId: 'case-9' }]);
  expect(page.asked.find(({ name }) => name === 'redirectTo')?.options.url).toBe('/features/dispute/story/story?id=case-9');
});

test('what a colleague has graded says so', async () => {
  const page = await openPage(TRIAGE, showing(aView({ state: 'inviting', moves: ['note'] })), { query });
  expect(page.text()).toContain('这一步已经办过了');
  expect(page.text()).toContain('正在联系对方');
});

test('without a network the page says so, and tries again', async () => {
  const page = await openPage(PROGRESS, { 'identity.me': () => ({ ok: true, data: resident }) }, { query });
  expect(page.text()).toContain('没能打开');
  await page.press('重试');
  expect(inputsOf(page, 'dispute.open')).toHaveLength(2);
});

const inviting = aView({ state: 'inviting', relations: ['officer'], moves: ['invite', 'accept', 'refuse', 'note'] });

test('a try to reach the respondent: how, what happened, and the page shows the next state', async () => {
  const page = await openPage(PROGRESS, showing(inviting, { 'dispute.invite': done }), { query });
  await page.press('没联系上');
  await page.press('上门');
  await page.press('加上：敲门没人应');
  await page.press('记下');
  expect(inputsOf(page, 'dispute.invite')).toEqual([{ id: 'case-1', channel: 'door', isReached: false, words: '敲门没人应' }]);
  expect(page.text()).toContain('记下了：没联系上');
});

test('a new number goes under the name that is known', async () => {
  const page = await openPage(PROGRESS, showing(inviting, { 'dispute.invite': done }), { query });
  await page.press('没联系上');
  await page.press('加上：没人接');
  await page.press('更正对方的称呼或电话');
  await page.emit('#phone', 'change', { value: '13900000055' });
  await page.press('记下');
  expect(inputsOf(page, 'dispute.invite')).toMatchObject([{ respondent: { name: '王*四', phone: '13900000055' } }]);
});

test('words survive a lost connection and leaving the page', async () => {
  const page = await openPage(PROGRESS, showing(inviting), { query });
  await page.press('记一笔');
  await page.emit('#words', 'change', { value: '看过现场' });
  await page.press('记下');
  expect(page.text()).toContain('不会重复提交');
  expect(page.storage.get('draft:progress:case-1')).toMatchObject({ deed: 'note', words: '看过现场' });
});

test('rights and duties are read before mediation begins', async () => {
  const page = await openPage(PROGRESS, showing(inviting, { 'dispute.accept': done }), { query });
  await page.press('对方愿意谈');
  expect(page.text()).toContain('愿意谈就谈，不愿意随时可以停');
  await page.press('双方都愿意，开始调解');
  expect(inputsOf(page, 'dispute.accept')).toEqual([]);
  await page.press('双方都愿意谈');
  await page.press('上面的话念给双方听了');
  await page.press('双方都愿意，开始调解');
  expect(inputsOf(page, 'dispute.accept')).toEqual([{ id: 'case-1', hasRespondentAgreed: true, isRightsNoticeRead: true }]);
});

test('mediators are fetched when one is asked for, with what each has at hand', async () => {
  const mediators = [{ id: 'm1', name: '丁守义', about: '人民调解员', openCases: 4 }];
  const page = await openPage(PROGRESS, showing(aView({ state: 'accepted', moves: ['assign'] }), { 'dispute.mediators': () => ({ ok: true, data: { mediators } }), 'dispute.assign': done }), { query });
  expect(inputsOf(page, 'dispute.mediators')).toEqual([]);
  await page.press('请谁调解');
  expect(page.text()).toContain('手上4件');
  await page.press('丁守义');
  await page.press('就请这位');
  expect(inputsOf(page, 'dispute.assign')).toEqual([{ id: 'case-1', mediatorId: 'm1' }]);
});

test('a number is asked for when it is rung, and not before', async () => {
  const page = await openPage(PROGRESS, showing(inviting, { 'dispute.phone': () => ({ ok: true, data: { phone: '13900000021' } }) }), { query });
  expect(inputsOf(page, 'dispute.phone')).toEqual([]);
  await page.press('打电话给申请人韦德顺');
  expect(page.asked.find(({ name }) => name === 'makePhoneCall')?.options).toMatchObject({ phoneNumber: '13900000021' });
  expect(page.text()).toContain('会留下查看记录');
});

test('who may not see a number is not offered to ring', async () => {
  const page = await openPage(PROGRESS, showing({ ...inviting, relations: ['gridWorker'], moves: ['note'] }), { query });
  expect(page.text()).not.toContain('打电话');
});
