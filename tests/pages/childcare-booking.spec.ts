/** 约时段, 一周空档 and 急事接孩子: nothing is booked before the server said so. */
import { family, full, slots, tomorrow, wheat } from '../support/family-answers';
import { now } from '../support/home-answers';
import { openPage, type Answers } from '../support/page';

const BOOK = 'features/childcare/book/book';
const WEEK = 'features/childcare/week/week';
const FETCH = 'features/childcare/fetch/fetch';
const [free, taken] = slots;
beforeEach(() => void jest.spyOn(console, 'warn').mockImplementation(() => undefined));

test('a time shows how many seats are free; a full one can be waited for', async () => {
  const page = await openPage(BOOK, family, { query: { id: wheat.id } });
  expect(page.text()).toContain('还有3位');
  expect(page.text()).toContain('满了，2个在排');
  await page.press('满了，2个在排');
  expect(page.text()).toContain('有人取消，马上告诉您，10分钟内确认');
  expect(page.text()).toContain('排队');
});

test('it is booked when the server says so, and the visit’s page says what it is', async () => {
  const answers: Answers = { ...family, 'childcare.book': () => ({ ok: true, data: tomorrow }) };
  const page = await openPage(BOOK, answers, { query: { id: wheat.id } });
  await page.press('还有3位');
  await page.press('约这段');
  expect(page.sent.find(({ action }) => action === 'childcare.book')?.input).toEqual({ childId: wheat.id, postId: 'post-1', startAt: free?.startAt });
  expect(page.asked).toContainEqual({ name: 'redirectTo', options: { url: '/features/childcare/visit/visit?id=visit-2&made=booked' } });
});

test('a seat that looked free and was gone leads to the queue, and the page is told so', async () => {
  const answers: Answers = { ...family, 'childcare.book': () => ({ ok: true, data: { ...tomorrow, state: 'waitlisted', position: 1 } }) };
  const page = await openPage(BOOK, answers, { query: { id: wheat.id } });
  await page.press('还有3位');
  await page.press('约这段');
  expect(page.asked).toContainEqual({ name: 'redirectTo', options: { url: '/features/childcare/visit/visit?id=visit-2&made=full' } });
});

test('without a network the seats carry their time, and a booking is not claimed', async () => {
  const first = await openPage(BOOK, family, { query: { id: wheat.id } });
  const page = await openPage(BOOK, family, { query: { id: wheat.id }, storage: Object.fromEntries(first.storage) });
  page.setOffline(true);
  await page.run('onPullDownRefresh');
  expect(page.text()).toContain('没有网络，这是3月3日 16:35的情况。');
  await page.press('还有3位');
  await page.press('约这段');
  expect(page.text()).toContain('网络断了');
  expect(page.asked.some(({ name }) => name === 'redirectTo')).toBe(false);
});

test('a family without a child is sent to register one first', async () => {
  const page = await openPage(BOOK, { ...family, 'childcare.children': () => ({ ok: true, data: { children: [], visits: [], now } }) });
  await page.press('登记孩子');
  expect(page.asked).toContainEqual({ name: 'navigateTo', options: { url: '/features/childcare/register/register' } });
});

describe('一周空档', () => {
  const gaps = [{ childId: wheat.id, nickname: '小麦', day: '2026-03-04', postId: 'post-1', startAt: free?.startAt ?? 0, free: 3 }, { childId: wheat.id, nickname: '小麦', day: '2026-03-05', postId: 'post-1', startAt: taken?.startAt ?? 0, free: 0 }];
  const timetable = { 'draft:week': { [wheat.id]: { 3: '15:30', 4: '15:30', 5: '15:30' }, [full.id]: { 3: '16:10' } } };

  test('dismissal times are kept from week to week; each gap is booked for itself, and what could not be had is said', async () => {
    let asked = 0;
    const answers: Answers = {
      ...family,
      'childcare.week': () => ({ ok: true, data: { gaps, now } }),
      'childcare.book': () => (++asked === 1 ? { ok: true, data: tomorrow } : { ok: false, error: { code: 'INVALID_MOVE', message: '这段时间孩子已经有安排了，请换一个时段。' } }),
    };
    const page = await openPage(WEEK, answers, { storage: timetable });
    await page.press('看空档');
    expect(page.sent.find(({ action }) => action === 'childcare.week')?.input).toMatchObject({ dismissals: [{ childId: wheat.id, day: '2026-03-04', minute: 930 }, { day: '2026-03-05' }, { day: '2026-03-06' }, { childId: full.id, day: '2026-03-04', minute: 970 }] });
    expect(page.text()).toContain('周五 小麦（15:30放学）');
    await page.press('约这一周');
    expect(page.text()).toContain('1 段约好了，1 段没约上');
    expect(page.text()).toContain('没约上：这段时间孩子已经有安排了，请换一个时段。');
    await page.press('没约上的再约一次');
    expect(asked).toBe(3); // what was booked is not booked again
  });

  test('without a dismissal time nothing is asked', async () => {
    const page = await openPage(WEEK, family);
    await page.press('看空档');
    expect(page.text()).toContain('先填一个放学时间。');
    expect(page.sent.some(({ action }) => action === 'childcare.week')).toBe(false);
  });
});

describe('急事接孩子', () => {
  test('one question a step; the phrase is proposed; what was written is kept until it has arrived', async () => {
    const answers: Answers = { ...family };
    const page = await openPage(FETCH, answers);
    await page.press('下一步');
    expect(page.text()).toContain('请点去接哪个孩子。');
    await page.press('小麦');
    await page.press('下一步');
    await page.emit('#reason', 'change', { value: '老二发烧，去医院' });
    await page.press('下一步');
    await page.emit('#teacher', 'change', { value: '李老师' });
    await page.press('下一步');
    await page.press('请警务室接');
    expect(page.text()).toContain('没收到回复');
    expect(page.storage.get('draft:care-fetch')).toMatchObject({ reason: '老二发烧，去医院', school: '桐里小学' });
    Object.assign(answers, { 'childcare.askFetch': () => ({ ok: true, data: { ...tomorrow, state: 'fetching' } }) });
    await page.press('请警务室接');
    const [first, second] = page.sent.filter(({ action }) => action === 'childcare.askFetch');
    expect(second?.attemptId).toBe(first?.attemptId); // the first may have arrived
    expect(second?.input).toMatchObject({ childId: wheat.id, postId: 'post-1', teacher: '李老师', phrase: expect.stringMatching(/^.{4}$/) as string });
    expect(page.storage.has('draft:care-fetch')).toBe(false);
    expect(page.asked).toContainEqual({ name: 'redirectTo', options: { url: '/features/childcare/visit/visit?id=visit-2' } });
  });
});
