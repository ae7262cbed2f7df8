/** 登记孩子, 孩子和接的人, letters, the card, export and erasure: what is agreed to, and what can be taken back. */
import { careNoticeVersion } from '../../miniprogram/domain/childcare/policy';
import { family, wheat } from '../support/family-answers';
import { now } from '../support/home-answers';
import { openPage, type Answers } from '../support/page';

const CHILD = 'features/childcare/child/child';
const query = { id: wheat.id };
const kept = (data = wheat) => () => ({ ok: true as const, data });
beforeEach(() => void jest.spyOn(console, 'warn').mockImplementation(() => undefined));

test('a child is registered with four things, and only once the notice was agreed to', async () => {
  const page = await openPage('features/childcare/register/register', { ...family, 'childcare.register': kept() });
  expect(page.text()).toContain('个人信息保护法 第31条');
  await page.emit('#nickname', 'change', { value: '小麦' });
  await page.run('onField', { currentTarget: { dataset: { field: 'birthMonth' } }, detail: { value: '2018-09' } });
  await page.emit('#school', 'change', { value: '桐里小学' });
  await page.press('妈妈');
  await page.press('登记好');
  expect(page.text()).toContain('看过说明，点一下同意，才能登记。');
  expect(page.sent.some(({ action }) => action === 'childcare.register')).toBe(false);
  await page.press('我是孩子的监护人，看过了，同意');
  await page.press('登记好');
  expect(page.sent.find(({ action }) => action === 'childcare.register')?.input).toEqual({ nickname: '小麦', birthMonth: '2018-09', school: '桐里小学', kinship: 'mother', consentVersion: careNoticeVersion });
  expect(page.asked).toContainEqual({ name: 'redirectTo', options: { url: '/features/childcare/child/child?id=child-1' } });
});

test('an agreement is never taken from a draft', async () => {
  const page = await openPage('features/childcare/register/register', family, { storage: { 'draft:care-register': { nickname: '小麦', isAgreed: true } } });
  expect(page.data).toMatchObject({ form: { nickname: '小麦', isAgreed: false } });
});

test('a guardian of a child who walked in agrees with the six digits that were said on the phone', async () => {
  const page = await openPage('features/childcare/register/register', { ...family, 'childcare.consentLater': kept() }, { query: { late: '1' } });
  await page.emit('#word', 'change', { value: '482913' });
  await page.emit('#school', 'change', { value: '桐里小学' });
  await page.press('妈妈');
  await page.press('我是孩子的监护人，看过了，同意');
  await page.press('同意，看孩子在哪');
  expect(page.sent.find(({ action }) => action === 'childcare.consentLater')?.input).toEqual({ word: '482913', school: '桐里小学', kinship: 'mother', consentVersion: careNoticeVersion });
});

test('今天换人接 asks who and which number, and says when it holds', async () => {
  const child = await openPage(CHILD, family, { query });
  await child.press('今天换人接');
  expect(child.asked).toContainEqual({ name: 'navigateTo', options: { url: '/features/childcare/person/person?id=child-1&today=1' } });
  const page = await openPage('features/childcare/person/person', { ...family, 'childcare.addPerson': kept() }, { query: { ...query, today: '1' } });
  expect(page.text()).toContain('核对完马上能接');
  await page.emit('#name', 'change', { value: '小姨' });
  await page.press('亲戚');
  await page.press('今天换人接');
  expect(page.text()).toContain('请写 11 位手机号');
  await page.emit('#phone', 'change', { value: '13900000062' });
  await page.press('今天换人接');
  expect(page.sent.find(({ action }) => action === 'childcare.addPerson')?.input).toEqual({ id: wheat.id, person: { name: '小姨', kinship: 'relative', phone: '13900000062' }, isToday: true });
});

test('a new person is shown with the time from which they may come', async () => {
  const soon = { ...wheat, persons: [{ id: 'p2', name: '小姨', kinship: 'relative' as const, phone: '139******62', from: Date.now() + 20 * 60_000, isToday: true }] };
  const page = await openPage(CHILD, { ...family, 'childcare.child': kept(soon) }, { query });
  expect(page.text()).toMatch(/小姨\s*亲戚 · 139\*{6}62 · 只在今天 · \d+:\d\d起能接/);
});

