/** 代录 and 当场说和, with one hand free in a corridor. */
import type { DisputeSummary } from '../../typings/contract/dispute';
import { aView, noDanger } from '../support/dispute-answers';
import { deposit, resident } from '../support/home-answers';
import { openPage, type Answers } from '../support/page';

const RECORD = 'features/desk/record/record';
const SETTLE = 'features/desk/settle/settle';
const filed: DisputeSummary = { ...deposit, id: 'case-9' };
const answers: Answers = {
  'identity.me': () => ({ ok: true, data: { ...resident, roles: ['resident', 'officer'] } }),
  'identity.territory': () => ({
    ok: true,
    data: { community: '桐花里', compounds: [{ id: 'c1', name: '桐花苑', hasProperty: true, buildings: [{ id: 'b3', name: '3号楼', gridId: 'g1' }] }] },
  }),
  'dispute.file': () => ({ ok: true, data: filed }),
  'dispute.settleNow': () => ({ ok: true, data: filed }),
};
const whole = { source: 'phone', category: 'noise', story: '楼上太吵', buildingId: 'b3', applicantName: '韦师傅', hasAgreed: true };
const kept = (draft: object) => ({ storage: { 'draft:record': draft } });
beforeEach(() => void jest.spyOn(console, 'warn').mockImplementation(() => undefined));

test('a pasted message fills the form, and what somebody typed before stays', async () => {
  const page = await openPage(RECORD, answers, { query: { source: 'message' } });
  await page.emit('#story', 'change', { value: '自己写的' });
  await page.emit('#pasted', 'change', { value: '我是韦德顺，住桐花苑3号楼，电话13900000021，楼上漏水，他还要动手' });
  await page.press('认一认，填到下面');
  expect(page.data.form).toMatchObject({ story: '自己写的', category: 'leak', buildingId: 'b3', applicantName: '韦德顺', applicantPhone: '13900000021' });
  expect(page.text()).toContain('认出了：漏水、桐花苑 3号楼');
  expect(page.text()).toContain('请问清楚有没有危险');
});

test('a weapon in a message is ticked as a threat, and 110 stands there', async () => {
  const page = await openPage(RECORD, answers, { query: { source: 'message' } });
  await page.emit('#pasted', 'change', { value: '桐花苑3号楼有人拿刀' });
  await page.press('认一认，填到下面');
  expect(page.data.form).toMatchObject({ danger: { isThreatened: true, isHurt: false } });
  expect(page.text()).toContain('打110');
});

test('the building that was read from a message stands open, to be checked', async () => {
  const [own, other] = [{ id: 'c1', name: '桐花苑', hasProperty: true, buildings: [{ id: 'b3', name: '3号楼', gridId: 'g1' }] }, { id: 'c2', name: '纺机宿舍', hasProperty: false, buildings: [{ id: 'f1', name: '1栋', gridId: 'g3' }] }];
  const page = await openPage(RECORD, { ...answers, 'identity.territory': () => ({ ok: true, data: { community: '桐花里', compounds: [own, other] } }) }, { query: { source: 'message' } });
  await page.emit('#pasted', 'change', { value: '纺机宿舍1栋漏水' });
  expect(page.text()).not.toContain('1栋');
  await page.press('认一认，填到下面');
  await page.press('1栋');
});

test('what is missing is said beside the button, and nothing is sent', async () => {
  const page = await openPage(RECORD, answers);
  await page.press('存成一件事');
  expect(page.text()).toContain('还没选这件事从哪来');
  expect(page.sent.map(({ action }) => action)).not.toContain('dispute.file');
});

test('danger puts 110 one tap away', async () => {
  const page = await openPage(RECORD, answers);
  await page.press('有人受伤');
  await page.press('打110');
  expect(page.asked.find(({ name }) => name === 'makePhoneCall')?.options).toMatchObject({ phoneNumber: '110' });
});

