/** 托管, for police and their leader: claims, the exception of two, fetching, and what is written down of a child. */
import type { ChildView, VisitView } from '../../typings/contract/childcare';
import { visit } from '../support/carepost-answers';
import { resident } from '../support/home-answers';
import { openPage, type Answers } from '../support/page';

const done = () => ({ ok: true as const, data: {} as never });
const me: Answers = { 'identity.me': () => ({ ok: true, data: resident }) };
const query = { query: { id: 'visit-2' } };
const open = (data: VisitView, more: Answers = {}): Answers => ({ ...me, 'childcare.open': () => ({ ok: true, data }), ...more });
const inputOf = (sent: { action: string; input: unknown }[], action: string) => sent.find((request) => request.action === action)?.input;

describe('民警办理', () => {
  const REVIEW = 'features/carepost/review/review';
  const claimed: VisitView = { ...visit, state: 'releaseClaimed', moves: ['confirmClaim', 'doubtClaim'], claim: { name: '外婆', by: '尹老师', at: visit.now, isMine: false } };

  test('a claim says who handed over to whom without a network, and is confirmed with a word', async () => {
    const page = await openPage(REVIEW, open(claimed, { 'childcare.confirmClaim': done }), query);
    expect(page.text()).toContain('尹老师断网时交给了外婆');
    await page.press('核实了');
    await page.press('核实了', 1);
    expect(page.text()).toContain('写一句怎么核对的。');
    expect(inputOf(page.sent, 'childcare.confirmClaim')).toBeUndefined();
  });

  test('the exception asks for both the document and the call', async () => {
    const page = await openPage(REVIEW, open({ ...visit, moves: ['proposeException'] }, { 'childcare.proposeException': done }), query);
    await page.press('外婆');
    await page.press('记下，请另一位民警');
    expect(page.text()).toContain('两样都要');
    expect(inputOf(page.sent, 'childcare.proposeException')).toBeUndefined();
  });

  test('the first officer cannot be the second', async () => {
    const proposed: VisitView = { ...visit, state: 'pickupPending', moves: ['releaseByException'], exception: { name: '舅舅', by: '沈警官', isMine: true } };
    const page = await openPage(REVIEW, open(proposed), query);
    expect(page.text()).toContain('请另一位民警再核对一遍');
    expect(page.text()).not.toContain('确认交给他');
  });

  test('a child is passed on by the leader alone, with a name and a reason', async () => {
    const page = await openPage(REVIEW, open({ ...visit, moves: ['transfer'] }, { 'childcare.transfer': done }), query);
    await page.press('转交儿童督导员');
    expect(page.text()).toContain('写清楚转给哪位儿童督导员。');
    expect(inputOf(page.sent, 'childcare.transfer')).toBeUndefined();
  });
});

describe('去学校接', () => {
  const FETCH = 'features/carepost/fetch/fetch';
  const asked: VisitView = { ...visit, state: 'fetching', moves: ['takeFetch', 'declineFetch', 'pickUp'], fetch: { school: '望河小学东门', teacher: '班主任', reason: '妹妹发高烧。', isMine: false, isConfirmedByTeacher: false } };

  test('one officer takes it', async () => {
    const page = await openPage(FETCH, open(asked, { 'childcare.takeFetch': done }), query);
    expect(page.text()).toMatch(/望河小学东门 → 桐花里警务室找班主任家长说：/);
    await page.press('我去接');
    expect(inputOf(page.sent, 'childcare.takeFetch')).toEqual({ id: 'visit-2' });
  });

  test('a no names what else there is', async () => {
    const page = await openPage(FETCH, open(asked, { 'childcare.declineFetch': done }), query);
    await page.press('去不了，告诉家长');
    await page.press('告诉家长');
    expect(page.text()).toContain('写一句家长还能怎么办');
    expect(inputOf(page.sent, 'childcare.declineFetch')).toBeUndefined();
  });

  test('at the school the teacher sees who comes, says the phrase and says yes', async () => {
    const page = await openPage(FETCH, open({ ...asked, fetch: { ...asked.fetch!, officer: '沈警官', isMine: true } }, { 'childcare.pickUp': done }), query);
    expect(page.text()).toMatch(/给老师看沈警官来接 阿橙/);
    await page.press('接到了');
    expect(page.text()).toContain('请老师说出口令');
    expect(inputOf(page.sent, 'childcare.pickUp')).toBeUndefined();
  });

  test('whoever did not take it is told who did', async () => {
    const page = await openPage(FETCH, open({ ...asked, fetch: { ...asked.fetch!, officer: '陆警官' } }), query);
    expect(page.text()).toContain('陆警官去接了');
  });
});

