/** 谈话记录, 写约定, 调解日历: what is missing, how it reads aloud, whose week it is. */
import { formOf, formTilesFor, problemsOf, readingOf, signersOf, signNote } from '../../miniprogram/features/dispute/agreement/agreement.view';
import { earlierNote, nextSearch, weekOf, weekSentence } from '../../miniprogram/features/dispute/calendar/calendar.view';
import { clauseFrom, movedUp, newClause, templateRows } from '../../miniprogram/features/dispute/components/clause-list/clause-list.view';
import { templates } from '../../miniprogram/domain/dispute/clause-templates';
import { emptyForm, meetingOf, problemsOf as missingIn, stepOf, withOpening } from '../../miniprogram/features/dispute/session/session.view';
import { disputeCategories } from '../../miniprogram/domain/dispute/labels';
import { disputeLimits } from '../../miniprogram/domain/dispute/policy';
import { agreement, aView, noDanger } from '../support/dispute-answers';
import { now } from '../support/home-answers';

const HOUR = 3_600_000;
const draft = formOf(aView({ agreement }));
const talk = { ...emptyForm, record: '谈过了' };

test('the page follows the state: before, while they talk, or neither', () => {
  expect([stepOf(aView({ moves: ['sit'] })), stepOf(aView({ moves: ['adjourn', 'fail'] })), stepOf(aView({ moves: [] }))]).toEqual(['before', 'talk', undefined]);
});

test('violence at home bars the meeting, whatever the mediator sees', () => {
  expect(meetingOf(aView({ danger: { ...noDanger, isHomeViolence: true } })).bar).toContain('不能面对面调解');
  expect(meetingOf(aView()).bar).toBe('');
});

test('each outcome asks for what it needs', () => {
  expect(Object.keys(missingIn(emptyForm, null))).toEqual(['record', 'outcome']);
  expect(Object.keys(missingIn({ ...talk, outcome: 'again' }, null))).toEqual(['slot']);
  expect(Object.keys(missingIn({ ...talk, outcome: 'failed' }, null))).toEqual(['reason']);
  expect(missingIn({ ...talk, outcome: 'agreed' }, null)).toEqual({});
});

test('an opening starts a line of its own', () => {
  expect(withOpening('', '申请人说：')).toBe('申请人说：');
  expect(withOpening('申请人说：太吵\n', '对方说：')).toBe('申请人说：太吵\n对方说：');
});

test('a new agreement begins with what was told', () => {
  expect(formOf(aView())).toMatchObject({ form: 'written', facts: '楼上夜里咚咚响', clauses: [] });
});

test('a clause says who, what, by when and how it shows (第29条)', () => {
  const [first] = draft.clauses;
  const wrong = problemsOf({ ...draft, clauses: [{ ...first!, what: '付清＿＿元', byDay: '2026-03-02', proof: ' ' }] }, now);
  expect(wrong).toEqual({ 'clauses.0.what': '第1条还有空没填。', 'clauses.0.byDay': '第1条的日子要从今天往后。', 'clauses.0.proof': '第1条还没写怎么算做到。' });
  expect(problemsOf({ ...draft, clauses: [] }, now)).toHaveProperty('clauses');
  expect(problemsOf(draft, now)).toEqual({});
});

test('today is still a day for a promise', () => {
  expect(problemsOf({ ...draft, clauses: [{ ...draft.clauses[0]!, byDay: '2026-03-03' }] }, now)).toEqual({});
});

test('a partial agreement says what is not settled', () => {
  expect(problemsOf({ ...draft, form: 'partial' }, now)).toHaveProperty('unsettled');
  expect(readingOf({ ...draft, form: 'partial', unsettled: '误工费' }, aView().parties, '桂花27').unsettled).toBe('误工费');
});

test('it reads aloud as sentences, with names and days', () => {
  const { clauses, end } = readingOf(draft, aView().parties, '桂花27');
  expect(clauses[0]).toEqual({ order: '第1条', what: '王*四，3月6日前，给椅子脚贴上毛毡。', proof: '怎么算做到：调解员上门看一次。' });
  expect(end).toContain('签字');
  expect(readingOf({ ...draft, form: 'oral' }, aView().parties, '桂花27').end).toContain('都说同意');
});

