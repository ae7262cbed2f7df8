/** What the pages of hazards show, and what they refuse to send. */
import { hazardCardOf } from '../../miniprogram/components/hazard-card/hazard-card.view';
import { checklistNames, checklists } from '../../miniprogram/domain/hazard/checklists';
import { dayWords } from '../../miniprogram/features/hazard/days.view';
import { deadlinesOf, emptyForm, problemsOf, waysFor } from '../../miniprogram/features/hazard/handle/handle.view';
import { emptyForm as unchecked, labelOf, problemsOf as recheckProblems, resultsOf, rowsOf } from '../../miniprogram/features/hazard/recheck/recheck.view';
import { emptyReport, inputOf, missingIn, stepToMend } from '../../miniprogram/features/hazard/report/report.view';
import { hazardSentence } from '../../miniprogram/domain/hazard/story';
import { problemsIn, storyView } from '../../miniprogram/features/hazard/story/story.view';
import { hazard, toRecheck } from '../support/hazard-answers';
import { now } from '../support/home-answers';

test('whoever has to put it right reads of himself, and nobody else does', () => {
  expect([hazardSentence({ move: 'order', who: '沈警官' }, true), hazardSentence({ move: 'order', who: '沈警官' })]).toEqual(['沈警官要求您限期整改', '沈警官要求对方限期整改']);
});

test('every checklist has items, each once, with a way to judge it and days', () => {
  for (const name of checklistNames) {
    const { items } = checklists[name];
    expect(new Set(items.map(({ key }) => key)).size).toBe(items.length);
    expect(items.filter(({ judge, days }) => judge === '' || days < 1)).toEqual([]);
  }
});

test('whoever told of it reads 已收到, 有人管, 整改好了, 复查过了; staff read where it stands', () => {
  const states = ['found', 'ordered', 'recheck', 'closed'] as const;
  const read = (relations: typeof hazard.relations) => states.map((state) => hazardCardOf({ ...hazard, state, relations }, now).state);
  expect(read(['finder'])).toEqual(['已收到', '有人管', '整改好了', '复查过了']);
  expect(read(['officer'])).toEqual(['等人看', '已责令整改', '等复查', '复查过了']);
});

test('a report asks for the next thing that is missing, and for what was said only when something was', () => {
  expect(missingIn(emptyReport)).toEqual({ checklist: '选最像的一类；都不像就选“别的”。' });
  expect(missingIn({ ...emptyReport, checklist: 'gas' })).toEqual({ items: '点一下看到了哪几样。' });
  expect(missingIn({ ...emptyReport, step: 'more', items: ['oldHose'], hasAdvised: true })).toEqual({ responsible: '写一下提醒了谁，例如：面馆店主。', advice: '写一句怎么说的。' });
  expect(missingIn({ ...emptyReport, step: 'more', checklist: 'other', items: ['unlisted'] })).toEqual({ story: '写一句是什么，别人才看得懂。' });
  expect(stepToMend({ buildingId: '' })).toBe('where');
});

test('what was typed under a switch that is off is not sent', () => {
  const input = inputOf({ ...emptyReport, checklist: 'gas', items: ['oldHose'], buildingId: 'b3', responsible: '面馆', advice: '换一根。' });
  expect(input).toEqual({ checklist: 'gas', items: ['oldHose'], buildingId: 'b3', isDangerNow: false });
});

test('an auxiliary is offered the advice alone', () => {
  expect(waysFor(['advise', 'link']).map(({ value }) => value)).toEqual(['advise']);
  expect(waysFor(hazard.moves).map(({ value }) => value)).toEqual(['advise', 'order', 'dismiss']);
});

test('an order wants a day for each item, and sends the days', () => {
  const form = { ...emptyForm, way: 'order' as const, responsible: '202住户', days: { piledUp: '1' } };
  expect(problemsOf(form, hazard.items)).toEqual({ days: '每一项都点一个日子。' });
  expect(dayWords('1', now)).toBe('3月4日 周三前');
  expect(deadlinesOf(hazard, { ...form, days: { piledUp: '1', noLight: '7' } })).toEqual([{ key: 'piledUp', byDay: '2026-03-04' }, { key: 'noLight', byDay: '2026-03-10' }]);
});

test('a recheck wants a photo, a verdict for each item, and a day for what failed', () => {
  expect(Object.keys(recheckProblems(unchecked, rowsOf(toRecheck, unchecked)))).toEqual(['photos', 'results']);
  const form = { ...unchecked, verdicts: { piledUp: 'failed', noLight: 'passed' } as const, days: {} };
  expect(recheckProblems(form, rowsOf(toRecheck, form))).toMatchObject({ days: '没过的要再给一个日子。' });
  const rows = rowsOf(toRecheck, { ...form, days: { piledUp: '3' } });
  expect([labelOf(rows), resultsOf(rows, now)]).toEqual(['1 项没过，退回整改', [{ key: 'piledUp', isPassed: false, byDay: '2026-03-06' }, { key: 'noLight', isPassed: true }]]);
});

test('whether whoever has to put it right is in already, is asked, or may be asked, is one line with its way', () => {
  const invite = (changes: Partial<typeof hazard>) => storyView({ ...hazard, state: 'ordered', ...changes }).invite;
  expect(invite({ moves: ['invite'] })).toEqual({ words: '请责任人自己来看、自己说整改好了', page: '/features/hazard/invite/invite?id=hazard-1' });
  expect(invite({ moves: ['invite'], invitation: { expiresAt: now, isBound: false } })).toMatchObject({ words: '邀请发出去了，3月3日 周二前有效，还没打开' });
  expect(invite({ moves: ['invite'], invitation: { expiresAt: now, isBound: true } })).toEqual({ words: '责任人自己在看，会自己说整改得怎样', page: '' });
  expect([invite({ moves: [] }), storyView({ ...hazard, moves: ['revokeInvitation'], invitation: { expiresAt: now, isBound: true } }).sheets]).toMatchObject([null, [{ name: 'revokeInvitation' }]]);
});

test('a sheet wants its words', () => {
  const nothing = { department: '', reason: ' ', disputeNumber: '' };
  expect(Object.keys(problemsIn('escalate', nothing))).toEqual(['department', 'reason']);
  expect([Object.keys(problemsIn('link', nothing)), Object.keys(problemsIn('revokeInvitation', nothing))]).toEqual([['disputeNumber'], ['reason']]);
});

test('the story offers what the table allows, and a resident only reads', () => {
  expect(storyView(hazard)).toMatchObject({ primary: { label: '定怎么整改' }, done: 1, sheets: [{ name: 'link' }] });
  expect(storyView(toRecheck).primary?.page).toBe('/features/hazard/recheck/recheck?id=hazard-1');
  expect(storyView({ ...hazard, state: 'advised', moves: ['order', 'rectify'] })).toMatchObject({ primary: { label: '记下整改了什么' }, second: { label: '改成责令整改' } });
  expect(storyView({ ...hazard, relations: ['finder'], moves: ['advise'] }).primary).toBeNull();
});
