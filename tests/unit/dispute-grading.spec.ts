/** 三色 and danger: what the software proposes, and what may not be softened. */
import { floorOf, hasDanger, isDangerCleared, isLowered, proposeColour } from '../../miniprogram/domain/dispute/grading';
import { canSettleOnSpot, paperOnly } from '../../miniprogram/domain/dispute/guards';
import type { DisputeFacts } from '../../miniprogram/domain/dispute/facts';
import type { Colour, DangerAnswers, DisputeCategory } from '../../typings/contract/dispute';

const safe: DangerAnswers = { isHurt: false, isThreatened: false, isChildAtRisk: false, isHomeViolence: false };
const dangers = Object.keys(safe) as (keyof DangerAnswers)[];
const noise = { category: 'noise' as DisputeCategory, danger: safe, story: '楼上夜里咚咚响。' };

test.each<[string, Partial<Parameters<typeof proposeColour>[0]>, Colour, string[]]>([
  ['a noise', {}, 'blue', ['一般邻里的事']],
  ['two people', { peopleCount: 2 }, 'blue', ['一般邻里的事']],
  ['three people', { peopleCount: 3 }, 'yellow', ['牵涉 3 人']],
  ['nine people', { peopleCount: 9 }, 'yellow', ['牵涉 9 人']],
  ['ten people', { peopleCount: 10 }, 'red', ['牵涉 10 人']],
  ['a deposit', { category: 'money', amountFen: 280_000 }, 'yellow', ['多半要问法律']],
  ['the property company', { category: 'property' }, 'yellow', ['多半要问法律']],
  ['99,999.99 yuan', { amountFen: 9_999_999 }, 'blue', ['一般邻里的事']],
  ['100,000 yuan', { amountFen: 10_000_000 }, 'red', ['金额 100000 元']],
  ['a petition', { story: '不行就去省里讨说法。' }, 'red', ['提到上访']],
  ['a train to the capital', { story: '上周去北京玩了。' }, 'blue', ['一般邻里的事']],
  ['a knife', { story: '他拿着菜刀堵在门口。' }, 'red', ['提到“刀”，可能有危险']],
  ['who says he will strike with one', { story: '说再吵就砍人。' }, 'red', ['提到“砍”，可能有危险']],
  ['armed people', { story: '来了几个人持械闹事。' }, 'red', ['提到“持械”，可能有危险']],
  ['a felled tree, noodles, a price', { story: '面馆卖刀削面，砍了我家三棵树，还砍价。' }, 'blue', ['一般邻里的事']],
  ['all at once', { peopleCount: 12, amountFen: 10_000_000, danger: { ...safe, isHurt: true } }, 'red', ['有人身危险', '牵涉 12 人', '金额 100000 元']],
])('%s', (_what, changes, colour, reasons) => {
  expect(proposeColour({ ...noise, ...changes })).toEqual({ colour, reasons });
});

test.each(dangers)('%s alone is danger, and red', (danger) => {
  expect(hasDanger({ ...safe, [danger]: true })).toBe(true);
  expect(proposeColour({ ...noise, danger: { ...safe, [danger]: true } }).colour).toBe('red');
});

test('more never lowers: people, money, danger', () => {
  for (const category of ['noise', 'money', 'family'] as const) {
    for (const peopleCount of [1, 3, 9, 10, 50]) {
      for (const amountFen of [1, 10_000_000]) {
        const { colour } = proposeColour({ ...noise, category, peopleCount, amountFen });
        expect(isLowered(proposeColour({ ...noise, category, peopleCount: peopleCount + 1, amountFen }).colour, colour)).toBe(false);
        expect(isLowered(proposeColour({ ...noise, category, peopleCount, amountFen: amountFen * 2 }).colour, colour)).toBe(false);
      }
    }
  }
});

test('the floor is the higher of what is proposed and what was decided', () => {
  expect([floorOf('blue', undefined), floorOf('blue', 'red'), floorOf('red', 'blue'), floorOf('yellow', 'yellow')]).toEqual(['blue', 'red', 'red', 'yellow']);
});

test('a danger is cleared when one of those told is gone, whatever else is added', () => {
  const hurt = { ...safe, isHurt: true };
  expect(isDangerCleared(hurt, { ...safe, isThreatened: true })).toBe(true);
  expect(isDangerCleared(hurt, { ...hurt, isThreatened: true })).toBe(false);
  expect(isDangerCleared(safe, safe)).toBe(false);
});

describe('settled on the spot', () => {
  const settled = { ...noise, applicant: { name: '甲', consentedAt: 1 }, respondent: { name: '乙', consentedAt: 1 } } as unknown as DisputeFacts;

  test('the officer’s colour counts before the proposal', () => {
    expect(canSettleOnSpot(settled)).toBeUndefined();
    expect(canSettleOnSpot({ ...settled, colour: 'yellow' })).toBeDefined();
    expect(canSettleOnSpot({ ...settled, category: 'money', colour: 'blue' })).toBeUndefined();
  });

  test('danger comes first, with its article', () => {
    expect(canSettleOnSpot({ ...settled, danger: { ...safe, isChildAtRisk: true }, colour: 'blue' })).toMatchObject({ basis: '人民调解法 第25条' });
  });
});

describe('on paper only (电子签名法 第3条)', () => {
  const agreement = (facts: string, what = '道歉') => ({ form: 'written' as const, facts, clauses: [{ side: 'applicant' as const, what, byDay: '2026-03-10', proof: '当面', state: 'open' as const, photos: [] }], digest: '', signatures: [] });

  test.each<[string, boolean, Parameters<typeof paperOnly>[0]]>([
    ['a family story about divorce', true, { category: 'family', story: '闹离婚。' }],
    ['a noise of neighbours who are divorced', false, { category: 'noise', story: '楼上离婚后夜里很吵。', agreement: agreement('夜里安静。') }],
    ['an agreement about an inheritance', true, { category: 'property', story: '房子漏水。', agreement: agreement('房子是遗产，三人共有。') }],
    ['a clause about support for a child', true, { category: 'money', story: '欠钱。', agreement: agreement('欠款。', '每月付抚养费') }],
    ['dishes', false, { category: 'family', story: '碗没洗。', agreement: agreement('轮流洗碗。') }],
  ])('%s: %s', (_what, isPaper, facts) => {
    expect(paperOnly(facts) !== undefined).toBe(isPaper);
  });
});
