/** 签字盖章, 司法确认, 多谈几天, 再谈一次: pages that a dispute needs besides the straight way. */
import type { DisputeView } from '../../typings/contract/dispute';
import { agreement, aView, noise } from '../support/dispute-answers';
import { now, resident } from '../support/home-answers';
import { openPage, type Answers, type MountedPage } from '../support/page';
import { courtCardOf, moreDaysCardOf } from '../../miniprogram/features/dispute/components/side-card/side-card.view';

const DAY = 86_400_000;
const query = { id: 'case-1' };
const at = (page: string) => `features/dispute/${page}/${page}`;
const done = () => ({ ok: true as const, data: noise });
const showing = (view: DisputeView, more: Answers = {}): Answers => ({
  'identity.me': () => ({ ok: true, data: resident }), 'dispute.open': () => ({ ok: true, data: view }), ...more,
});
const inputsOf = (page: MountedPage, action: string) => page.sent.filter((sent) => sent.action === action).map(({ input }) => input);

beforeEach(() => {
  jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  Object.assign(globalThis, { getCurrentPages: () => [{}] });
});

const signedBy = (['applicant', 'respondent'] as const).map((side) => ({ side, at: now, how: 'phone' as const }));
const agreed = aView({ state: 'agreed', moves: ['seal', 'note'], relations: ['mediator'], parties: noise.parties.map((party) => ({ ...party, isMe: false })), agreement: { ...agreement, signedBy } });
const paper = { key: 1, file: { path: 'tmp', bytes: 1 }, state: 'sent', id: 'p1' } as const;

describe('签字盖章', () => {
  test('says what is still missing, and sends nothing before the name and the seal are there', async () => {
    const page = await openPage(at('seal'), showing(agreed, { 'dispute.seal': done }), { query });
    expect(page.text()).toContain('人民调解委员会的章还差');
    await page.press('签字盖章，约定生效');
    expect(page.text()).toContain('请先签上您的名字。');
    expect(inputsOf(page, 'dispute.seal')).toEqual([]);
  });

  test('on paper: the sheet is photographed, the seal is on it, and from here it holds', async () => {
    const page = await openPage(at('seal'), showing(agreed, { 'dispute.seal': done }), { query });
    await page.press('纸上签的，拍照');
    await page.emit('#paper', 'change', { value: [paper] });
    await page.press('签字盖章，约定生效');
    expect(page.text()).toContain('盖好章，再记生效。');
    await page.press('每一份都盖好了人民调解委员会的章');
    await page.press('签字盖章，约定生效');
    expect(inputsOf(page, 'dispute.seal')).toEqual([{ id: 'case-1', isSealed: true, file: 'p1' }]);
    expect(page.asked).toContainEqual({ name: 'redirectTo', options: { url: '/features/dispute/story/story?id=case-1' } });
  });

  test('an inheritance is sealed on paper alone, and police have a seal of their own', async () => {
    const page = await openPage(at('seal'), showing(aView({ ...agreed, track: 'security', agreement: { ...agreed.agreement!, paperOnly: '要打印出来在纸上签。' } })), { query });
    expect(page.data.form).toMatchObject({ way: 'paper' });
    expect(page.text()).toContain('要打印出来在纸上签。');
    expect(page.text()).toContain('派出所的章');
  });

  test('nothing is sealed twice', async () => {
    const page = await openPage(at('seal'), showing(aView({ ...agreed, state: 'performing', moves: ['prove'] })), { query });
    expect(page.text()).toContain('现在是：正在兑现');
  });
});

const inForce = aView({ state: 'performing', moves: ['prove', 'default', 'askConfirmation'], agreement: { ...agreement, signedBy, effectiveAt: now - 24 * DAY }, confirmationUntil: '2026-03-09' });

