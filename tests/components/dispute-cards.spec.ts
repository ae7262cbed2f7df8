/** What stands on a dispute's pages as a card of its own: danger, a colour taken down, a unit's answer, a lead, the ways out. */
import { dangerCardOf } from '../../miniprogram/features/dispute/components/danger-card/danger-card.view';
import { elsewhereCardOf } from '../../miniprogram/features/dispute/components/elsewhere-card/elsewhere-card.view';
import { loweringCardOf } from '../../miniprogram/features/dispute/components/lowering-card/lowering-card.view';
import { aView, noDanger } from '../support/dispute-answers';
import { deposit, resident } from '../support/home-answers';
import { openComponent, type Answers } from '../support/page';

const at = (name: string) => `features/dispute/components/${name}/${name}`;
const threat = { ...noDanger, isThreatened: true };
const beaten = { ...noDanger, isHomeViolence: true };
const done = () => ({ ok: true as const, data: deposit });
const answers: Answers = {
  'identity.me': () => ({ ok: true, data: resident }),
  ...Object.fromEntries(['warn', 'contact', 'proposeLower', 'lower', 'acknowledge', 'return', 'adoptLead', 'dismissLead'].map((move) => [`dispute.${move}`, done])),
};
const open = (name: string, properties: object) => openComponent(at(name), { caseId: 'case-1', ...properties }, answers);
const inputsOf = (page: { sent: { action: string; input: unknown }[] }, action: string) => page.sent.filter((each) => each.action === action).map(({ input }) => input);
beforeEach(() => void jest.spyOn(console, 'warn').mockImplementation(() => undefined));

describe('danger', () => {
  test('who reports says what happens now; what it ends is said before', async () => {
    const card = await open('danger-card', { card: dangerCardOf(aView({ state: 'scheduled', moves: ['warn', 'withdraw'] })) });
    await card.press('有危险，马上说');
    expect(card.text()).toContain('双方不再见面，约好的时间取消');
    await card.press('马上告诉民警');
    expect(card.text()).toContain('请点一下是什么危险');
    await card.emit('#warn-danger', 'change', { value: beaten });
    await card.emit('#danger-words', 'change', { value: '他又打我。' });
    await card.press('马上告诉民警');
    expect(inputsOf(card, 'dispute.warn')).toEqual([{ id: 'case-1', danger: beaten, words: '他又打我。' }]);
  });

  test('an officer puts down that the applicant was spoken to alone', async () => {
    const card = await open('danger-card', { card: dangerCardOf(aView({ state: 'triaged', moves: ['contact'], danger: beaten })) });
    await card.press('单独联系过了');
    await card.emit('#danger-words', 'change', { value: '已单独见面，人安全。' });
    await card.press('记下');
    expect(inputsOf(card, 'dispute.contact')).toEqual([{ id: 'case-1', side: 'applicant', words: '已单独见面，人安全。' }]);
  });

  test('both may be in danger: each is spoken to alone, and put down by itself', async () => {
    const card = await open('danger-card', { card: dangerCardOf(aView({ state: 'triaged', relations: ['officer'], moves: ['contact'], danger: beaten, dangerOf: ['applicant', 'respondent'] })) });
    await card.press('先单独联系被申请人：单独联系过了');
    await card.emit('#danger-words', 'change', { value: '人在母亲家。' });
    await card.press('记下');
    expect(inputsOf(card, 'dispute.contact')).toEqual([{ id: 'case-1', side: 'respondent', words: '人在母亲家。' }]);
  });

  test('staff say whose danger it is', async () => {
    const card = await open('danger-card', { card: dangerCardOf(aView({ state: 'scheduled', relations: ['officer'], moves: ['warn'] })) });
    await card.press('有危险，马上说');
    await card.emit('#warn-danger', 'change', { value: beaten });
    await card.emit('#danger-words', 'change', { value: '电话里说被打了。' });
    await card.press('马上告诉民警');
    expect(card.text()).toContain('请选是谁有危险。');
    await card.emit('#warn-side', 'change', { value: 'respondent' });
    await card.press('马上告诉民警');
    expect(inputsOf(card, 'dispute.warn')).toEqual([{ id: 'case-1', side: 'respondent', danger: beaten, words: '电话里说被打了。' }]);
  });

  test('nothing where neither may be done', () => {
    expect(dangerCardOf(aView({ moves: ['withdraw'] }))).toBeNull();
    expect(dangerCardOf(aView({ moves: ['contact'] }))).toBeNull(); // nobody is in danger
  });
});

