/** What glass-easel and the host together must do as WeChat does: data, events, components, styles, the page stack. */
import { openPhone, type Phone } from '../support/browser';
import { type HostForTests, startHost } from './support';

let host: HostForTests;
let open: Phone | undefined;

beforeAll(async () => {
  host = await startHost('pages');
});
afterAll(() => host.stop());
afterEach(async () => {
  const faults = await open?.faults();
  await open?.close();
  open = undefined;
  expect(faults ?? []).toEqual([]);
});

async function visit(page = '', options = {}) {
  open = await openPhone(host.url, 'parent', page, options);
  const { phone } = open;
  const text = (id: string) => phone.getByTestId(id).filter({ visible: true });
  const tap = async (name: string) => {
    const target = phone.getByText(name, { exact: true }).filter({ visible: true }).first();
    await ('touch' in options ? target.tap() : target.click());
  };
  const sees = async (id: string, words: string) => text(id).filter({ hasText: words }).first().waitFor({ timeout: 3000 });
  return { phone, text, tap, sees };
}

test('our own tree builds without warnings', () => {
  expect(host.warnings).toEqual([]);
});

describe.each([['a mouse', {}], ['a finger', { touch: true }]])('with %s', (_, options) => {
  test('templates, data, WXS and includes show what the page has, and what it changes', async () => {
    const { text, tap, sees } = await visit('', options);
    await sees('hello', '你好 n=1 奇');
    await sees('branch', '关');
    await sees('included', '2 项');
    await sees('wxs', '￥3.0 String Array true ABC');
    expect(await text('item').first().innerText()).toBe('1. 苹果 ¥3.00');
    await tap('加一');
    await sees('hello', 'n=2 偶');
    await sees('branch', '开');
    await sees('included', '3 项');
    await text('item').first().click();
    await sees('included', '2 项');
  });

  test('components: observers, events, methods, relations, generics, slots, lifetimes', async () => {
    const { tap, sees } = await visit('', options);
    await sees('number', '1 2');
    await tap('加2');
    await sees('number', '3 6 attached+show+ready');
    await sees('hello', 'n=3');
    await tap('归零');
    await sees('said', 'reset');
    await sees('number', '0 0');
    await sees('family', '1 个[甲]');
    await tap('加一');
    await sees('family', '2 个[甲][乙]');
    await sees('generic', '[丙][丁]');
    await sees('extra', '旁注');
  });

  test('taps bubble, are caught, captured, marked and taken by WXS', async () => {
    const { tap, sees } = await visit('', options);
    await tap('拦住');
    await sees('said', '内');
    await tap('放过');
    await sees('said', '内外');
    await tap('用WXS');
    await sees('said', 'wxs 77');
    await tap('顺序');
    await sees('said', '先后 x m true 1');
  });
});

test('a press that lasts is a longpress; Enter on a control is a tap', async () => {
  const { phone, sees } = await visit();
  const target = phone.getByRole('button', { name: '长按我' });
  await target.hover();
  await phone.mouse.down();
  await sees('said', '长按');
  await phone.mouse.up();
  await phone.getByRole('button', { name: '加一' }).press('Enter');
  await sees('hello', 'n=2');
});

test('styles: rpx and vh of the frame, isolation, external classes, page rules on their page alone', async () => {
  const { phone, text, tap } = await visit('', { viewport: { width: 1200, height: 900 } });
  const color = (id: string) => text(id).first().evaluate((node) => getComputedStyle(node).color);
  expect(await text('box').innerText()).toBe('25 156');
  const stage = await phone.locator('#stage').evaluate((node) => node.clientHeight);
  expect(await text('box').evaluate((node) => node.clientHeight)).toBe(Math.round(stage / 10));
  expect(await color('hello')).toBe('rgb(0, 82, 217)');
  expect(await color('number')).toBe('rgb(0, 0, 255)');
  // .from-app of app.wxss does not reach into an isolated component
  expect(await text('number').evaluate((node) => getComputedStyle(node.parentElement as Element).color)).toBe('rgb(26, 31, 41)');
  await tap('去详情');
  await text('detail').waitFor();
  expect(await color('detail')).toBe('rgb(1, 2, 3)');
});