test('who has signed, how and when', () => {
  const signed = { ...agreement, signedBy: [{ side: 'applicant' as const, at: now, how: 'paper' as const }] };
  expect(signersOf(signed, aView().parties, now).map(({ signed: words }) => words)).toEqual(['纸上签了 · 今天 16:35', '']);
  expect(signNote({ ...agreement, paperOnly: '涉及继承，要在纸上签。' }, { groups: [] })).toBe('涉及继承，要在纸上签。');
  const silent = { name: '业主2', isRepresentative: false, hasConsented: true, hasAgreed: false };
  expect(signNote(agreement, { groups: [{ side: 'applicant', members: [silent, { ...silent, hasAgreed: true }] }] })).toContain('还有 1 人没说同意这份约定');
});

test('what police mediated is written, under the seal of the station (程序规定 第184条)', () => {
  expect(formTilesFor({ track: 'security' }).map(({ value }) => value)).toEqual(['written', 'partial']);
  expect(signNote(agreement, { groups: [], track: 'security' })).toContain('盖派出所的章');
  expect(signNote(agreement, { groups: [] })).toContain('盖调解委员会的章');
});

test('every category has clauses to begin with, within the limits', () => {
  const all = disputeCategories.flatMap((category) => templates[category]);
  expect(disputeCategories.every((category) => templates[category].length >= 3)).toBe(true);
  expect(all.filter(({ what, proof }) => what.length > disputeLimits.clause || proof.length > disputeLimits.clause)).toEqual([]);
  expect(templateRows('leak', aView().parties)[0]).toMatchObject({ what: '请人修好漏水的地方', note: '王*四 · 试水一天不再漏' });
});

test('clauses move up, and new ones give a week', () => {
  const [one, two] = [newClause(now), clauseFrom(templates.money[0]!, now)];
  expect([one.byDay, two.byDay]).toEqual(['2026-03-10', '2026-03-10']);
  expect(movedUp([one, two], 1)).toEqual([two, one]);
  expect(movedUp([one, two], 0)).toEqual([one, two]);
});

test('an hour that has begun stays used, one that has not is given back', () => {
  const calendar = { now, rooms: [], slots: [] };
  const session = (startAt: number) => aView({ session: { startAt, endAt: startAt + HOUR, room: '调解室' } });
  expect([nextSearch(session(now - HOUR), calendar).disputeId, nextSearch(session(now + HOUR), calendar).disputeId]).toEqual(['', 'case-1']);
});

test('a week shows seven days, the own sessions lead to their record, others’ to nothing', () => {
  const slot = { startAt: now + 18 * HOUR, endAt: now + 19 * HOUR, room: '调解室', mediator: '丁守义', mediatorId: 'ding', disputeId: 'd1' };
  const days = weekOf({ now, rooms: [], slots: [slot, { ...slot, startAt: slot.startAt + 2 * HOUR, endAt: slot.endAt + 2 * HOUR, mediatorId: 'bai', mediator: '白秀兰' }] }, 'ding');
  expect(days).toHaveLength(7);
  expect(days[0]).toMatchObject({ title: '今天 3月3日 周二', isMediationDay: true, sessions: [] });
  expect(days[1]?.sessions.map(({ words, page }) => [words, page])).toEqual([['调解室', '/features/dispute/session/session?id=d1'], ['调解室 · 白秀兰', '']]);
  expect(weekSentence(days)).toBe('往后七天约了 2 场。');
});

test('another time says which one it replaces', () => {
  const startAt = Date.parse('2026-03-06T14:00:00+08:00');
  expect(earlierNote(aView({ session: { startAt, endAt: startAt + HOUR, room: '调解室' } }))).toBe('原来约在3月6日 周五 14:00，调解室。改了以后，会告诉双方。');
  expect(earlierNote(aView())).toBe('');
});
