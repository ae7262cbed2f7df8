/** 调解日历, 谈话记录, 写约定, 回访: from a time to a kept promise. */
import type { DisputeView } from '../../typings/contract/dispute';
import { agreement, aView, noDanger } from '../support/dispute-answers';
import { deposit, now, resident } from '../support/home-answers';
import { openPage, type Answers, type MountedPage } from '../support/page';

const at = (page: string) => `features/dispute/${page}/${page}`;
const query = { id: 'case-1' };
const done = () => ({ ok: true as const, data: deposit });
const calendar = () => ({ ok: true as const, data: { slots: [], rooms: ['调解室', '会议室', '上门'], now } });
const showing = (view: DisputeView, more: Answers = {}): Answers => ({
  'identity.me': () => ({ ok: true, data: resident }),
  'dispute.open': () => ({ ok: true, data: view }),
  'dispute.calendar': calendar,
  ...more,
});
const inputsOf = (page: MountedPage, action: string) => page.sent.filter((each) => each.action === action).map(({ input }) => input);
const wentTo = (page: MountedPage) => page.asked.find(({ name }) => name === 'redirectTo')?.options.url;
const assigned = aView({ state: 'assigned', moves: ['schedule'], source: '110', mediator: { id: 'ding', name: '丁守义' } });
const friday9 = Date.parse('2026-03-06T09:00:00+08:00');
beforeEach(() => void jest.spyOn(console, 'warn').mockImplementation(() => undefined));

test('what came from 110 is offered the next mediation day', async () => {
  const page = await openPage(at('calendar'), showing(assigned), { query });
  expect(page.text()).toContain('3月6日 周五 9:00，调解室');
});

test('the first time, the mediator says that he has no interest in the matter', async () => {
  const page = await openPage(at('calendar'), showing(assigned, { 'dispute.schedule': done }), { query });
  await page.press('约这个时间');
  expect(page.text()).toContain('请先确认您和双方都没有利害关系');
  await page.press('我和双方都没有利害关系');
  await page.press('约这个时间');
  expect(inputsOf(page, 'dispute.schedule')).toEqual([{ id: 'case-1', startAt: friday9, room: '调解室', hasNoConflict: true }]);
});

test('a time that somebody has just taken is said, and shown taken', async () => {
  let isTaken = false;
  const slot = { startAt: friday9, endAt: friday9 + 3_600_000, room: '调解室', mediator: '白秀兰', mediatorId: 'bai' };
  const page = await openPage(
    at('calendar'),
    showing(assigned, {
      'dispute.calendar': () => ({ ok: true, data: { slots: isTaken ? [slot] : [], rooms: ['调解室'], now } }),
      'dispute.schedule': () => {
        isTaken = true;
        return { ok: false, error: { code: 'CONFLICT', message: '这个时间刚被约走了，请换一个。' } };
      },
    }),
    { query },
  );
  await page.emit('#no-conflict', 'change', { value: true });
  await page.press('约这个时间');
  expect(page.text()).toContain('这个时间刚被约走了');
  expect(page.text()).toContain('有人用');
  await page.press('约这个时间'); // nothing is chosen any more: it does nothing
  expect(inputsOf(page, 'dispute.schedule')).toHaveLength(1);
});

test('who has a time already chooses another one himself, and reads which it replaces', async () => {
  const held = { startAt: friday9, endAt: friday9 + 3_600_000, room: '调解室' };
  const page = await openPage(at('calendar'), showing(aView({ ...assigned, state: 'scheduled', session: held }), { 'dispute.schedule': done }), { query });
  expect(page.text()).toContain('原来约在3月6日 周五 9:00，调解室');
  await page.press('改到这个时间'); // nothing is chosen yet
  expect(inputsOf(page, 'dispute.schedule')).toEqual([]);
});

test('the phone may think that it is another day: the server’s today counts', async () => {
  const page = await openPage(at('calendar'), showing(assigned));
  expect(inputsOf(page, 'dispute.calendar')).toEqual([{ days: 7 }]);
  expect(page.text()).toContain('今天 3月3日 周二');
});

const soon = now + 20 * 60_000;
const scheduled = aView({ state: 'scheduled', moves: ['sit'], session: { startAt: soon, endAt: soon + 3_600_000, room: '调解室' } });

test('nobody sits down before somebody has looked whether it is safe', async () => {
  const page = await openPage(at('session'), showing(scheduled, { 'dispute.sit': done }), { query });
  await page.press('开始谈');
  expect(inputsOf(page, 'dispute.sit')).toEqual([]);
  await page.press('有人激动或有危险');
  expect(page.text()).toContain('先不要见面');
  await page.press('都平静，可以谈');
  await page.press('开始谈');
  expect(inputsOf(page, 'dispute.sit')).toEqual([{ id: 'case-1', isSafe: true }]);
});