test('it is filed once, and the number is read out on the next page', async () => {
  const page = await openPage(RECORD, answers, kept(whole));
  await Promise.all([page.press('存成一件事'), page.press('存成一件事')]);
  const sent = page.sent.filter(({ action }) => action === 'dispute.file');
  expect(sent.map(({ input }) => input)).toEqual([
    { category: 'noise', story: '楼上太吵', buildingId: 'b3', source: 'phone', applicant: { name: '韦师傅', hasAgreed: true }, danger: noDanger },
  ]);
  expect(page.asked.find(({ name }) => name === 'redirectTo')?.options.url).toBe('/features/dispute/story/story?id=case-9&isNew=1');
  expect(page.storage.has('draft:record')).toBe(false);
});

test('a lost answer keeps the form, and a retry is the same intention', async () => {
  const lost: Answers = { ...answers, 'dispute.file': () => Promise.reject(new Error('lost')) };
  const page = await openPage(RECORD, lost, kept(whole));
  await page.press('存成一件事');
  expect(page.text()).toContain('不会重复提交');
  lost['dispute.file'] = () => ({ ok: true, data: filed });
  await page.press('存成一件事');
  const [first, second] = page.sent.filter(({ action }) => action === 'dispute.file');
  expect(second?.attemptId).toBe(first?.attemptId);
});

test('what the server finds wrong stands beside its field', async () => {
  const refusing: Answers = {
    ...answers,
    'dispute.file': () => ({ ok: false, error: { code: 'INVALID_INPUT', message: '请看标红的地方。', details: { 'applicant.phone': '这个号打不通。' } } }),
  };
  const page = await openPage(RECORD, refusing, kept(whole));
  await page.press('存成一件事');
  expect(page.text()).toContain('这个号打不通。');
});

test('sixty seconds: what, who, how, and both said yes', async () => {
  const page = await openPage(SETTLE, answers);
  await page.press('停车占道');
  await page.emit('#story', 'change', { value: '电瓶车挡门' });
  await page.emit('#one', 'change', { value: '店主' });
  await page.emit('#other', 'change', { value: '骑手' });
  await page.press('3号楼');
  await page.emit('#how', 'change', { value: '停到车棚' });
  await page.press('两边都同意');
  expect(page.text()).toContain('要两边都说同意');
  await page.press('两边都当面说了同意');
  await page.press('两边都同意', 0);
  expect(page.sent.find(({ action }) => action === 'dispute.settleNow')?.input).toEqual({
    category: 'parking', buildingId: 'b3', story: '电瓶车挡门', settledHow: '停到车棚', haveBothAgreed: true, applicant: { name: '店主' }, respondent: { name: '骑手' },
  });
});

test('danger takes the button away, and leads to 110 or to 代录 with what was typed', async () => {
  const page = await openPage(SETTLE, answers);
  await page.emit('#story', 'change', { value: '两个人打起来' });
  await page.press('有人受伤、被威胁、拿着刀或有危险');
  expect(page.text()).toContain('不能当场说和');
  expect(page.text()).not.toContain('两边都同意');
  await page.press('改成登记');
  expect(page.storage.get('draft:record')).toMatchObject({ story: '两个人打起来' });
  expect(page.asked.find(({ name }) => name === 'redirectTo')?.options.url).toBe('/features/desk/record/record');
});

test('a dispute that was told before is settled with the rest of the words', async () => {
  const page = await openPage(SETTLE, {
    ...answers,
    'dispute.open': () => ({ ok: true, data: aView({ state: 'triaged', colour: 'blue', moves: ['settle'] }) }),
    'dispute.settle': () => ({ ok: true, data: filed }),
  }, { query: { id: 'case-1' } });
  await page.emit('#how', 'change', { value: '说好了' });
  await page.press('两边都当面说了同意');
  await page.press('两边都同意', 0);
  expect(page.sent.find(({ action }) => action === 'dispute.settle')?.input).toEqual({ id: 'case-1', settledHow: '说好了', haveBothAgreed: true });
});
