/** 接下来: who has it, by when; and the promise that was not kept. */
import type { Clock } from '../../miniprogram/domain/case/clock';
import type { DisputeClock, DisputeFacts } from '../../miniprogram/domain/dispute/facts';
import { canContest, canSchedule, isDraftWhole, nextPromiseDue } from '../../miniprogram/domain/dispute/guards';
import { brokenPromiseOf, nextStepOf } from '../../miniprogram/domain/dispute/next';
import { DAY, HOUR } from '../../miniprogram/domain/time/format';
import type { DisputeState } from '../../typings/contract/dispute';

const now = Date.parse('2026-03-03T16:35:00+08:00');
const facts = { danger: { isHurt: false, isThreatened: false, isChildAtRisk: false, isHomeViolence: false } } as DisputeFacts;
const clock = (name: DisputeClock, dueAt: number): Clock<DisputeClock> => ({ name, startedAt: now - DAY, dueAt, told: [] });
const clause = (byDay: string, state: 'open' | 'kept' | 'broken' = 'open') => ({ side: 'respondent' as const, what: `做到${byDay}`, byDay, proof: '看', state, photos: [] });
const agreement = (...clauses: ReturnType<typeof clause>[]) => ({ form: 'oral' as const, facts: '', clauses, digest: '', signatures: [] });

test.each<[DisputeState, DisputeClock | undefined, string, string]>([
  ['submitted', 'triage', '民警', '看过后告诉您怎么办'], ['triaged', 'contact', '民警', '联系双方'], ['inviting', 'reply', '对方', '等对方答复'], ['accepted', 'choose', '您和对方', '选一位调解员'],
  ['assigned', 'take', '调解员', '约时间'], ['mediating', 'deadline', '双方和调解员', '谈出结果'], ['following', 'followUp', '民警', '回访，问是不是都做到了'], ['settledOnSpot', 'followUp', '民警', '回访，问是不是还好'],
])('%s: somebody has it, by the clock %s', (state, name, who, what) => {
  const dueAt = now + HOUR;
  expect(nextStepOf({ state, facts, clocks: name ? [clock(name, dueAt)] : [] }, now)).toEqual({ what, who, dueAt, isOverdue: false });
});

test('the words are for who reads them', () => {
  const read = (state: DisputeState, reader: 'staff' | 'respondent', danger = facts.danger) => nextStepOf({ state, facts: { ...facts, danger }, clocks: [] }, now, reader);
  expect(read('submitted', 'staff')).toMatchObject({ what: '看一看，定怎么办', who: '民警' });
  expect(read('accepted', 'staff')).toMatchObject({ what: '选一位调解员', who: '双方' });
  expect(read('inviting', 'respondent')).toMatchObject({ what: '说一声愿不愿意谈', who: '您' });
});

test('a text on the table is read and signed next', () => {
  expect(nextStepOf({ state: 'mediating', facts: { ...facts, agreement: agreement(clause('2026-03-06')) }, clocks: [] }, now)).toMatchObject({ what: '看约定，双方签字', who: '双方' });
});

test('in danger nobody is promised that both are contacted, and the other side does not read why', () => {
  const dangerous = { ...facts, danger: { ...facts.danger, isHomeViolence: true } };
  const whatFor = (reader?: 'staff' | 'respondent') => nextStepOf({ state: 'triaged', facts: dangerous, clocks: [] }, now, reader)?.what;
  expect([whatFor(), whatFor('staff'), whatFor('respondent')]).toEqual(['单独联系您，先保证安全', '单独联系申请人，先保证安全', '联系双方']);
});

test.each<DisputeState>(['declined', 'refused', 'closed', 'failed', 'withdrawn'])('%s: nobody has it any more', (state) => {
  expect(nextStepOf({ state, facts, clocks: [] }, now)).toBeUndefined();
});

test('it is overdue a moment after it was due', () => {
  const step = (dueAt: number) => nextStepOf({ state: 'submitted', facts, clocks: [clock('triage', dueAt)] }, now)!.isOverdue;
  expect([step(now), step(now - 1)]).toEqual([false, true]);
});

test('of several promises the earliest that is open is next, and due when its last day is over', () => {
  const performing = { ...facts, agreement: agreement(clause('2026-03-20'), clause('2026-03-10'), clause('2026-03-05', 'kept')) };
  const dueAt = nextPromiseDue(performing, 0);
  expect(dueAt).toBe(Date.parse('2026-03-11T00:00+08:00'));
  expect(nextStepOf({ state: 'performing', facts: performing, clocks: [clock('promise', dueAt!)] }, now)!.what).toBe('做到2026-03-10');
});

test('only what the post itself owed is a broken promise', () => {
  const late = (name: DisputeClock) => brokenPromiseOf([clock(name, now - HOUR)], now) !== undefined;
  const all: DisputeClock[] = ['triage', 'contact', 'reply', 'choose', 'take', 'deadline', 'promise', 'followUp'];
  expect(all.filter(late)).toEqual(['triage', 'contact', 'take', 'followUp']);
  expect(brokenPromiseOf([clock('triage', now + 1)], now)).toBeUndefined();
});

test('没解决 is heard to the last moment of the thirtieth day after closing', () => {
  const closed = { ...facts, closedAt: now };
  expect(canContest(closed, now + 30 * DAY)).toBeUndefined();
  expect(canContest(closed, now + 30 * DAY + 1)).toBeDefined();
  expect(canContest(facts, now)).toBeDefined();
});

test('a meeting begins on the half hour, from nine to half past five', () => {
  const allowed = (text: string) =>
    canSchedule({ ...facts, mediator: { id: 'm', name: '丁守义', hasDeclared: true }, session: { startAt: Date.parse(`2026-03-04T${text}+08:00`), endAt: 0, room: '调解室', bookingIds: [] } }, now) === undefined;
  expect(['08:30', '09:00', '12:30', '17:30', '18:00', '10:15', '10:00:01'].map((text) => [text, allowed(text)])).toEqual([
    ['08:30', false], ['09:00', true], ['12:30', true], ['17:30', true], ['18:00', false], ['10:15', false], ['10:00:01', false],
  ]);
});

test('a clause may end today, not yesterday', () => {
  expect(isDraftWhole({ ...facts, agreement: agreement(clause('2026-03-03')) }, now)).toBeUndefined();
  expect(isDraftWhole({ ...facts, agreement: agreement(clause('2026-03-02')) }, now)).toBeDefined();
  expect(isDraftWhole({ ...facts, agreement: agreement() }, now)).toBeDefined();
});