test('half an hour early at most: before that, the time is changed first', async () => {
  const early = { ...scheduled, session: { startAt: friday9, endAt: friday9 + 3_600_000, room: '调解室' } };
  const page = await openPage(at('session'), showing(early, { 'dispute.sit': done }), { query });
  await page.press('都平静，可以谈');
  await page.press('开始谈');
  expect([inputsOf(page, 'dispute.sit'), page.text().includes('要提前谈，先改时间')]).toEqual([[], true]);
  await page.press('改时间');
  expect(wentTo(page)).toBe('/features/dispute/calendar/calendar?id=case-1');
});

test('with a minor, the guardian was told first', async () => {
  const security = { offence: 'beating', isMinorAct: true, exclusions: [], offender: 'respondent', hasMinor: true, isGuardianTold: false } as const;
  const page = await openPage(at('session'), showing(aView({ ...scheduled, security: { ...security, exclusions: [] } }), { 'dispute.sit': done }), { query });
  await page.press('都平静，可以谈');
  await page.press('开始谈');
  expect(inputsOf(page, 'dispute.sit')).toEqual([]);
  await page.press('已通知未成年人的父母或监护人到场');
  await page.press('开始谈');
  expect(inputsOf(page, 'dispute.sit')).toEqual([{ id: 'case-1', isSafe: true, isGuardianTold: true }]);
});

test('violence at home bars the meeting', async () => {
  const page = await openPage(at('session'), showing({ ...scheduled, danger: { ...noDanger, isHomeViolence: true } }), { query });
  expect(page.text()).toContain('不能面对面调解');
  expect(page.text()).not.toContain('都平静');
});

const mediating = aView({ state: 'mediating', moves: ['adjourn', 'draft', 'sign', 'fail', 'note'], mediator: { id: 'ding', name: '丁守义' }, sessionsHeld: 1 });

test('what is written during the talk stays on the phone all the time', async () => {
  const page = await openPage(at('session'), showing(mediating), { query });
  await page.emit('#record', 'change', { value: '申请人说太吵' });
  expect(page.storage.get('draft:session:case-1')).toMatchObject({ record: '申请人说太吵' });
  const again = await openPage(at('session'), showing(mediating), { query, storage: { 'draft:session:case-1': { record: '申请人说太吵' } } });
  expect(again.data.form).toMatchObject({ record: '申请人说太吵' });
});

test('another talk: the record and the next time go together', async () => {
  const page = await openPage(at('session'), showing(mediating, { 'dispute.adjourn': done }), { query, storage: { 'draft:session:case-1': { record: '谈到赔多少' } } });
  await page.press('记完');
  await page.press('还要再谈');
  await page.press('记下，约下一次');
  expect(inputsOf(page, 'dispute.adjourn')).toEqual([]);
  await page.emit('#slots', 'change', { slot: { startAt: friday9, room: '会议室' } });
  await page.press('记下，约下一次');
  expect(inputsOf(page, 'dispute.adjourn')).toEqual([{ id: 'case-1', record: '谈到赔多少', startAt: friday9, room: '会议室' }]);
});

test('agreed: the record is kept, and the agreement is written next', async () => {
  const page = await openPage(at('session'), showing(mediating, { 'dispute.record': done }), { query, storage: { 'draft:session:case-1': { record: '都愿意' } } });
  await page.press('记完');
  await page.press('谈成了');
  await page.press('记下，去写约定');
  expect(inputsOf(page, 'dispute.record')).toEqual([{ id: 'case-1', record: '都愿意', isReadBack: false }]);
  expect(wentTo(page)).toBe('/features/dispute/agreement/agreement?id=case-1');
});

const kept = { key: 1, file: { path: 'tmp', bytes: 1 }, state: 'sent', id: 'p1' } as const;

test('handwriting that was typed up is read to both before it counts', async () => {
  const page = await openPage(at('session'), showing(mediating, { 'dispute.record': done }), { query, storage: { 'draft:session:case-1': { record: '都愿意', photos: [kept] } } });
  await page.press('记完');
  expect(page.text()).toContain('照着手写整理的，请先念给双方听。');
  await page.press('念给双方听了，都说没错');
  await page.press('记完');
  await page.press('谈成了');
  await page.press('记下，去写约定');
  expect(inputsOf(page, 'dispute.record')).toEqual([{ id: 'case-1', record: '都愿意', photos: ['p1'], isReadBack: true }]);
});

test('what else an agreement may say is unfolded; handwriting goes with the text that was read out (第29条)', async () => {
  const draft = { facts: '夜里响', clauses: [{ side: 'respondent', what: '铺地垫', byDay: '2026-03-10', proof: '听不到' }], photos: [kept] };
  const page = await openPage(at('agreement'), showing(mediating, { 'dispute.draft': done }), { query, storage: { 'draft:agreement:case-1': draft } });
  expect(page.findAll('#responsibility')).toHaveLength(0);
  await page.emit('#full', 'change', { value: true });
  await page.emit('#responsibility', 'change', { value: '楼上铺垫' });
  await page.emit('#copies', 'change', { value: '3' });
  await page.press('念给双方听');
  expect(page.text()).toContain('各自的责任：楼上铺垫');
  expect(page.text()).toContain('一式 3 份');
  await page.press('双方都听明白了');
  expect(inputsOf(page, 'dispute.draft')).toMatchObject([{ responsibility: '楼上铺垫', copies: 3, photos: ['p1'], isReadBack: true }]);
});

