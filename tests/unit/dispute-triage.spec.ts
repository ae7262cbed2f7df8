/** 分流台 and 当场说和: what is proposed, what may be chosen, and what belongs to the police. */
import type { DisputeView } from '../../typings/contract/dispute';
import { obstacleOf } from '../../miniprogram/domain/dispute/on-the-spot';
import { emptyForm, obstacleTo, problemsOf as missingIn } from '../../miniprogram/features/desk/settle/settle.view';
import { formOf, gradingOf, inputOf, problemsOf, proposalWith, toldOf } from '../../miniprogram/features/dispute/triage/triage.view';
import { aView, noDanger } from '../support/dispute-answers';
import { now } from '../support/home-answers';

const threat = { ...noDanger, isThreatened: true };
const blue = aView({ state: 'submitted', moves: ['triage'], proposal: { colour: 'blue', reasons: ['一般邻里的事'] } });
const crowd = aView({ state: 'submitted', moves: ['triage'], danger: threat, proposal: { colour: 'red', reasons: ['有人身危险', '牵涉 18 人'] } });
const grade = (dispute: DisputeView, changes = {}) => gradingOf(dispute, { ...formOf(dispute), ...changes });

test('the proposal is chosen until somebody chooses otherwise', () => {
  expect(grade(blue)).toMatchObject({ proposed: 'blue', chosen: 'blue', why: '建议蓝：一般邻里的事', needsReason: false });
  expect(grade(blue, { colour: 'yellow' })).toMatchObject({ chosen: 'yellow', needsReason: false });
});

test('an answer about danger raises the proposal to red at once', () => {
  expect(grade(blue, { danger: threat })).toMatchObject({ proposed: 'red', chosen: 'red', why: '建议红：有人身危险' });
});

test('a danger that turned out not to be leaves the other reasons for red', () => {
  expect(proposalWith(crowd, noDanger)).toEqual({ colour: 'red', reasons: ['牵涉 18 人'] });
  expect(proposalWith({ ...crowd, proposal: { colour: 'red', reasons: ['有人身危险'] } }, noDanger).colour).toBe('blue');
});

test('red is not offered lower to one person, and it says why', () => {
  const { tiles, bar, chosen } = grade(crowd, { colour: 'blue' });
  expect(tiles.map(({ value }) => value)).toEqual(['red']);
  expect([chosen, bar]).toEqual(['red', '红色的事不能由一个人降级。']);
});

test('a danger that was told of is not unticked by one person', () => {
  const grading = grade(crowd, { danger: noDanger });
  expect(grading).toMatchObject({ isCleared: true, bar: '说过有危险的，要两个人同意才能改成没有。' });
  expect(problemsOf(formOf(crowd), grading)).toHaveProperty('danger');
});

test('what two agreed to takes the place of the proposal, and no lower alone', () => {
  const agreed = aView({ ...crowd, danger: noDanger, colour: 'yellow', agreedColour: 'yellow', proposal: { colour: 'red', reasons: ['牵涉 18 人'] } });
  const { tiles, chosen, needsReason } = grade(agreed);
  expect([tiles.map(({ value }) => value), chosen, needsReason]).toEqual([['yellow', 'red'], 'yellow', false]);
});

test('the security track names the act and whose it was', () => {
  const form = { ...formOf(blue), track: 'security' as const };
  expect(problemsOf(form, grade(blue))).toEqual({ security: '请选是什么行为、谁的行为。' });
  const written = { ...form, security: { offence: 'beating' as const, offender: 'respondent' as const, isMinorAct: true } };
  expect(problemsOf(written, grade(blue))).toEqual({});
  expect(inputOf('case-1', written, grade(blue)).security).toEqual({ offence: 'beating', offender: 'respondent', isMinorAct: true, exclusions: [], hasMinor: false, isGuardianTold: false });
  expect(inputOf('case-1', { ...written, track: 'people' }, grade(blue)).security).toBeUndefined();
});

test('what was chosen for a version that is gone is not chosen again; the words stay', () => {
  const chosen = { ...formOf(blue), colour: 'yellow' as const, danger: threat, reason: '两家吵得凶' };
  expect(formOf(blue, chosen)).toEqual(chosen);
  expect(formOf({ ...blue, version: 4 }, chosen)).toEqual({ ...formOf(blue), seen: 4, reason: '两家吵得凶' });
});

test('going below the proposal needs a reason, which is then sent', () => {
  const money = aView({ proposal: { colour: 'yellow', reasons: ['多半要问法律'] } });
  const grading = grade(money, { colour: 'blue' });
  const form = { ...formOf(money), colour: 'blue' as const };
  expect(problemsOf(form, grading)).toHaveProperty('reason');
  expect(inputOf('case-1', { ...form, reason: ' 已经说好还钱 ' }, grading)).toEqual({ id: 'case-1', colour: 'blue', danger: noDanger, track: 'people', seen: 3, reason: '已经说好还钱' });
  expect(inputOf('case-1', { ...form, colour: '', reason: '忘了删' }, grade(money))).not.toHaveProperty('reason');
});

test('a similar case is named by number, state and when', () => {
  const told = toldOf(aView({ source: '110', sourceNumber: 'H17', sourceOfficer: '老秦', openedAt: now - 7_200_000, similar: [{ id: 'case-9', number: '梅花3', state: 'mediating', openedAt: now, excerpt: '太吵' }] }));
  expect(told.similar[0]).toMatchObject({ title: '梅花3 · 正在谈 · 今天 16:35', page: '/features/dispute/story/story?id=case-9' });
  expect(told.origin).toBe('110转来 H17 老秦 · 2小时前');
});

test('a weapon in the telling makes whoever grades ask, and ticks nothing; who called it a danger is not asked again', () => {
  const armed = aView({ story: '他拿着刀来的。' });
  expect(toldOf(armed).hint).toBe('提到“刀”，请问清楚有没有危险。');
  expect(formOf(armed).danger).toEqual(noDanger);
  expect([toldOf({ ...armed, danger: threat }).hint, toldOf(blue).hint]).toEqual(['', '']);
});

test('danger cannot be settled on the spot', () => {
  expect(obstacleTo({ category: 'noise', story: '', isDangerous: true })).toContain('110');
  expect(obstacleOf(aView({ moves: ['settle'], danger: threat }))).toContain('110');
});

test('what needs the law is not settled in a minute', () => {
  expect(obstacleTo({ category: 'money', story: '欠钱', isDangerous: false })).toContain('多半要问法律');
  expect(obstacleTo({ category: 'parking', story: '挡路', isDangerous: false })).toBe('');
});

test('a dispute that moved on is not settled on the spot any more', () => {
  expect(obstacleOf(aView({ moves: [] }))).toContain('已经往下走了');
  expect(obstacleOf(aView({ moves: ['settle'], colour: 'yellow' }))).toContain('请交给民警');
  expect(obstacleOf(aView({ moves: ['settle'], colour: 'blue' }))).toBe('');
});

test('both must have said yes, and an existing dispute asks for nothing it knows', () => {
  expect(Object.keys(missingIn(emptyForm, true))).toEqual(['category', 'story', 'applicantName', 'respondentName', 'buildingId', 'settledHow', 'haveBothAgreed']);
  expect(Object.keys(missingIn({ ...emptyForm, settledHow: '挪走了' }, false))).toEqual(['haveBothAgreed']);
});
