/** 接孩子码: made on the phone, with and without a network; the server's own codes are the measure. */
import { codeOf, secretFor } from '../../cloudfunctions/childcare/codes';
import { counterOf, pickupText, stepAt } from '../../miniprogram/domain/childcare/pickup-codes';
import { qrPicture } from '../../miniprogram/domain/qr/picture';
import { family, here, openVisit, SECRET } from '../support/family-answers';
import { now, resident } from '../support/home-answers';
import { openPage, type Answers } from '../support/page';

const CODE = 'features/childcare/code/code';
const query = { id: here.id };
const kept = { visitId: here.id, secret: SECRET, personId: resident.id, nickname: '小麦', post: '桐花里警务室', issuedAt: now, ahead: 0, persons: [{ id: 'p1', name: '外婆' }] };
const atTheServer = (variant = 0, at = now) => codeOf(Buffer.from(SECRET, 'base64'), counterOf(stepAt(at), variant));
const shown = (text: string) => /(\d{3}) ?(\d{3})(?=\d*分钟后自动换| )/.exec(text)?.slice(1).join('');
const open: Answers = { ...family, 'childcare.open': () => ({ ok: true, data: openVisit(here) }) };

beforeEach(() => {
  jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  jest.spyOn(Date, 'now').mockReturnValue(now);
});

test('the phone shows the code that the server will take, as digits and as a picture', async () => {
  const page = await openPage(CODE, open, { query });
  expect(page.data).toMatchObject({ code: { groups: [atTheServer().slice(0, 3), atTheServer().slice(3)] } });
  expect(page.find('.code-picture').dom?.getAttribute('src')).toBe(qrPicture(pickupText({ visitId: here.id, personId: resident.id, code: atTheServer() })));
  expect(page.asked).toContainEqual(expect.objectContaining({ name: 'setKeepScreenOn', options: expect.objectContaining({ keepScreenOn: true }) as object }));
  await page.leave();
  expect(page.asked).toContainEqual(expect.objectContaining({ name: 'setKeepScreenOn', options: expect.objectContaining({ keepScreenOn: false }) as object }));
});

test('without a network the code is the same, and 换一个 gives another that is as good', async () => {
  const page = await openPage(CODE, {}, { query, isOffline: true, storage: { 'pickup-secrets': [kept] } });
  expect(shown(page.text())).toBe(atTheServer());
  expect(page.text()).toContain('没有网络，这个码一样能用。');
  await page.press('换一个');
  expect(shown(page.text())).toBe(atTheServer(1));
});

test('a quarter of an hour later it is another by itself, with a clock that goes after', async () => {
  const slow = 7 * 60_000;
  jest.spyOn(Date, 'now').mockReturnValue(now - slow);
  const page = await openPage(CODE, {}, { query, isOffline: true, storage: { 'pickup-secrets': [{ ...kept, ahead: slow }] } });
  expect(shown(page.text())).toBe(atTheServer());
  jest.spyOn(Date, 'now').mockReturnValue(now + 16 * 60_000 - slow);
  await page.run('tick');
  expect(shown(page.text())).toBe(atTheServer(0, now + 16 * 60_000));
});

test('a code for the grandmother is another, and good for her alone', async () => {
  const page = await openPage(CODE, {}, { query, isOffline: true, storage: { 'pickup-secrets': [kept] } });
  await page.press('外婆来接');
  expect(shown(page.text())).toBe(codeOf(secretFor(Buffer.from(SECRET, 'base64'), 'p1'), counterOf(stepAt(now), 0)));
  await page.press('复制，发给外婆');
  expect(page.asked).toContainEqual({ name: 'setClipboardData', options: { data: shown(page.text()) } });
});

test('when the child was handed over the secret goes, and the page says to whom', async () => {
  const released: Answers = { ...family, 'childcare.open': () => ({ ok: true, data: openVisit({ ...here, state: 'released', withWhom: '外婆' }) }) };
  const page = await openPage(CODE, released, { query, storage: { 'pickup-secrets': [kept] } });
  expect(page.text()).toContain('已交给外婆');
  expect(page.storage.has('pickup-secrets')).toBe(false);
});

test('a secret is not used a day later, whatever happened to the visit', async () => {
  jest.spyOn(Date, 'now').mockReturnValue(now + 25 * 3_600_000);
  const page = await openPage(CODE, {}, { query, isOffline: true, storage: { 'pickup-secrets': [kept] } });
  expect(page.text()).toContain('手机里还没有码');
  expect(page.text()).toContain('请工作人员回拨您留的电话核对');
});