test('the last signature on paper leads to the seal', async () => {
  const half = aView({ ...mediating, agreement: { ...agreement, signedBy: [{ side: 'applicant', at: now, how: 'paper' }] } });
  const page = await openPage(at('agreement'), showing(half), { query });
  expect(page.text()).toContain('纸上签了 · 今天 16:35');
  expect(page.data.mode).toBe('sign');
});

test('a clause from the templates is read aloud before it is drafted', async () => {
  const page = await openPage(at('agreement'), showing(mediating, { 'dispute.draft': done }), { query });
  await page.press('念给双方听');
  expect(page.text()).toContain('至少写一条约定');
  await page.press('从常用的里选');
  await page.press('铺地垫，给桌椅脚套软垫');
  await page.press('念给双方听');
  expect(page.text()).toContain('第1条王*四，3月10日前，铺地垫，给桌椅脚套软垫。');
  await page.press('双方都听明白了');
  expect(inputsOf(page, 'dispute.draft')).toEqual([
    { id: 'case-1', form: 'written', facts: '楼上夜里咚咚响', clauses: [{ side: 'respondent', what: '铺地垫，给桌椅脚套软垫', byDay: '2026-03-10', proof: '调解员上门看过' }] },
  ]);
});

test('an oral agreement is spoken, and the last yes leads to the story', async () => {
  const oral = aView({ ...mediating, agreement: { ...agreement, form: 'oral', signedBy: [{ side: 'applicant', at: now, how: 'spoken' }] } });
  const page = await openPage(at('agreement'), showing(oral, { 'dispute.sign': () => ({ ok: true, data: { ...deposit, state: 'performing' } }) }), { query });
  expect(page.text()).toContain('口头同意了 · 今天 16:35');
  await page.press('王*四当面说同意');
  expect(inputsOf(page, 'dispute.sign')).toEqual([{ id: 'case-1', digest: agreement.digest, side: 'respondent', how: 'spoken' }]);
  expect(wentTo(page)).toBe('/features/dispute/story/story?id=case-1');
});

test('both are asked whether it held, and then it is closed', async () => {
  const page = await openPage(at('followup'), showing(aView({ state: 'following', moves: ['followUp', 'close', 'note'], agreement }), { 'dispute.close': done }), { query });
  await page.press('记录结果，办结');
  expect(page.text()).toContain('还没选申请人怎么说');
  await page.press('都做到了', 0);
  await page.press('没联系上', 1);
  await page.emit('#words', 'change', { value: '都还好' });
  await page.press('记录结果，办结');
  expect(inputsOf(page, 'dispute.close')).toEqual([{ id: 'case-1', applicant: 'kept', respondent: 'noAnswer', words: '都还好' }]);
});

test('somebody says 没做到: it is written down and stays open, and then it may be taken up again', async () => {
  const view = aView({ state: 'following', moves: ['followUp', 'close', 'reopen', 'note'], agreement });
  const page = await openPage(at('followup'), showing(view, { 'dispute.followUp': done, 'dispute.reopen': done }), { query });
  await page.press('没做到', 0);
  await page.press('都做到了', 1);
  expect(page.text()).toContain('这次不能办结');
  await page.emit('#words', 'change', { value: '夜里又响了' });
  await page.press('记下，先不办结');
  expect(inputsOf(page, 'dispute.followUp')).toEqual([{ id: 'case-1', applicant: 'notKept', respondent: 'kept', words: '夜里又响了' }]);
  expect(page.text()).toContain('记下了：有人说没做到');
  await page.press('重新办');
  expect(inputsOf(page, 'dispute.reopen')).toEqual([{ id: 'case-1', reason: '夜里又响了' }]);
  expect(wentTo(page)).toBe('/features/dispute/story/story?id=case-1');
});

test('on day 30 it is asked after once more, with what was said on day 7 before one', async () => {
  const view = aView({ state: 'closed', moves: ['followUp'], agreement, followUps: [{ at: now - 23 * 86_400_000, applicant: 'kept', respondent: 'noAnswer' }] });
  const page = await openPage(at('followup'), showing(view, { 'dispute.followUp': done }), { query });
  expect(page.text()).toContain('申请人：都做到了；被申请人：没联系上');
  await page.press('都做到了', 0);
  await page.press('都做到了', 1);
  await page.emit('#words', 'change', { value: '还是好的' });
  await page.press('记录结果');
  expect(inputsOf(page, 'dispute.followUp')).toHaveLength(1);
});

test('whoever mediated does not ask how it went', async () => {
  const page = await openPage(at('followup'), showing(aView({ state: 'following', moves: ['note'], relations: ['mediator'] })), { query });
  expect(page.text()).toContain('请别人来回访');
});
