/** Small pieces that many pages share. */
import { wordParts } from '../../miniprogram/components/phone-words/phone-words.view';
import { openComponent } from '../support/page';

test('a timeline has the newest on top, and says what only staff can see', async () => {
  const lines = [
    { key: '2', title: '记了一笔', who: '沈警官 · 今天 10:05', words: '已去现场看过。', isInternal: true },
    { key: '1', title: '收到', who: '您 · 昨天 18:05' },
  ];
  const timeline = await openComponent('components/timeline/timeline', { lines });
  expect(timeline.text()).toMatch(/记了一笔.*只有工作人员可见.*已去现场看过。.*沈警官.*收到/);
});

test('a field counts its letters, and shows what is wrong in place of its help', async () => {
  const field = await openComponent('components/word-field/word-field', { label: '经过', value: '楼上很吵', isLong: true, most: 500, help: '想到什么写什么', problem: '还没写是什么事。' });
  expect(field.text()).toContain('还没写是什么事。');
  expect(field.text()).not.toContain('想到什么写什么');
  expect(field.text()).toContain('4/500');
});

test('an action that is under way cannot be tapped again', async () => {
  const bar = await openComponent('components/action-bar/action-bar', { label: '交给民警', busy: true });
  const told = jest.spyOn(bar.instance as unknown as { triggerEvent(): void }, 'triggerEvent');
  await bar.run('onAct');
  expect(told).not.toHaveBeenCalled();
});

test('what is not graded yet carries no mark', async () => {
  expect((await openComponent('components/colour-mark/colour-mark', { colour: '' })).text()).toBe('');
});

test.each([
  ['loading', '', ''],
  ['empty', '还没有说过的事', '请警务室来调解，不收费。'],
] as const)('%s has its own words', async (status, emptyTitle, emptyNote) => {
  const state = await openComponent('components/load-state/load-state', { status, emptyTitle, emptyNote });
  expect(state.text()).toBe(emptyTitle + emptyNote);
});

describe('telephone numbers in a sentence', () => {
  test('ring when they are tapped', async () => {
    const words = await openComponent('components/phone-words/phone-words', { words: '拿不准，先打法律援助电话 12348 问一问' });
    expect(words.text()).toBe('拿不准，先打法律援助电话 12348 问一问');
    await words.press('打12348');
    expect(words.asked).toContainEqual({ name: 'makePhoneCall', options: expect.objectContaining({ phoneNumber: '12348' }) as object });
  });

  test.each([
    ['可以打 12345，有危险打110', ['12345', '110']],
    ['警务室 025-86110000，网格员13900000022', ['025-86110000', '13900000022']],
    ['依法处理（程序规定 第185条），赔120元，110号楼', []],
  ])('are told from other numbers: %s', (words, numbers) => {
    expect(wordParts(words).filter(({ isPhone }) => isPhone).map(({ text }) => text)).toEqual(numbers);
  });
});