describe('司法确认', () => {
  test('who has asked reads that the other side is waited for', async () => {
    const page = await openPage(at('court'), showing(aView({ ...inForce, confirmation: { state: 'asked', sides: ['applicant'], court: '望河区人民法院' } })), { query });
    expect(page.text()).toContain('您申请过了，等对方也申请');
  });

  test('a party reads until when, who has asked, and asks the same court', async () => {
    const asked = aView({ ...inForce, confirmation: { state: 'asked', sides: ['respondent'], court: '望河区人民法院' } });
    const page = await openPage(at('court'), showing(asked, { 'dispute.askConfirmation': done }), { query });
    expect(page.text()).toContain('最晚哪天申请3月9日 周一');
    expect(page.text()).toContain('对方（王*四）申请了');
    expect(page.data.form).toMatchObject({ court: '望河区人民法院', side: 'applicant' });
    await page.press('一起申请');
    expect(inputsOf(page, 'dispute.askConfirmation')).toEqual([{ id: 'case-1', court: '望河区人民法院', side: 'applicant' }]);
  });

  test('after thirty days there is nothing to ask for', async () => {
    const page = await openPage(at('court'), showing(aView({ ...inForce, confirmationUntil: '2026-03-02' })), { query });
    expect(page.text()).toContain('现在不用办司法确认');
  });

  test('without a court nothing is sent', async () => {
    const page = await openPage(at('court'), showing(inForce), { query });
    await page.press('我要申请');
    expect(page.text()).toContain('还没写是哪个法院，拿不准问调解员。');
  });

  test('staff write down what the court said', async () => {
    const applied = aView({ ...inForce, relations: ['officer'], moves: ['askConfirmation', 'recordConfirmation'], parties: noise.parties.map((party) => ({ ...party, isMe: false, hasAccount: true })), confirmation: { state: 'applied', sides: ['applicant', 'respondent'], court: '望河区人民法院' } });
    const page = await openPage(at('court'), showing(applied, { 'dispute.recordConfirmation': done }), { query });
    await page.press('法院受理了');
    await page.emit('#number', 'change', { value: '望河民特12' });
    await page.press('记下法院的答复');
    expect(inputsOf(page, 'dispute.recordConfirmation')).toEqual([{ id: 'case-1', outcome: 'accepted', number: '望河民特12' }]);
  });

  test('on the story: until when, a way to join in; later the answer; barred, why', () => {
    expect(courtCardOf(inForce)).toMatchObject({ label: '申请司法确认', note: expect.stringContaining('3月9日前'), rows: [{ who: '您（韦德顺）', said: '还没说' }, {}] });
    expect(courtCardOf(aView({ ...inForce, confirmation: { state: 'confirmed', sides: ['applicant', 'respondent'], court: '望河区人民法院', number: '望河民特12' } }))).toMatchObject({ label: '', note: '法院确认了：望河区人民法院，案号 望河民特12' });
    const { confirmationUntil: _until, ...barred } = inForce;
    expect(courtCardOf({ ...barred, confirmationBar: '涉及身份关系的，法院不做司法确认。（民诉法解释 第355条）' })).toMatchObject({ label: '', note: '涉及身份关系的，法院不做司法确认。（民诉法解释 第355条）' });
    expect(courtCardOf(aView({ ...inForce, confirmationUntil: '2026-03-02' }))).toBeNull();
    expect(courtCardOf(agreed)).toBeNull();
  });
});

const talking = aView({ state: 'mediating', moves: ['askExtend', 'refuse'] });

describe('多谈几天', () => {
  test('a party agrees to what the other asked, with the same days', async () => {
    const page = await openPage(at('extend'), showing(aView({ ...talking, extension: { days: 5, sides: ['respondent'] } }), { 'dispute.extend': done }), { query });
    expect(page.text()).toContain('对方（王*四）想多谈5天');
    await page.press('同意，多谈5天');
    expect(inputsOf(page, 'dispute.extend')).toEqual([{ id: 'case-1', side: 'applicant', days: 5 }]);
  });

  test('other days are another question', async () => {
    const page = await openPage(at('extend'), showing(aView({ ...talking, extension: { days: 5, sides: ['respondent'] } })), { query });
    await page.press('15 天');
    expect(page.text()).toContain('和刚才说的 5 天不一样');
  });

  test('who has asked waits; the story shows who has not', () => {
    expect(moreDaysCardOf(aView({ ...talking, extension: { days: 5, sides: ['applicant'] } }))).toMatchObject({ label: '', rows: [{ said: '想多谈5天' }, { said: '还没说' }] });
    expect(moreDaysCardOf(aView({ ...talking, state: 'accepted' }))).toBeNull();
    expect(moreDaysCardOf(talking)).toMatchObject({ label: '想多谈几天', rows: [] });
  });

  test('the card on the story leads to the page', async () => {
    const page = await openPage(at('story'), showing(talking), { query });
    await page.press('想多谈几天');
    expect(page.asked).toContainEqual({ name: 'navigateTo', options: { url: '/features/dispute/extend/extend?id=case-1' } });
  });
});

test('再谈一次: both were asked, and somebody mediates', async () => {
  const failed = aView({ state: 'failed', moves: ['retry'], relations: ['officer'], track: 'security', mediator: { id: 'm2', name: '陆则行' } });
  const mediators = () => ({ ok: true as const, data: { mediators: [{ id: 'm1', name: '沈砚秋', about: '民警', openCases: 0 }, { id: 'm2', name: '陆则行', about: '民警', openCases: 1 }] } });
  const page = await openPage(at('retry'), showing(failed, { 'dispute.mediators': mediators, 'dispute.retry': done }), { query });
  expect(page.text()).toContain('7个工作日内谈完');
  await page.press('再谈一次');
  expect([page.text().includes('要双方都愿意'), inputsOf(page, 'dispute.retry')]).toEqual([true, []]);
  await page.press('问过双方，都愿意再谈一次');
  await page.press('再谈一次');
  expect(inputsOf(page, 'dispute.retry')).toEqual([{ id: 'case-1', areBothWilling: true, mediatorId: 'm2' }]);
});
