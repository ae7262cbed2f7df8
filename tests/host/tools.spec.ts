/** The host's own controls, by role and name, on a phone and beside it. */
import { openPhone, type Phone } from '../support/browser';
import { type HostForTests, say, startHost } from './support';

let host: HostForTests;
let open: Phone;

beforeAll(async () => {
  host = await startHost('tools');
});
afterAll(() => host.stop());
afterEach(async () => {
  const faults = await open.faults();
  await open.close();
  expect(faults).toEqual([]);
});

test('the demo clock is always in sight, in Chinese time, and can be moved', async () => {
  open = await openPhone(host.url, 'parent');
  const { phone } = open;
  const clock = phone.getByRole('timer', { name: '演示时间' });
  await clock.filter({ hasText: '演示 3月3日 周二 16:35' }).waitFor();
  await phone.getByRole('button', { name: '演示工具' }).click();
  await open.keepPicture('host-tools-phone');
  await phone.getByRole('button', { name: '+1天' }).click();
  await clock.filter({ hasText: '3月4日 周三 16:35' }).waitFor();
  await phone.getByRole('button', { name: '+1小时' }).click();
  await clock.filter({ hasText: '3月4日 周三 17:35' }).waitFor();
  await phone.getByRole('button', { name: '到下周二 16:35' }).click();
  await clock.filter({ hasText: '3月10日 周二 16:35' }).waitFor();
  await phone.getByLabel('日期和时间').fill('2026-04-01T09:00');
  await phone.getByRole('button', { name: '改到这时' }).click();
  await clock.filter({ hasText: '4月1日 周三 09:00' }).waitFor();
  await phone.getByRole('button', { name: '收起演示工具' }).click();
  await phone.getByTestId('hello').click();
});

test('on a wide window the tools stand beside the phone: another person, another look', async () => {
  open = await openPhone(host.url, 'parent', '', { viewport: { width: 1200, height: 900 } });
  const { phone } = open;
  await phone.getByTestId('hello').waitFor();
  await open.keepPicture('host-tools-wide');
  await phone.getByRole('navigation', { name: '换个人' }).getByRole('link', { name: '沈砚秋 民警' }).click();
  await phone.locator('#holder').getByText('沈砚秋 · 民警').waitFor();
  expect(new URL(phone.url()).searchParams.get('as')).toBe('officer');
  await phone.getByRole('group', { name: '微信字号' }).getByRole('button', { name: '特大' }).click();
  await phone.getByRole('group', { name: '外观' }).getByRole('button', { name: '深色' }).click();
  expect(await say(phone, 'wx.getAppBaseInfo()')).toMatchObject({ fontSizeScaleFactor: 1.3, theme: 'dark' });
  await phone.reload();
  await phone.getByTestId('hello').waitFor();
  expect(await say(phone, 'wx.getAppBaseInfo()')).toMatchObject({ fontSizeScaleFactor: 1.3, theme: 'dark' });
  expect(await phone.getByRole('link', { name: '打开控制台' }).getAttribute('href')).toBe('/console');
});