describe('孩子和接的人', () => {
  const CHILD = 'features/carepost/child/child';
  const child: ChildView = {
    ...visit.child, id: 'child-2', birthMonth: '2016-05', allergy: '花生过敏', hasAllergy: true, guardians: [{ id: 'mother', name: '安然', kinship: 'mother', isMe: false, phone: '139******23' }],
    persons: [{ id: 'aunt', name: '姑姑', kinship: 'relative', from: visit.now + 60_000, isToday: true, isWaiting: true }],
    barred: [{ id: 'bar-1', name: '高某', reason: '法院有裁定' }], consent: { version: '2026-11', at: 1 }, hasCard: false, lacking: [], relations: ['carer'],
  }; // prettier-ignore
  const answers = (more: Partial<ChildView> = {}): Answers => ({ ...me, 'childcare.child': () => ({ ok: true, data: { ...child, ...more } }), 'childcare.bar': done, 'childcare.liftBar': done, 'childcare.confirmPerson': done });

  test('what to look out for stands first, and the look is on record', async () => {
    const page = await openPage(CHILD, answers(), { query: { id: 'child-2' } });
    expect(page.text()).toMatch(/^阿橙.*花生过敏.*您看过这一页，已记下。/s);
  });

  test('a carer reads who may not come, and cannot change it', async () => {
    const page = await openPage(CHILD, answers(), { query: { id: 'child-2' } });
    expect(page.text()).toContain('高某');
    expect(page.text()).not.toContain('解除');
  });

  test('an officer writes it down with its ground', async () => {
    const page = await openPage(CHILD, answers({ relations: ['officer'], barred: [] }), { query: { id: 'child-2' } });
    await page.press('加一位');
    await page.press('记下');
    expect(page.text()).toContain('写一句依据什么。');
    expect(inputOf(page.sent, 'childcare.bar')).toBeUndefined();
  });

  test('an officer takes a guardian off the list as a court has decided, with its ground; the last one stays', async () => {
    const mother = { id: 'mother', name: '安然', kinship: 'mother' as const, isMe: false };
    const father = { id: 'father', name: '高远', kinship: 'father' as const, isMe: false };
    const page = await openPage(CHILD, { ...answers({ relations: ['officer'], guardians: [mother, father] }), 'childcare.removeGuardian': done }, { query: { id: 'child-2' } });
    await page.press('高远不再是监护人');
    expect(page.text()).toContain('他加的能接的人也一起取消');
    await page.press('记下');
    expect(page.text()).toContain('写一句依据什么。');
    expect(inputOf(page.sent, 'childcare.removeGuardian')).toBeUndefined();
    const alone = await openPage(CHILD, answers({ relations: ['officer'], guardians: [mother] }), { query: { id: 'child-2' } });
    expect(alone.text()).not.toContain('不再是监护人');
    const carer = await openPage(CHILD, answers({ guardians: [mother, father] }), { query: { id: 'child-2' } });
    expect(carer.text()).not.toContain('不再是监护人');
  });

  test('今天换人接: the post has rung back, and says with whom it spoke', async () => {
    const page = await openPage(CHILD, answers(), { query: { id: 'child-2' } });
    await page.press('姑姑，回拨过了，可以接');
    await page.press('记下，马上能接');
    expect(page.text()).toContain('写一句打给了谁、怎么说的。');
    expect(inputOf(page.sent, 'childcare.confirmPerson')).toBeUndefined();
  });

  test('a paper card is shown once, to be printed', async () => {
    const page = await openPage(CHILD, { ...answers(), 'childcare.card': () => ({ ok: true, data: { code: 'k'.repeat(16), child } }) }, { query: { id: 'child-2' } });
    await page.press('做一张卡');
    expect(page.find('.child-qr').dom?.getAttribute('aria-label')).toBe('阿橙的接送卡');
    expect(page.text()).toContain('k'.repeat(16));
  });
});
