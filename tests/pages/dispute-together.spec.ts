/** 一起办 and 会商: others are asked to help, many are written down, departments are called, the meeting decides. */
import type { DisputeView } from '../../typings/contract/dispute';
import { aView } from '../support/dispute-answers';
import { deposit, now, resident } from '../support/home-answers';
import { openComponent, openPage, type Answers } from '../support/page';

const TOGETHER = 'features/desk/together/together';
const GROUP = 'features/desk/components/group-editor/group-editor';
const MEETING = 'features/desk/meeting/meeting';
const STORY = 'features/dispute/story/story';
const CHOOSE = 'features/dispute/choose/choose';
const query = { id: 'case-1' };
const done = () => ({ ok: true as const, data: deposit });
const parties = aView().parties.map((party) => ({ ...party, isMe: false }));
const forStaff = (changes: Partial<DisputeView> = {}) => aView({ relations: ['officer'], moves: ['formPanel', 'group', 'whistle', 'answerWhistle', 'decide', 'finishTask', 'urge'], parties, ...changes });
const showing = (view: DisputeView, more: Answers = {}): Answers => ({
  'identity.me': () => ({ ok: true, data: resident }),
  'dispute.open': () => ({ ok: true, data: view }),
  'dispute.helpers': () => ({ ok: true, data: { helpers: [{ personId: 'han', name: '韩岳', post: 'leader' }, { personId: 'shen', name: '沈砚秋', post: 'officer' }, { personId: 'cheng', name: '程小北', post: 'auxiliary' }] } }),
  ...more,
});
const inputsOf = (page: { sent: { action: string; input: unknown }[] }, action: string) => page.sent.filter((each) => each.action === action).map(({ input }) => input);
beforeEach(() => void jest.spyOn(console, 'warn').mockImplementation(() => undefined));

describe('一起办', () => {
  test('a template comes with who is known for its posts, and one tap asks them', async () => {
    const page = await openPage(TOGETHER, showing(forStaff(), { 'dispute.formPanel': done }), { query });
    expect(page.text()).toContain('所领导、民警、辅警，再请有关部门');
    await page.press('请他们来帮忙');
    expect(inputsOf(page, 'dispute.formPanel')).toMatchObject([{ template: 'threePlusN', members: [{ post: 'leader', personId: 'han' }, { post: 'officer', personId: 'shen' }, { post: 'auxiliary', personId: 'cheng' }] }]);
  });

  test('somebody without an account has a name, and was asked about an interest', async () => {
    const page = await openPage(TOGETHER, showing(forStaff(), { 'dispute.formPanel': done }), { query });
    await page.press('再请一位');
    await page.press('再请有关部门');
    await page.press('请他们来帮忙');
    expect(page.text()).toContain('请写有关部门是谁。');
    expect(inputsOf(page, 'dispute.formPanel')).toEqual([]);
  });

  test('names are pasted and marked, kept on the phone until they are sent, and one at least speaks', async () => {
    const editor = await openComponent(GROUP, { caseId: 'case-1', parties }, showing(forStaff(), { 'dispute.group': done }));
    await editor.emit('#names', 'change', { value: '韦德顺\n业主二' });
    await editor.press('加到名单');
    await editor.press('大家都同意调解');
    await editor.press('存好名单');
    expect(editor.text()).toContain('请点出谁是代表。');
    await editor.press('韦德顺，代表');
    expect(editor.text()).toContain('共 2 人，代表 1 人。');
    expect([...editor.storage.keys()]).toContain('draft:group:case-1:applicant');
    await editor.press('存好名单');
    expect(inputsOf(editor, 'dispute.group')).toMatchObject([{ id: 'case-1', side: 'applicant', members: [{ name: '韦德顺', isRepresentative: true, hasConsented: true, hasAgreed: false }, { name: '业主二', isRepresentative: false }] }]);
    expect([...editor.storage.keys()]).not.toContain('draft:group:case-1:applicant');
  });

  test('units are chosen by a tap; without one nothing is sent', async () => {
    const page = await openPage(TOGETHER, showing(forStaff(), { 'dispute.whistle': done }), { query: { ...query, tab: 'whistle' } });
    await page.press('城管');
    await page.press('吹哨，请他们来');
    expect(page.text()).toContain('请写一句要他们做什么。');
    expect(inputsOf(page, 'dispute.whistle')).toEqual([]);
  });

  test('催办 asks for a word, and goes back', async () => {
    const page = await openPage(TOGETHER, showing(forStaff(), { 'dispute.urge': done }), { query: { ...query, tab: 'urge' } });
    await page.emit('#urge-words', 'change', { value: '今天定时间' });
    await page.press('现在就催');
    expect(inputsOf(page, 'dispute.urge')).toEqual([{ id: 'case-1', words: '今天定时间' }]);
  });

  test('where nothing is to be done together it says how the case stands', async () => {
    const page = await openPage(TOGETHER, showing(aView({ relations: ['gridWorker'], moves: ['note'], parties })), { query });
    expect(page.text()).toContain('这件事现在不用一起办');
  });

  test('without a network the page says so, and tries again', async () => {
    const page = await openPage(TOGETHER, { 'identity.me': () => ({ ok: true, data: resident }) }, { query });
    expect(page.text()).toContain('没能打开');
    await page.press('重试');
    expect(inputsOf(page, 'dispute.open')).toHaveLength(2);
  });
});

