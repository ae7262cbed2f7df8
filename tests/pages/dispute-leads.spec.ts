/** 报苗头, 苗头 and what an officer makes of one. */
import type { DisputeView } from '../../typings/contract/dispute';
import { aView, noDanger } from '../support/dispute-answers';
import { deposit, now, resident } from '../support/home-answers';
import { openPage, type Answers } from '../support/page';

const NOTICE = 'features/desk/notice/notice';
const LEADS = 'features/desk/leads/leads';
const TRIAGE = 'features/dispute/triage/triage';
const done = () => ({ ok: true as const, data: deposit });
const lead = aView({
  state: 'lead', category: 'money', story: '五金店老板想去上访。', relations: ['officer'], moves: ['dismissLead', 'adoptLead', 'note'],
  parties: [{ side: 'applicant', name: '五金店老板', isMe: false, hasConsented: false, hasSigned: false }], lines: [],
});
const answers: Answers = {
  'identity.me': () => ({ ok: true, data: resident }),
  'identity.territory': () => ({ ok: true, data: { community: '桐花里社区', compounds: [{ id: 'c1', name: '桐花苑', hasProperty: true, buildings: [{ id: 'b3', name: '3号楼', gridId: 'g1' }] }] } }),
};
const showing = (view: DisputeView, more: Answers = {}): Answers => ({ ...answers, 'dispute.open': () => ({ ok: true, data: view }), ...more });
const inputsOf = (page: { sent: { action: string; input: unknown }[] }, action: string) => page.sent.filter((each) => each.action === action).map(({ input }) => input);
beforeEach(() => void jest.spyOn(console, 'warn').mockImplementation(() => undefined));

test('what, where, and a tap: the officer is told', async () => {
  const page = await openPage(NOTICE, { ...answers, 'dispute.notice': done });
  await page.press('告诉民警');
  expect(page.text()).toContain('请写一两句看到了什么');
  await page.press('钱和押金');
  await page.emit('#story', 'change', { value: ' 老板想去上访。 ' });
  await page.emit('#place', 'change', { buildingId: 'c1', text: '桐花苑 北门', point: { latitude: 30.2, longitude: 120.2, name: '北门' } });
  await page.press('告诉民警');
  expect(inputsOf(page, 'dispute.notice')).toEqual([
    { category: 'money', story: '老板想去上访。', danger: noDanger, buildingId: 'c1', point: { latitude: 30.2, longitude: 120.2, name: '北门' } },
  ]);
});

test('words of danger make one ask', async () => {
  const page = await openPage(NOTICE, answers);
  await page.emit('#story', 'change', { value: '说要拿刀砍人。' });
  expect(page.text()).toContain('请问清楚有没有危险');
});

test('the officer’s list: least time left first, and what to do where there is none', async () => {
  const page = await openPage(LEADS, { ...answers, 'dispute.desk': () => ({ ok: true, data: { disputes: [lead], now } }) });
  expect(page.text()).toContain('桂花27');
  const empty = await openPage(LEADS, { ...answers, 'dispute.desk': () => ({ ok: true, data: { disputes: [], now } }) });
  expect(empty.text()).toContain('没有苗头');
});

test('an officer who opens one is asked what the person said, before anybody grades anything', async () => {
  const page = await openPage(TRIAGE, showing(lead), { query: { id: 'case-1' } });
  expect(page.text()).toContain('他愿意说');
  expect(page.text()).not.toContain('多难办');
});