test('the page stack: lifecycles, titles, back, the tab bar, at most ten pages', async () => {
  const { phone, text, tap, sees } = await visit('pages/home/home?from=spec');
  await sees('life', 'load spec 1;show;ready;');
  await phone.getByRole('tab', { name: '首页', selected: true }).waitFor();
  await tap('去详情');
  await sees('detail', '1 张三 show');
  await phone.getByRole('heading', { name: '详情 1' }).waitFor();
  expect(new URL(phone.url()).hash).toBe('#/features/more/detail/detail?id=1&name=%E5%BC%A0%E4%B8%89');
  expect(await phone.getByRole('tab').filter({ visible: true }).count()).toBe(0);
  for (let depth = 2; depth < 10; depth++) {
    await tap('再深一层');
    await text('detail').filter({ hasText: `${depth} ` }).waitFor();
  }
  await tap('再深一层');
  await sees('failure', 'navigateTo:fail');
  await phone.getByRole('button', { name: '返回' }).click();
  await text('detail').filter({ hasText: '8 ' }).waitFor();
  await tap('回首页');
  await sees('life', 'show;ready;hide;show;');
  await phone.getByRole('tab', { name: '元素' }).click();
  await phone.getByRole('heading', { name: '元素' }).waitFor();
  await phone.getByRole('tab', { name: '首页' }).click();
  await sees('life', 'hide;show;hide;show;');
});

test('a page in a subpackage: opener channel, refresh by call and by finger, reach bottom, scroll, share', async () => {
  const { phone, tap, sees } = await visit();
  await tap('去列表');
  await sees('facts', '问 哪一个');
  await tap('刷新');
  await sees('facts', '刷新1');
  await phone.mouse.move(200, 300);
  await phone.mouse.down();
  await phone.mouse.move(200, 340);
  await phone.mouse.move(200, 420, { steps: 4 });
  await phone.mouse.up();
  await sees('facts', '刷新2');
  await phone.mouse.wheel(0, -600); // halved by the screen's density
  await sees('facts', '刷新3');
  await phone.mouse.wheel(0, 5000);
  await sees('facts', '到底1 滚动true');
  await phone.mouse.wheel(0, -9000);
  await tap('转给家人');
  const sheet = phone.getByRole('dialog', { name: '转发给朋友' });
  await sheet.getByText('看看这个列表 button').waitFor();
  await sheet.getByRole('button', { name: '知道了' }).click();
  await tap('就选这个');
  await sees('said', '选了 甲');
});

test('the address leads to a page, also while another is open', async () => {
  const { phone, sees } = await visit('features/more/detail/detail?id=5&name=a%26b');
  await sees('detail', '5 a&b');
  await phone.goto(`${host.url}/?as=parent#/pages/home/home?from=address`);
  await sees('life', 'load address 1');
});

test('dark mode follows the system, and the host can force it', async () => {
  const { phone, text } = await visit('', { dark: true });
  const color = () => text('branch').evaluate((node) => getComputedStyle(node).color);
  expect(await color()).toBe('rgb(236, 239, 244)');
  expect(await phone.locator('#nav').evaluate((node) => getComputedStyle(node).backgroundColor)).toBe('rgb(28, 32, 39)');
  await phone.getByRole('button', { name: '演示工具' }).click();
  await phone.getByRole('button', { name: '浅色' }).click();
  expect(await color()).toBe('rgb(26, 31, 41)');
  expect(await phone.locator('#nav').evaluate((node) => getComputedStyle(node).backgroundColor)).toBe('rgb(255, 255, 255)');
});
