import { groupSentence, problemOf, withNames } from '../../miniprogram/features/desk/components/group-editor/group-editor.view';
import { panelCardOf } from '../../miniprogram/components/panel-card/panel-card.view';
import { chosenRow, inputOf, problemsOf, rowsFor } from '../../miniprogram/features/desk/components/panel-editor/panel-editor.view';
import { taskRows } from '../../miniprogram/features/desk/components/task-card/task-card.view';
import { unitChips, whistleRows } from '../../miniprogram/features/desk/components/whistle-card/whistle-card.view';
import { dayTitle } from '../../miniprogram/features/desk/meeting/meeting.view';
import { tabsFor, togetherLink } from '../../miniprogram/components/panel-card/together.view';
import type { PanelView } from '../../typings/contract/dispute';
import { aView } from '../support/dispute-answers';
import { now } from '../support/home-answers';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const helpers = [
  { personId: 'han', name: '韩岳', post: 'leader' as const },
  { personId: 'shen', name: '沈砚秋', post: 'officer' as const },
  { personId: 'lu', name: '陆则行', post: 'officer' as const },
];
const panel: PanelView = {
  template: 'threePlusN', consents: ['applicant'],
  members: [
    { post: 'leader', name: '韩岳', isMe: false, hasDeclared: true, hasLeft: false },
    { post: 'officer', name: '陆则行', isMe: false, hasDeclared: false, hasLeft: false },
    { post: 'auxiliary', name: '程小北', isMe: false, hasDeclared: false, hasLeft: true },
    { post: 'department', name: '住建老秦', isMe: false, hasDeclared: true, hasLeft: false },
  ],
};

describe('asking others to help', () => {
  test('each post of the template has a row, with who is known for it', () => {
    expect(rowsFor('threePlusN', null, helpers).map(({ post, name, personId }) => [post, name, personId])).toEqual([['leader', '韩岳', 'han'], ['officer', '沈砚秋', 'shen'], ['auxiliary', '', '']]);
    const partner = { personId: 'leng', name: '冷锋', post: 'lawyer' as const };
    expect(rowsFor('threeOfficersOneTeacher', null, [partner]).map(({ personId }) => personId)).toEqual(['', '', '', '']); // a partner is not taken for the lawyer
  });

  test('whoever was asked already stays, who left does not, and who is more than the template comes after', () => {
    expect(rowsFor('threePlusN', panel, helpers).map(({ post, name, personId }) => [post, name, personId])).toEqual([['leader', '韩岳', 'han'], ['officer', '陆则行', 'lu'], ['auxiliary', '', ''], ['department', '住建老秦', '']]);
  });

  test('somebody by name was asked about an interest; somebody with an account says it himself', () => {
    const rows = rowsFor('threePlusN', null, helpers);
    expect(problemsOf(rows)).toEqual({ 'members.2.name': '请写辅警是谁。' });
    const named = rows.map((row, at) => (at === 2 ? { ...row, name: '罗青' } : row));
    expect(problemsOf(named)).toEqual({ 'members.2.hasNoConflict': '请先问他和双方有没有利害关系。' });
    expect(inputOf('case-1', 'threePlusN', rows).members[0]).toEqual({ post: 'leader', name: '韩岳', personId: 'han', hasNoConflict: false });
    expect(chosenRow(rows[1]!, 'lu', helpers)).toMatchObject({ name: '陆则行', personId: 'lu' });
    expect(chosenRow(rows[1]!, 'name', helpers)).toMatchObject({ name: '', personId: '' });
  });
});

describe('who helps, on the story', () => {
  test('a party reads who agreed, and agrees for the own side alone', () => {
    expect(panelCardOf(aView({ panel, moves: ['consentPanel'] }))).toMatchObject({ agreed: '您同意了，还等对方。', consents: [], isParty: true });
    const open = { ...panel, consents: [] };
    expect(panelCardOf(aView({ panel: open, moves: ['consentPanel'] }))?.consents).toEqual([{ side: 'applicant', label: '同意请他们帮忙' }]);
  });

  test('staff put down the side that is missing; a helper says the own word', () => {
    const parties = aView().parties.map((party) => ({ ...party, isMe: false }));
    expect(panelCardOf(aView({ panel, parties, moves: ['consentPanel'] }))).toMatchObject({ agreed: '申请人同意了，还等另一方。', consents: [{ side: 'respondent', label: '记下被申请人当面同意' }] });
    const mine = { ...panel, members: panel.members.map((member, at) => ({ ...member, isMe: at === 1 })) };
    expect(panelCardOf(aView({ panel: mine, parties, moves: ['declare'] }))).toMatchObject({ canDeclare: true, members: [{ state: '没有利害关系' }, { name: '您', state: '等您说明' }, { state: '退出了' }, {}] });
    expect(panelCardOf(aView())).toBeNull();
  });
});

describe('many people', () => {
  const some = withNames([], '1. 韦德顺\n业主二、业主三，业主二');

  test('names come by lines or commas, each once, and who is there stays as he is', () => {
    expect(some.map(({ name }) => name)).toEqual(['韦德顺', '业主二', '业主三']);
    const kept = withNames([{ ...some[0]!, isRepresentative: true }], '韦德顺\n业主四');
    expect(kept.map(({ name, isRepresentative }) => [name, isRepresentative])).toEqual([['韦德顺', true], ['业主四', false]]);
  });

  test('the sentence says who is missing; the text only counts when there is one', () => {
    expect(groupSentence(some, false)).toBe('共 3 人，代表 0 人，还有 3 人没说同意调解。');
    expect(groupSentence(some.map((each) => ({ ...each, isRepresentative: true, hasConsented: true })), true)).toBe('共 3 人，代表 3 人，还有 3 人没说同意约定。');
    expect(problemOf(some)).toBe('请点出谁是代表。');
    expect(problemOf(Array.from({ length: 6 }, () => ({ ...some[0]!, isRepresentative: true })))).toBe('代表最多 5 人，现在 6 人。');
    expect(problemOf([])).toBe('');
  });
});

test('a whistle shows who has answered, and until when the others must', () => {
  const rows = whistleRows([{ at: now - HOUR, isByClock: false, dueAt: now + DAY, units: ['城管', '物业'], answers: [{ unit: '城管', words: '明天到场', at: now }] }], now);
  expect(rows).toMatchObject([{ due: expect.stringMatching(/前要答复$/), units: [{ unit: '城管', words: '明天到场', isAnswered: true }, { unit: '物业', words: '还没有答复', isAnswered: false }] }]);
  expect(unitChips(['自来水公司']).at(-1)).toEqual({ unit: '自来水公司', isOn: true });
});

test('what is open comes first, and what is over its day says so', () => {
  const rows = taskRows([{ what: '装充电桩', who: '物业', byDay: '2026-03-01', doneAt: now }, { what: '贴告示', who: '消防', byDay: '2026-03-01' }], now);
  expect(rows.map(({ task, state }) => [task, state])).toEqual([[1, '过了日子'], [0, '今天做完']]);
});

test('what staff may do together is offered; a party is not offered it', () => {
  expect(tabsFor(aView({ moves: ['formPanel', 'group', 'whistle', 'decide', 'urge'] })).map(({ value }) => value)).toEqual(['panel', 'group', 'task', 'whistle', 'urge']);
  expect(togetherLink(aView({ moves: ['refuse', 'withdraw', 'consentPanel'] }))).toEqual({ label: '', page: '' });
});

test('the meeting is called by its day', () => {
  expect(dayTitle({ day: '2026-03-04', now: Date.parse('2026-03-03T12:00+08:00') })).toBe('明天会商');
});