describe('会商', () => {
  const agenda = (more: object = {}) => ({ ok: true as const, data: { disputes: [{ ...deposit, moves: ['decide', 'finishTask'] as never[] }], decided: [], day: '2026-03-04', now, ...more } });

  test('the agenda stands there, and for each a task can be set down', async () => {
    const page = await openPage(MEETING, { 'identity.me': () => ({ ok: true, data: resident }), 'dispute.meeting': () => agenda({ decided: [{ id: deposit.id, tasks: [{ what: '装充电桩', who: '物业', byDay: '2026-03-09' }] }] }) });
    expect(page.text()).toContain('第1件');
    expect(page.text()).toContain('装充电桩');
    await page.press('第1件，定一件事');
    expect(page.text()).toContain('谁来做');
    await page.press('第1件，请人、吹哨、催办');
    expect(page.asked.find(({ name }) => name === 'navigateTo')?.options.url).toBe(`/features/desk/together/together?id=${deposit.id}`);
  });

  test('a task that is done is told at once', async () => {
    const answers: Answers = { 'identity.me': () => ({ ok: true, data: resident }), 'dispute.meeting': () => agenda({ decided: [{ id: deposit.id, tasks: [{ what: '装充电桩', who: '物业', byDay: '2026-03-09' }] }] }), 'dispute.finishTask': done };
    const page = await openPage(MEETING, answers);
    await page.press('装充电桩，做完了');
    expect(inputsOf(page, 'dispute.finishTask')).toEqual([{ id: deposit.id, task: 0 }]);
  });

  test('with nothing yellow, red or late it says so', async () => {
    const page = await openPage(MEETING, { 'identity.me': () => ({ ok: true, data: resident }), 'dispute.meeting': () => agenda({ disputes: [] }) });
    expect(page.text()).toContain('没有要议的事');
  });
});

describe('on the story', () => {
  const panel = { template: 'threePlusN' as const, consents: [], members: [{ post: 'leader' as const, name: '韩岳', isMe: false, hasDeclared: true, hasLeft: false }] };

  test('a party reads who would help, and agrees', async () => {
    const page = await openPage(STORY, showing(aView({ panel, moves: ['consentPanel', 'refuse'] }), { 'dispute.consentPanel': done }), { query });
    expect(page.text()).toContain('请来帮忙的人所领导、民警、辅警，再请有关部门');
    await page.press('同意请他们帮忙');
    expect(inputsOf(page, 'dispute.consentPanel')).toEqual([{ id: 'case-1', side: 'applicant' }]);
  });

  test('a helper says to have no interest', async () => {
    const mine = { ...panel, members: panel.members.map((member) => ({ ...member, isMe: true, hasDeclared: false })) };
    const page = await openPage(STORY, showing(aView({ relations: ['panelMember'], panel: mine, moves: ['declare', 'note'], parties }), { 'dispute.declare': done }), { query });
    await page.press('没有，我来帮忙');
    expect(inputsOf(page, 'dispute.declare')).toEqual([{ id: 'case-1', hasNoConflict: true }]);
  });
});

test('another mediator goes on: a reason, and whom', async () => {
  const mediators = [{ id: 'bai', name: '白秀兰', about: '人民调解员', openCases: 1 }];
  const page = await openPage(CHOOSE, { 'identity.me': () => ({ ok: true, data: resident }), 'dispute.mediators': () => ({ ok: true, data: { mediators } }), 'dispute.cover': done }, { query: { ...query, cover: '1' } });
  await page.tap('.choose-mediator');
  await page.press('换成这位');
  expect(page.text()).toContain('请写一句为什么换人。');
  await page.emit('#reason', 'change', { value: '丁师傅住院了' });
  await page.press('换成这位');
  expect(inputsOf(page, 'dispute.cover')).toEqual([{ id: 'case-1', mediatorId: 'bai', reason: '丁师傅住院了' }]);
});
