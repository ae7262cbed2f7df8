/** 办完以后 on the story: stars for a party, what was asked after, 没解决 for who has no account, and taking it up again. */
import type { DisputeView } from '../../typings/contract/dispute';
import { aView, agreement } from '../support/dispute-answers';
import { resident } from '../support/home-answers';
import { openPage, type Answers } from '../support/page';

const STORY = 'features/dispute/story/story';
const query = { id: 'case-1' };
const DAY = 86_400_000;
const { now } = aView();
const closed = { version: 9, move: 'close', state: 'closed', at: now - DAY, who: '陆警官', isInternal: true } as const;
const mine = (changes: Partial<DisputeView> = {}) => aView({ state: 'closed', moves: ['rate', 'contest'], agreement, lines: [closed], ...changes });
const forOfficer = (changes: Partial<DisputeView> = {}) =>
  aView({
    state: 'closed', moves: ['followUp', 'contest', 'reopen'], relations: ['officer', 'followUpOfficer'], agreement, lines: [closed],
    parties: aView().parties.map((party) => ({ ...party, isMe: false, hasAccount: party.side === 'applicant' })), ...changes,
  });
const showing = (view: () => DisputeView, more: Answers = {}): Answers => ({
  'dispute.open': () => ({ ok: true, data: view() }),
  'identity.me': () => ({ ok: true, data: resident }),
  ...more,
});
beforeEach(() => void jest.spyOn(console, 'warn').mockImplementation(() => undefined));

test('a party gives stars that are read out, with words that the other side does not see', async () => {
  let view = mine();
  const page = await openPage(STORY, showing(() => view, { 'dispute.rate': () => ({ ok: true, data: (view = mine({ rating: 4 })) }) }), { query });
  expect(page.text()).toContain('不打分也没关系');
  await page.press('4分，满意');
  expect(page.text()).toContain('对方看不到');
  await page.press('打分');
  expect(page.sent.find(({ action }) => action === 'dispute.rate')?.input).toEqual({ id: 'case-1', score: 4 });
  expect(page.text()).toContain('30天内可以改');
});

test('thinking again is another score', async () => {
  const page = await openPage(STORY, showing(() => mine({ rating: 4 }), { 'dispute.rate': () => ({ ok: true, data: mine({ rating: 2 }) }) }), { query });
  await page.press('2分，不满意');
  await page.press('改成这个分');
  expect(page.sent.find(({ action }) => action === 'dispute.rate')?.input).toEqual({ id: 'case-1', score: 2 });
});

test('nobody is asked for stars long after, nor before it is over', async () => {
  const late = await openPage(STORY, showing(() => mine({ lines: [{ ...closed, at: now - 31 * DAY }] })), { query });
  expect(late.text()).not.toContain('办得怎么样');
  const early = await openPage(STORY, showing(() => aView()), { query });
  expect(early.text()).not.toContain('办得怎么样');
});

test('how often somebody said 没解决 is there for everybody, what was answered for staff', async () => {
  const page = await openPage(STORY, showing(() => mine({ contests: 2 })), { query });
  expect(page.text()).toContain('有人说过 2 次没解决');
  const staff = await openPage(STORY, showing(() => forOfficer({ followUps: [{ at: now - DAY, applicant: 'kept', respondent: 'noAnswer' }] })), { query });
  expect(staff.text()).toContain('没联系上');
});

test('staff put down 没解决 for who has no account, and for nobody else', async () => {
  const page = await openPage(STORY, showing(forOfficer, { 'dispute.contest': () => ({ ok: true, data: forOfficer() }) }), { query });
  expect(page.text()).not.toContain('替申请人记');
  await page.press('替被申请人记：没解决');
  await page.emit('#deed', 'send', { words: '他说还在响', photos: [] });
  expect(page.sent.find(({ action }) => action === 'dispute.contest')?.input).toEqual({ id: 'case-1', reason: '他说还在响', side: 'respondent' });
});

test('重新办 is offered when somebody complained, and not otherwise', async () => {
  const quiet = await openPage(STORY, showing(forOfficer), { query });
  expect(quiet.text()).not.toContain('重新办');
  const contested = { ...closed, version: 10, move: 'contest', state: 'following', who: '申请人', isInternal: false } as const;
  const view = forOfficer({ state: 'following', contests: 1, lines: [contested, closed] });
  const page = await openPage(STORY, showing(() => view, { 'dispute.reopen': () => ({ ok: true, data: view }) }), { query });
  await page.press('重新办');
  expect(page.text()).toContain('从联系双方重新开始');
  await page.emit('#deed', 'send', { words: '请调解员谈', photos: [] });
  expect(page.sent.find(({ action }) => action === 'dispute.reopen')?.input).toEqual({ id: 'case-1', reason: '请调解员谈' });
});
