/** 所里看板: numbers that are read at a glance, whom to urge, and rates that nobody misreads. */
import type { DisputeBoard } from '../../typings/contract/dispute-board';
import { boardView } from '../../miniprogram/features/desk/board/board.view';
import { someBoard } from '../support/board-answers';
import { resident } from '../support/home-answers';
import { aView } from '../support/dispute-answers';
import { openPage, type Answers } from '../support/page';

const BOARD = 'features/desk/board/board';
const showing = (board: DisputeBoard, more: Answers = {}): Answers => ({
  'dispute.board': () => ({ ok: true, data: board }),
  'identity.me': () => ({ ok: true, data: resident }),
  'dispute.urge': () => ({ ok: true, data: aView() }),
  ...more,
});
beforeEach(() => void jest.spyOn(console, 'warn').mockImplementation(() => undefined));

describe('rates', () => {
  test('stand with what they are a part of', () => {
    expect(boardView(someBoard).rates.map(({ label, figure }) => `${label} ${figure}`)).toEqual(['化解率 12/15 件 80%', '当场说好 0/21 件 0%', '对方答复 不到 3 件，先不算', '说没解决 还没有']);
  });

  test('of fewer than three there is no detail', () => {
    const few = boardView({ ...someBoard, settledAt: [{ level: 'grid', count: 2 }], hours: [{ state: 'submitted', hours: 2, count: 2 }] });
    expect([few.levels, few.hours]).toEqual([[], []]);
    expect(boardView(someBoard).levels.map(({ label, figure }) => `${label} ${figure}`)).toEqual(['网格里 6/8 件 75%', '社区里 2/8 件 25%']);
    expect(boardView(someBoard).hours).toEqual([{ state: '已收到', mean: '2小时', count: '20 件' }, { state: '正在谈', mean: '3天', count: '4 件' }]);
  });

  test('stand beside those of the month before, where both are enough to compare', () => {
    const { told, rates, isUnderWay } = boardView(someBoard);
    expect([told, isUnderWay]).toEqual(['21 件，上个月 17 件', true]);
    expect(rates.map(({ before }) => before)).toEqual(['上个月 10/14 件 71%', '上个月 3/17 件 18%', '', '']);
    expect(boardView({ ...someBoard, month: '2026-02' }).isUnderWay).toBe(false);
  });

  test('one looks back a year, and not ahead', () => {
    expect(boardView(someBoard)).toMatchObject({ month: '2026年3月', earlier: '2026-02', later: '' });
    expect(boardView({ ...someBoard, month: '2026-01' })).toMatchObject({ earlier: '2025-12', later: '2026-02' });
    expect(boardView({ ...someBoard, month: '2025-03' })).toMatchObject({ earlier: '', later: '2025-04' });
  });
});

test('four numbers first, each with what it is counted out of, and then with whom things are stuck', async () => {
  const page = await openPage(BOARD, showing(someBoard));
  expect(page.sent.map(({ action }) => action)).toEqual(['dispute.board']);
  const text = page.text();
  expect(text.indexOf('共 23 件在办')).toBeLessThan(text.indexOf('卡在谁手里'));
  expect(text.indexOf('丁调解员')).toBeLessThan(text.indexOf('城管'));
  expect(text).toContain('还有 5 件');
  expect(text).toContain('说好昨天 14:35前，已晚');
});

test('whoever is urged hears of it with a sentence', async () => {
  const page = await openPage(BOARD, showing(someBoard));
  await page.press('催办桂花27');
  expect(page.text()).toContain('当事人看不到');
  await page.emit('#words', 'change', { value: '' });
  await page.press('催一下');
  expect(page.text()).toContain('请写一句');
  await page.emit('#words', 'change', { value: '今天约好时间。' });
  await page.press('催一下');
  expect(page.sent.find(({ action }) => action === 'dispute.urge')?.input).toEqual({ id: 'case-1', words: '今天约好时间。' });
  expect(page.text()).toContain('催过了：桂花27');
});

test('another month is asked for by name', async () => {
  const page = await openPage(BOARD, showing(someBoard));
  await page.press('上个月');
  expect(page.sent.at(-1)?.input).toEqual({ month: '2026-02' });
});

test('nothing is late, nothing was told: it says so', async () => {
  const none = { part: 0, whole: 0 };
  const page = await openPage(BOARD, showing({ ...someBoard, overdue: 0, stuck: [], resolved: none, onTheSpot: none, replied: none, contested: none, settledAt: [], hours: [] }));
  expect(page.text()).toContain('没有超时的事');
  expect(page.text()).not.toContain('%');
});

test('when it cannot be read, it says so and tries again', async () => {
  let isDown = true;
  const page = await openPage(BOARD, showing(someBoard, { 'dispute.board': () => (isDown ? { ok: false, error: { code: 'INTERNAL', message: '出了点问题，请再试一次。' } } : { ok: true, data: someBoard }) }));
  expect(page.text()).toContain('出了点问题');
  isDown = false;
  await page.press('重试');
  expect(page.text()).toContain('卡在谁手里');
});
