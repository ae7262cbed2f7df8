import { homeWith, resident } from '../support/home-answers';
import { openPage } from '../support/page';

const ME = 'pages/me/me';
const two = { ...resident, roles: ['resident', 'mediator'] as const };

test('my number is shown masked', async () => {
  const page = await openPage(ME, { 'identity.home': () => ({ ok: true, data: homeWith({ unread: 2 }) }) });
  expect(page.text()).toContain('139******21 · 桐花苑 3号楼');
  expect(page.text()).toContain('2 条新的');
});

test('who has two identities changes between them, and the choice is kept', async () => {
  const page = await openPage(ME, { 'identity.home': () => ({ ok: true, data: homeWith({ me: { ...two, roles: [...two.roles] } }) }) });
  await page.press('调解员');
  expect(page.storage.get('identity')).toBe('mediator');
  expect(page.asked).toContainEqual({ name: 'switchTab', options: { url: '/pages/home/home' } });
});

test('who has one identity is not asked which', async () => {
  const page = await openPage(ME, { 'identity.home': () => ({ ok: true, data: homeWith() }) });
  expect(page.text()).not.toContain('现在用哪个身份');
});

test('large text is there at once, and next time too', async () => {
  const page = await openPage(ME, { 'identity.home': () => ({ ok: true, data: homeWith() }) });
  const frame = () => page.dom.querySelector('[class*="frame"]');
  expect(frame()?.className).not.toContain('large');
  await page.press('关怀模式');
  expect(frame()?.className).toContain('large');
  expect(frame()?.getAttribute('style')).toContain('--scale: 1.3');
  expect(page.storage.get('look')).toMatchObject({ isLarge: true });
});

test('large text multiplies with the phone’s own, up to twice the size', async () => {
  const page = await openPage(ME, { 'identity.home': () => ({ ok: true, data: homeWith() }) }, { storage: { look: { isLarge: true } }, fontScale: 1.8 });
  expect(page.dom.querySelector('[class*="frame"]')?.getAttribute('style')).toContain('--scale: 2');
});

test('a theme that the person chose holds against the phone’s, in the bars too', async () => {
  const done = () => ({});
  const page = await openPage(
    ME,
    { 'identity.home': () => ({ ok: true, data: homeWith() }) },
    { theme: 'light', wx: { setBackgroundColor: done, setTabBarStyle: done, setTabBarItem: done } },
  );
  await page.press('深色');
  expect(page.dom.querySelector('[class*="frame"]')?.className).toContain('dark');
  expect(page.asked).toContainEqual({ name: 'setNavigationBarColor', options: expect.objectContaining({ frontColor: '#ffffff' }) as object });
  expect(page.storage.get('look')).toMatchObject({ theme: 'dark' });
});

test('only an admin finds the admin’s pages', async () => {
  const admin = { ...resident, roles: ['resident', 'admin'] as ('resident' | 'admin')[] };
  expect((await openPage(ME, { 'identity.home': () => ({ ok: true, data: homeWith() }) })).text()).not.toContain('节假日');
  expect((await openPage(ME, { 'identity.home': () => ({ ok: true, data: homeWith({ me: admin }) }) })).text()).toContain('节假日');
});
