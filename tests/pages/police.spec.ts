/** 治安调解: what its pages say by which article, what they miss, and what they send. */
import type { DisputeView } from '../../typings/contract/dispute';
import { agreement, aView, noise } from '../support/dispute-answers';
import { now, resident } from '../support/home-answers';
import { openPage, type Answers, type MountedPage } from '../support/page';
import { damagesDeeds } from '../../miniprogram/features/dispute/story/story.offers';

const DAY = 86_400_000;
const query = { id: 'case-1' };
const at = (page: string) => `features/dispute/${page}/${page}`;
const done = () => ({ ok: true as const, data: noise });
const showing = (view: DisputeView, more: Answers = {}): Answers => ({
  'identity.me': () => ({ ok: true, data: resident }), 'dispute.open': () => ({ ok: true, data: view }), ...more,
});
const inputsOf = (page: MountedPage, action: string) => page.sent.filter((sent) => sent.action === action).map(({ input }) => input);
const photo = { key: 1, file: { path: 'tmp', bytes: 1 }, state: 'sent', id: 'p1' } as const;
const told = { day: '2026-03-01', time: '18:20', place: '3号楼楼下', cause: '争车位', circumstances: '情节较轻', result: '手臂擦伤' };
const happened = { at: Date.parse('2026-03-01T18:20+08:00'), place: '3号楼楼下', cause: '争车位', circumstances: '情节较轻', result: '手臂擦伤' };

beforeEach(() => {
  jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  Object.assign(globalThis, { getCurrentPages: () => [{}] });
});

const failed = aView({ state: 'failed', relations: ['officer'], moves: ['handOn', 'recordDecision', 'recognize'], track: 'security', harmed: 'applicant', law: { dueAt: now + 29 * DAY }, parties: noise.parties.map((party) => ({ ...party, isMe: false })) });

describe('依法处理', () => {
  test('a step has words and a day to come (第185条)', async () => {
    const page = await openPage(at('law'), showing(failed, { 'dispute.handOn': done }), { query });
    expect(page.text()).toContain('公安机关办理行政案件程序规定 第185条');
    await page.press('记下');
    expect(page.text()).toContain('请写下一步做什么。');
    await page.emit('#step', 'change', { value: '受案' });
    await page.press('记下');
    expect(inputsOf(page, 'dispute.handOn')).toMatchObject([{ id: 'case-1', step: '受案', isDecided: false }]);
  });

  test('both came to terms: the application is photographed, and it was kept (第186条)', async () => {
    const page = await openPage(at('law'), showing(failed, { 'dispute.recognize': done }), { query });
    await page.emit('#deed', 'change', { value: 'settlement' });
    await page.press('记下');
    for (const missing of ['请选怎么和解的。', '请写双方怎么说好的。', '请拍下双方签名的申请书。']) expect(page.text()).toContain(missing);
    await page.emit('#by', 'change', { value: 'people' });
    await page.emit('#terms', 'change', { value: '赔了三百元' });
    await page.emit('#application', 'change', { value: [photo] });
    await page.emit('#outcome', 'change', { value: 'yes' });
    await page.press('记下');
    expect(page.text()).toContain('说好的都做到了，才能申请不予处罚。');
    await page.press('说好的都做到了');
    await page.press('双方一起书面申请');
    await page.press('记下');
    expect(inputsOf(page, 'dispute.recognize')).toEqual([{ id: 'case-1', by: 'people', terms: '赔了三百元', haveBothApplied: true, isPerformed: true, file: 'p1', isRecognized: true }]);
  });

  test('what was decided is not decided again, and on another track there is nothing to do', async () => {
    const decided = await openPage(at('law'), showing(aView({ ...failed, law: { decidedOn: '2026-03-01' } })), { query });
    expect(decided.text()).toContain('现在不用依法处理');
    const other = await openPage(at('law'), showing(aView({ state: 'failed', relations: ['officer'], moves: ['retry'] })), { query });
    expect(other.text()).toContain('现在是：没谈成');
  });
});

describe('当场调解', () => {
  const triaged = aView({ state: 'triaged', relations: ['officer'], moves: ['settleByPolice', 'note'], track: 'security' });

  test('all of what the article asks for, and the paper or the recording (第178条)', async () => {
    const page = await openPage(at('spot'), showing(triaged, { 'dispute.settleByPolice': done }), { query });
    await page.press('记下，当场调解好了');
    expect(inputsOf(page, 'dispute.settleByPolice')).toEqual([]);
    await page.emit('#occurrence', 'change', { value: told });
    await page.emit('#course', 'change', { value: '推了一把' });
    await page.emit('#terms', 'change', { value: '当面道歉' });
    for (const field of ['isClear', 'isLossUndisputed', 'haveBothAgreed', 'isPerformed']) await page.emit(`#${field}`, 'change', { value: true });
    await page.press('记下，当场调解好了');
    expect(page.text()).toContain('请拍下双方签名的协议书。');
    await page.emit('#proof', 'change', { value: 'recording' });
    await page.emit('#recording', 'change', { value: '执法记录仪12号' });
    await page.press('记下，当场调解好了');
    expect(inputsOf(page, 'dispute.settleByPolice')).toEqual([
      { id: 'case-1', course: '推了一把', occurrence: happened, terms: '当面道歉', isClear: true, isLossUndisputed: true, haveBothAgreed: true, isPerformed: true, proof: 'recording', recording: '执法记录仪12号' },
    ]);
  });
});

describe('its agreement and its notices', () => {
  test('when and where it happened, why, how and what came of it are asked for and read aloud (第184条)', async () => {
    const page = await openPage(at('agreement'), showing(aView({ state: 'mediating', relations: ['mediator'], moves: ['draft', 'sign'], track: 'security' }), { 'dispute.draft': done }), { query });
    expect(page.text()).toContain('第184条');
    await page.press('念给双方听');
    expect(page.text()).toContain('还没选什么时候发生的。');
    await page.emit('#occurrence', 'change', { value: told });
    await page.emit('#clauses', 'change', { value: agreement.clauses.map(({ side, what, byDay, proof }) => ({ side, what, byDay, proof })) });
    await page.press('念给双方听');
    expect(page.text()).toContain('起因：争车位');
    await page.press('双方都听明白了');
    expect(inputsOf(page, 'dispute.draft')).toMatchObject([{ occurrence: happened }]);
  });

  test('the respondent reads the rules of the police, and no other', async () => {
    const asked = aView({ state: 'inviting', relations: ['respondent'], moves: ['consent', 'refuse'], track: 'security', parties: [{ side: 'respondent', name: '李三', isMe: true, hasConsented: false, hasSigned: false, phone: '139******22' }] });
    const page = await openPage(at('answer'), showing(asked), { query });
    expect(page.text()).toContain('公安机关办理行政案件程序规定 第179–182条');
    expect(page.text()).not.toContain('人民调解法');
  });

  test('who was harmed asks for the damages once (第185条)', () => {
    const mine = aView({ state: 'failed', moves: ['askDamages'], track: 'security', harmed: 'applicant' });
    expect(damagesDeeds(mine).map(({ name }) => name)).toEqual(['askDamages']);
    expect(damagesDeeds({ ...mine, harmed: 'respondent' })).toEqual([]);
    expect(damagesDeeds({ ...mine, linked: [{ number: '桂花31', state: 'submitted', how: 'damages' }] })).toEqual([]);
  });
});
