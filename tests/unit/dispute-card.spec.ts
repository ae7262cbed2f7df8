/** One dispute in a list. */
import { disputeCardOf } from '../../miniprogram/components/dispute-card/dispute-card.view';
import { nextStepOf } from '../../miniprogram/components/next-step/next-step.view';
import { deposit, lateNoise, now } from '../support/home-answers';

test('a card says what happens next, by whom and by when', () => {
  expect(disputeCardOf(deposit, now).next).toEqual({ what: '联系对方', promise: '沈警官，明天 16:35 前', isOverdue: false });
});

test('a promise without a time names only who gave it', () => {
  expect(nextStepOf({ what: '等双方选调解员', who: '双方', isOverdue: false }, now).promise).toBe('双方');
});

test('people meet at a time, and do something before one', () => {
  expect(disputeCardOf({ ...deposit, state: 'scheduled' }, now).next?.promise).toBe('沈警官，明天 16:35');
});

test('what another unit has says which, and nobody calls it done', () => {
  const stateOf = (more: object) => disputeCardOf({ ...deposit, ...more }, now).state;
  const waiting = { ...deposit, state: 'transferred' as const, unit: '城管', next: { what: '等接手单位答复', who: '接手单位', isOverdue: false } };
  expect(disputeCardOf(waiting, now).next?.promise).toBe('城管');
  expect([stateOf({ state: 'transferred', unit: '城管' }), stateOf({ state: 'closed', unit: '城管' }), stateOf({ state: 'closed', unit: '城管', relations: ['receiver'] }), stateOf({ state: 'closed' })]).toEqual(['已转给城管', '城管接手了', '您单位接手了', '办完了']);
});

test('who may grade a dispute goes on at 分流台, all others read its story', () => {
  expect(disputeCardOf(lateNoise, now).page).toBe('/features/dispute/triage/triage?id=case-2');
  expect(disputeCardOf(deposit, now).page).toBe('/features/dispute/story/story?id=case-1');
});

test('a dispute that nobody has graded carries no colour', () => {
  const { colour: _colour, ...ungraded } = deposit;
  expect(disputeCardOf(ungraded, now).colour).toBe('');
});

test('a meeting is at its time; a day that was promised whole is not called midnight', () => {
  const step = { what: '当面谈', who: '双方和调解员', dueAt: now + 24 * 3_600_000, isOverdue: false };
  expect(nextStepOf(step, now, true).promise).toBe('双方和调解员，明天 16:35');
  expect(nextStepOf({ ...step, dueAt: Date.parse('2026-03-06T00:00:00+08:00') }, now).promise).toBe('双方和调解员，最晚后天');
  expect(nextStepOf({ ...step, dueAt: Date.parse('2026-03-03T00:00:00+08:00'), isOverdue: true }, now).promise).toBe('双方和调解员，最晚昨天，已晚17小时');
});

test('an hour that went by without a talk says so, once it is over', () => {
  const step = { what: '当面谈', who: '双方和调解员', dueAt: now, isOverdue: true };
  expect(nextStepOf(step, now + 3_600_000, true)).toMatchObject({ promise: '双方和调解员，今天 16:35', isOverdue: false });
  expect(nextStepOf(step, now + 3_600_001, true)).toMatchObject({ promise: '双方和调解员，约的今天 16:35过了，还没开始', isOverdue: true });
});