test('the note about health is written in a sheet that says who reads it', async () => {
  const page = await openPage(CHILD, { ...family, 'childcare.complete': kept() }, { query });
  await page.press('过敏和要留意的，花生过敏，点开改');
  expect(page.text()).toContain('只有您和当班的托管员看得到，看一次记一次');
  await page.emit('#sheet', 'send', { value: '花生、虾过敏' });
  expect(page.sent.find(({ action }) => action === 'childcare.complete')?.input).toEqual({ id: wheat.id, allergy: '花生、虾过敏' });
});

test('erasing says what is lost, and leaves nothing on the phone', async () => {
  const answers: Answers = { ...family, 'childcare.erase': kept() };
  const page = await openPage(CHILD, answers, { query, storage: { 'last:children': { children: [wheat], visits: [], now } } });
  await page.press('删除孩子的全部资料');
  expect(page.text()).toContain('删了找不回来。');
  await page.emit('#sheet', 'send', { value: '' });
  expect(page.sent.at(-1)).toMatchObject({ action: 'childcare.erase', input: { id: wheat.id } });
  expect(page.storage.has('last:children')).toBe(false);
});

test('a consent that was withdrawn is asked for again with the whole notice', async () => {
  const { consent: _withdrawn, ...without } = wheat;
  const page = await openPage(CHILD, { ...family, 'childcare.child': kept(without), 'childcare.consent': kept() }, { query });
  expect(page.text()).toContain('托管记录90天，交接照片7天');
  await page.press('我是监护人，同意');
  expect(page.sent.find(({ action }) => action === 'childcare.consent')?.input).toEqual({ id: wheat.id, version: careNoticeVersion });
});

test('the other guardian gets a card and a word that is said; the code is shown once', async () => {
  const answers: Answers = { ...family, 'childcare.addGuardian': () => ({ ok: true, data: { code: 'c'.repeat(22), expiresAt: now, child: wheat } }) };
  const page = await openPage('features/childcare/guardian/guardian', answers, { query });
  await page.emit('#name', 'change', { value: '安平' });
  await page.press('爸爸');
  await page.emit('#phone', 'change', { value: '13900000063' });
  await page.emit('#word', 'change', { value: '石桥西瓜' });
  await page.press('生成邀请');
  expect(page.text()).toContain('石桥西瓜');
  expect(await page.run('onShareAppMessage')).toMatchObject({ title: '家里人请您一起接孩子', path: `/features/childcare/letter/letter?code=${'c'.repeat(22)}` });
});

test('the letter opens with the word alone, and asks for it', async () => {
  const page = await openPage('features/childcare/letter/letter', { ...family, 'childcare.joinGuardian': kept() }, { query: { code: 'c'.repeat(22) } });
  await page.press('打开');
  expect(page.text()).toContain('请填口令，家里人跟您说过的那个词。');
  await page.emit('#word', 'change', { value: '石桥西瓜' });
  await page.press('打开');
  expect(page.sent.find(({ action }) => action === 'childcare.joinGuardian')?.input).toEqual({ code: 'c'.repeat(22), word: '石桥西瓜' });
  expect(page.asked).toContainEqual({ name: 'redirectTo', options: { url: '/features/childcare/child/child?id=child-1' } });
});

test('a card shows the nickname and a code, and no telephone', async () => {
  const page = await openPage('features/childcare/card/card', { ...family, 'childcare.card': () => ({ ok: true, data: { code: 'abcdefgh_-123456', child: wheat } }) }, { query });
  await page.press('做一张卡');
  expect(page.text()).toContain('abcd efgh _-12 3456');
  expect(page.text()).not.toContain('139');
});

test('everything that is kept can be taken along as text', async () => {
  const page = await openPage('features/childcare/kept/kept', { ...family, 'childcare.export': () => ({ ok: true, data: { text: '【孩子】小名：小麦' } }) }, { query });
  await page.press('复制全部');
  expect(page.asked).toContainEqual({ name: 'setClipboardData', options: { data: '【孩子】小名：小麦' } });
});
