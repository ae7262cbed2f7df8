/** WeChat's built-in elements, by role and name, with a mouse and with a finger. */
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { openPhone, type Phone } from '../support/browser';
import { type HostForTests, personas, startHost } from './support';

const PICTURE = join(__dirname, 'fixture/assets/tab.png');

let host: HostForTests;
let open: Phone;

beforeAll(async () => {
  host = await startHost('elements');
});
afterAll(() => host.stop());

describe.each([['a mouse', false], ['a finger', true]])('with %s', (_, touch) => {
  beforeEach(async () => {
    open = await openPhone(host.url, 'parent', 'pages/elements/elements', { touch });
    await open.phone.getByTestId('said').waitFor({ state: 'attached' });
  });
  afterEach(async () => {
    const faults = await open.faults();
    await open.close();
    expect(faults).toEqual([]);
  });

  const press = (target: Locator) => (touch ? target.tap() : target.click());
  const said = (words: string) => open.phone.getByTestId('said').filter({ hasText: words }).waitFor({ timeout: 3000 });

  test('a form gathers every kind of field by its name, and clears them', async () => {
    const { phone } = open;
    const word = phone.getByLabel('一个词');
    await word.fill('平安');
    await said('输入 平安 2');
    await word.press('Enter');
    await said('确认 平安');
    await phone.getByLabel('一段话').pressSequentially('十个字以内的一段话啊啊啊');
    await press(phone.getByText('同意', { exact: true }));
    await said('开关 true');
    await press(phone.getByRole('checkbox', { name: '苹果' }));
    await said('水果 apple,pear');
    await press(phone.getByText('红茶', { exact: true }));
    await said('茶 black');
    await phone.getByRole('combobox', { name: '城市' }).selectOption('上海');
    await said('城市 1');
    await phone.getByRole('slider', { name: '程度' }).fill('7');
    await said('程度 7');
    await phone.getByLabel('组件里的字段').fill('自己的');
    await press(phone.getByRole('button', { name: '提交' }));
    await said('"story":"十个字以内的一段话啊"');
    expect(JSON.parse(await phone.getByTestId('said').innerText())).toEqual({
      word: '平安', story: '十个字以内的一段话啊', agree: true, fruits: ['apple', 'pear'], tea: 'black', city: 1, level: 7, own: '自己的',
    });
    await press(phone.getByRole('button', { name: '重填' }));
    await said('重填了');
    expect(await word.inputValue()).toBe('');
    expect(await phone.getByRole('checkbox', { name: '苹果' }).getAttribute('aria-checked')).toBe('false');
  });

  test('pickers of columns, times and dates', async () => {
    const { phone } = open;
    await phone.getByRole('combobox', { name: '分栏' }).nth(1).selectOption('二');
    await said('分栏 0,1');
    await phone.getByLabel('时间', { exact: true }).fill('16:35');
    await phone.getByText('时间 16:35').waitFor();
    await phone.getByLabel('日期', { exact: true }).fill('2026-03-10');
    await phone.getByText('日期 2026-03-10').waitFor();
  });

  test('open-type: the phone number is asked for, an avatar is a file, a disabled button does nothing', async () => {
    const { phone } = open;
    await press(phone.getByRole('button', { name: '手机号' }));
    await press(phone.getByRole('dialog', { name: '获取手机号' }).getByRole('button', { name: '不允许' }));
    await said('getPhoneNumber:fail user deny');
    await press(phone.getByRole('button', { name: '手机号' }));
    await press(phone.getByRole('dialog', { name: '获取手机号' }).getByRole('button', { name: '允许', exact: true }));
    await said(`phone-code-${personas[0]?.id ?? ''}`);
    const chooser = phone.waitForEvent('filechooser');
    await press(phone.getByRole('button', { name: '头像' }));
    await (await chooser).setFiles(PICTURE);
    await said('wxfile://tmp_');
    await phone.getByRole('button', { name: '不能点', disabled: true }).click({ force: true });
    await said('wxfile://tmp_');
  });
});

describe('what moves and what is drawn', () => {
  beforeEach(async () => {
    open = await openPhone(host.url, 'parent', 'pages/elements/elements');
  });
  afterEach(async () => {
    const faults = await open.faults();
    await open.close();
    expect(faults).toEqual([]);
  });
  const said = (words: string) => open.phone.getByTestId('said').filter({ hasText: words }).waitFor({ timeout: 3000 });

  test('a scroll-view goes to a line without moving the page, and tells when it is at its end', async () => {
    const { phone } = open;
    const scroller = phone.getByTestId('scroller');
    const frame = phone.locator('.page-frame');
    await scroller.scrollIntoViewIfNeeded();
    await phone.getByRole('button', { name: '滚到十行' }).click();
    const before = await frame.evaluate((node) => node.scrollTop);
    await phone.waitForFunction(() => (document.querySelector('[data-testid=scroller]')?.scrollTop ?? 0) > 250);
    expect(await frame.evaluate((node) => node.scrollTop)).toBe(before);
    await scroller.evaluate((node) => node.scrollTo(0, 9999));
    await said('到底了');
  });

  test('a swiper is dragged to its next item; a picker-view turns to a row', async () => {
    const { phone } = open;
    const swiper = phone.getByTestId('swiper');
    await swiper.scrollIntoViewIfNeeded();
    const box = await swiper.boundingBox();
    if (!box) throw new Error('no swiper');
    await phone.mouse.move(box.x + 300, box.y + 30);
    await phone.mouse.down();
    await phone.mouse.move(box.x + 80, box.y + 30, { steps: 4 });
    await phone.mouse.up();
    await said('滑到 1');
    await phone.getByTestId('wheel').getByText('格2').click();
    await said('转到 2');
  });

  test('progress, image, rich text, canvas', async () => {
    const { phone } = open;
    expect(await phone.getByRole('progressbar', { name: '进度' }).getAttribute('aria-valuenow')).toBe('40');
    await phone.getByRole('img', { name: '标志' }).scrollIntoViewIfNeeded();
    expect(await phone.getByTestId('rich').innerHTML()).toBe('<p>平安<b>家</b></p>');
    const pixel = await phone.evaluate(() => {
      const canvas = document.querySelector<HTMLCanvasElement>('wx-canvas > canvas');
      return Array.from(canvas?.getContext('2d')?.getImageData(10, 10, 1, 1).data ?? []);
    });
    expect(pixel).toEqual([200, 0, 0, 255]);
    await phone.locator('wx-canvas').click({ position: { x: 20, y: 10 } });
    await said('画 20 10');
  });
});