describe('降颜色', () => {
  const red = aView({ state: 'triaged', relations: ['officer'], moves: ['proposeLower', 'lower'], colour: 'red', danger: threat, hasDanger: true });
  const lowering = { colour: 'yellow' as const, danger: noDanger, reason: '当面问清楚了', by: '陆则行', isMine: false };

  test('the first says to what, which danger is gone, and why', async () => {
    const card = await open('lowering-card', { colour: 'red', card: loweringCardOf(red) });
    await card.press('危险没有了，或者降颜色');
    await card.emit('#lowering-colour', 'change', { value: 'yellow' });
    await card.press('请另一个人看');
    expect(card.text()).toContain('还有人身危险，颜色不能降');
    await card.press('不再“有人威胁或拿着刀”');
    await card.emit('#lowering-reason', 'change', { value: '当面问清楚了' });
    await card.press('请另一个人看');
    expect(inputsOf(card, 'dispute.proposeLower')).toEqual([{ id: 'case-1', colour: 'yellow', danger: noDanger, reason: '当面问清楚了' }]);
  });

  test('a yellow one is taken down by one', async () => {
    const card = await open('lowering-card', { colour: 'yellow', card: loweringCardOf({ ...red, colour: 'yellow', danger: noDanger }) });
    await card.press('降颜色');
    expect(card.text()).toContain('写明理由，马上就降');
  });

  test('the second reads who, what and why, and agrees or not', async () => {
    const card = await open('lowering-card', { colour: 'red', card: loweringCardOf({ ...red, lowering }) });
    expect(card.text()).toContain('陆则行提出：降到▲ 黄 会诊，不再算“有人威胁或拿着刀”');
    expect(card.text()).toContain('当面问清楚了');
    await card.press('同意降');
    expect(inputsOf(card, 'dispute.lower')).toEqual([{ id: 'case-1', isAgreed: true, seen: red.version }]);
  });

  test('who proposed it only takes it back', async () => {
    const card = await open('lowering-card', { colour: 'red', card: loweringCardOf({ ...red, lowering: { ...lowering, isMine: true } }) });
    expect(card.text()).not.toContain('同意降');
    await card.press('收回，不降了');
    expect(inputsOf(card, 'dispute.lower')).toEqual([{ id: 'case-1', isAgreed: false, seen: red.version }]);
  });
});

describe('at another unit', () => {
  const passed = elsewhereCardOf(aView({ state: 'transferred', relations: ['receiver'], moves: ['acknowledge', 'return'], transferredTo: { unit: '城管' } }));

  test('it says who has it', async () => {
    const card = await open('elsewhere-card', { card: passed });
    await card.emit('#received-by', 'change', { value: '' });
    await card.press('记下，接了');
    expect(card.text()).toContain('请写谁接的');
    await card.emit('#received-by', 'change', { value: '城管小秦' });
    await card.press('记下，接了');
    expect(inputsOf(card, 'dispute.acknowledge')).toEqual([{ id: 'case-1', receivedBy: '城管小秦' }]);
  });

  test('whoever answers for the unit need not type the own name; an officer taps who took it', async () => {
    const own = await open('elsewhere-card', { card: passed });
    await own.press('记下，接了');
    expect(inputsOf(own, 'dispute.acknowledge')).toEqual([{ id: 'case-1', receivedBy: resident.name }]);
    const officers = elsewhereCardOf(aView({ state: 'transferred', relations: ['officer'], moves: ['acknowledge', 'return'], transferredTo: { unit: '城管' } }));
    const card = await open('elsewhere-card', { card: officers });
    await card.press('填城管值班人员');
    await card.press('记下，接了');
    expect(inputsOf(card, 'dispute.acknowledge')).toEqual([{ id: 'case-1', receivedBy: '城管值班人员' }]);
  });

  test('or gives it back with a reason', async () => {
    const card = await open('elsewhere-card', { card: passed });
    await card.press('不接，退回');
    await card.press('退回去');
    expect(card.text()).toContain('请写为什么不接');
    await card.emit('#answer-words', 'change', { value: '归物业。' });
    await card.press('退回去');
    expect(inputsOf(card, 'dispute.return')).toEqual([{ id: 'case-1', reason: '归物业。' }]);
  });
});

describe('苗头', () => {
  test('他愿意说: with his word and how to reach him it becomes his matter', async () => {
    const desk = await open('lead-desk', { who: '五金店老板' });
    await desk.press('转成一件事');
    expect(desk.text()).toContain('先问过本人');
    await desk.press('本人愿意说，同意登记');
    await desk.emit('#lead-phone', 'change', { value: '13900000051' });
    await desk.press('转成一件事');
    expect(inputsOf(desk, 'dispute.adoptLead')).toEqual([{ id: 'case-1', applicant: { name: '五金店老板', phone: '13900000051', hasAgreed: true } }]);
  });

  test('不用管: with a line why', async () => {
    const desk = await open('lead-desk', { who: '' });
    await desk.press('不用管');
    await desk.emit('#lead-reason', 'change', { value: '只是气话' });
    await desk.press('不用管', 1);
    expect(inputsOf(desk, 'dispute.dismissLead')).toEqual([{ id: 'case-1', reason: '只是气话' }]);
  });
});

test('not here: turned away with the other routes, or passed to a unit by its name', async () => {
  const sheet = await openComponent(at('away-sheet'), { isOpen: true }, answers);
  await sheet.press('转过去');
  expect(sheet.text()).toContain('请选转给哪个单位');
  await sheet.press('城管');
  await sheet.emit('#away-words', 'change', { value: '占道归城管' });
  expect(sheet.text()).not.toContain('请选转给哪个单位');
  await sheet.press('这里办不了');
  expect(sheet.text()).toContain('12348');
});
