/** 事情进展 where somebody is in danger, and where a thing goes on elsewhere. */
import type { DisputeView } from '../../typings/contract/dispute';
import { aView, noDanger } from '../support/dispute-answers';
import { resident } from '../support/home-answers';
import { openPage } from '../support/page';

const beaten = { ...noDanger, isHomeViolence: true };
const open = (view: DisputeView) =>
  openPage('features/dispute/story/story', { 'identity.me': () => ({ ok: true, data: resident }), 'dispute.open': () => ({ ok: true, data: view }) }, { query: { id: 'case-1' } });
beforeEach(() => void jest.spyOn(console, 'warn').mockImplementation(() => undefined));

test('the applicant reads what is done instead of a meeting, with 110 one tap away', async () => {
  const page = await open(aView({ state: 'triaged', moves: ['warn'], danger: beaten, hasDanger: true }));
  expect(page.text()).toContain('涉及家暴，不能面对面调解，民警会单独联系您');
  await page.press('打110');
  expect(page.asked).toContainEqual({ name: 'makePhoneCall', options: expect.objectContaining({ phoneNumber: '110' }) as object });
});

test('the officer reads that both are kept apart, and is to speak with the applicant alone', async () => {
  const page = await open(aView({ state: 'triaged', relations: ['officer'], moves: ['contact', 'warn'], danger: beaten, hasDanger: true }));
  expect(page.text()).toContain('涉及家暴，不能面对面调解。请单独联系申请人');
  expect(page.text()).toContain('单独联系过了');
});

test('the other side has neither the button nor a word of it', async () => {
  const page = await open(aView({ state: 'triaged', relations: ['respondent'], moves: [], parties: [{ side: 'respondent', name: '王四', isMe: true, hasConsented: false, hasSigned: false }] }));
  expect(page.text()).not.toMatch(/危险|110|家暴/);
});

test('the respondent says that he is in danger, and reads what is done; whose danger it is nobody asks him', async () => {
  const parties: DisputeView['parties'] = [{ side: 'respondent', name: '王四', isMe: true, hasConsented: false, hasSigned: false }];
  const quiet = await open(aView({ state: 'inviting', relations: ['respondent'], moves: ['warn', 'consent'], parties }));
  await quiet.press('有危险，马上说');
  expect(quiet.text()).toContain('对方看不到');
  expect(quiet.text()).not.toContain('谁有危险');
  const told = await open(aView({ state: 'triaged', relations: ['respondent'], moves: ['warn'], parties, danger: beaten, hasDanger: true }));
  expect(told.text()).toContain('涉及家暴，不能面对面调解，民警会单独联系您');
});

test('who told of the same thing sees where the other stands, and cannot open it', async () => {
  const next = { what: '联系双方', who: '民警', isOverdue: false };
  const page = await open(aView({ state: 'duplicate', moves: [], linked: [{ how: 'into', number: '梅花3', state: 'triaged', next }] }));
  expect(page.text()).toContain('合到这件事里一起办：梅花3，正在安排');
  expect(page.text()).toContain('接下来：民警联系双方');
  await page.press('合到这件事里一起办：梅花3，正在安排');
  expect(page.asked.filter(({ name }) => name === 'navigateTo')).toEqual([]);
});
