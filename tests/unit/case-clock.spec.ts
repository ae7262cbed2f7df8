/** Clocks: what is due, told once, and stopped; and the table that starts them. */
import { clocksAfter, dueMarks, nextDueAt, withTold, type Clock } from '../../miniprogram/domain/case/clock';
import { decide, movesOpenTo } from '../../miniprogram/domain/case/transition';
import type { DisputeClock, DisputeFacts } from '../../miniprogram/domain/dispute/facts';
import { isOfTrack } from '../../miniprogram/domain/dispute/law';
import { disputeClocks, disputeTransitions, openStates } from '../../miniprogram/domain/dispute/transitions';
import type { DisputeRole, DisputeState, Track } from '../../typings/contract/dispute';

const clock = (changes: Partial<Clock<DisputeClock>> = {}): Clock<DisputeClock> => ({ name: 'triage', startedAt: 1000, dueAt: 2000, told: [], ...changes });
const marksAt = (at: number, clocks = [clock()]) => dueMarks(clocks, disputeClocks, at).map(({ mark }) => mark);
const calendar = { endOfWorkday: (at: number, count: number) => at + count };
const facts = {} as DisputeFacts;

test('half, four fifths and the whole are reached in the moment, not before', () => {
  expect([1499, 1500, 1799, 1800, 1999, 2000].map((at) => marksAt(at))).toEqual([[], [50], [50], [80], [80], [100]]);
});

test('what was told is not told again, and a higher mark ends the lower ones', () => {
  const told = withTold([clock()], { clock: clock(), mark: 80 });
  expect(told[0]!.told).toEqual([80]);
  expect([1900, 2000].map((at) => marksAt(at, told))).toEqual([[], [100]]);
  expect(marksAt(9999, withTold(told, { clock: told[0]!, mark: 100 }))).toEqual([]);
});

test('the timer comes next at the earliest mark of all clocks, and not at all when everything was told', () => {
  expect(nextDueAt([clock(), clock({ name: 'deadline', dueAt: 1200 })], disputeClocks)).toBe(1100);
  expect(nextDueAt([clock({ told: [50, 80, 100] })], disputeClocks)).toBeUndefined();
  expect(nextDueAt([], disputeClocks)).toBeUndefined();
});

test('a clock that starts again runs afresh, one that is stopped is gone, the others go on', () => {
  const [reply, deadline] = [clock({ name: 'reply', told: [80] }), clock({ name: 'deadline' })];
  const row = { starts: [{ clock: 'reply' as const, due: () => 9000 }], stops: ['triage' as const] };
  expect(clocksAfter([clock(), reply, deadline], row, facts, 5000, calendar)).toEqual([deadline, { name: 'reply', startedAt: 5000, dueAt: 9000, told: [] }]);
});

test('a clock that is not needed this time does not run on from before', () => {
  expect(clocksAfter([clock({ name: 'promise' })], { starts: [{ clock: 'promise' as const, due: () => undefined }] }, facts, 5000, calendar)).toEqual([]);
});

describe('the table', () => {
  const everybody: DisputeRole[] = ['applicant', 'respondent', 'agent', 'officer', 'auxiliary', 'leader', 'mediator', 'followUpOfficer', 'gridWorker', 'volunteer', 'system'];

  test('what is over stays over, but for a second try, the court, what is asked afterwards, and 没解决', () => {
    const openIn = (state: DisputeState, track: Track = 'people') => movesOpenTo(disputeTransitions, { state, roles: everybody }).filter((move) => move !== 'bind' && isOfTrack(move, { track }));
    for (const state of ['dismissed', 'declined', 'refused', 'withdrawn', 'duplicate'] as const) expect(openIn(state)).toEqual([]);
    expect(openIn('failed')).toEqual(['retry']);
    expect(openIn('closed')).toEqual(['askConfirmation', 'applyConfirmation', 'recordConfirmation', 'followUp', 'rate', 'contest', 'reopen']);
    // police still owe a decision (程序规定 第185、186条)
    for (const state of ['declined', 'refused', 'withdrawn'] as const) expect(openIn(state, 'security')).toEqual(['handOn', 'recordDecision', 'askDamages', 'recognize', 'notRecognize']);
  });

  test('the clock makes no move of a person, and a person none of the clock, but that silence proves what was claimed', () => {
    const ofBoth = disputeTransitions.filter(({ by }) => by.includes('system') && by.length > 1);
    expect(ofBoth.map(({ move }) => move)).toEqual(['prove']);
  });

  test('who is nothing to a case has no move in any state', () => {
    for (const state of openStates) expect(movesOpenTo(disputeTransitions, { state, roles: [] })).toEqual([]);
  });

  test('the state is judged before the person, the person before the guard, and the article goes with the refusal', () => {
    const ask = (move: 'agree' | 'withdraw' | 'sit', state: 'failed' | 'inviting' | 'scheduled', roles: DisputeRole[]) => decide(disputeTransitions, move, { state, roles, facts, at: 0 });
    expect(ask('withdraw', 'failed', [])).toEqual({ allowed: false, why: 'INVALID_MOVE', said: {} });
    expect(ask('withdraw', 'inviting', ['mediator'])).toEqual({ allowed: false, why: 'FORBIDDEN', said: { basis: '人民调解法 第23条' } });
    expect(ask('sit', 'scheduled', ['applicant'])).toEqual({ allowed: false, why: 'FORBIDDEN', said: {} }); // and the guard was not asked
  });
});
