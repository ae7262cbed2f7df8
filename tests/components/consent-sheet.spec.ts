import { resident } from '../support/home-answers';
import { openComponent, type Answers } from '../support/page';

const SHEET = 'components/consent-sheet/consent-sheet';
const answers: Answers = {
  'identity.consent': () => ({ ok: true, data: resident }),
  'identity.saveProfile': () => ({ ok: true, data: resident }),
};
const asking = { visible: true, needsPhone: true };

beforeEach(() => void jest.spyOn(console, 'warn').mockImplementation(() => undefined));

test('the notice stands beside the phone number that it is about, with its version', async () => {
  const sheet = await openComponent(SHEET, asking, answers);
  expect(sheet.text()).toContain('手机号');
  expect(sheet.text()).toContain('对方看不到您的电话');
  expect(sheet.text()).toMatch(/看全文（\d{4}-\d{2} 版）/);
});

test('a number that nobody can ring is not sent', async () => {
  const sheet = await openComponent(SHEET, asking, answers);
  await sheet.run('onPhone', { detail: { value: '1390000' } });
  await sheet.press('同意并继续');
  expect(sheet.text()).toContain('请写 11 位手机号');
  expect(sheet.sent).toEqual([]);
});

test('agreeing comes before what is kept, and both before what the person wanted to send', async () => {
  const sheet = await openComponent(SHEET, asking, answers);
  await sheet.run('onName', { detail: { value: '韦师傅' } });
  await sheet.run('onPhone', { detail: { value: '13900000021' } });
  await sheet.press('同意并继续');
  expect(sheet.sent.map(({ action, input }) => [action, input])).toEqual([
    ['identity.consent', { version: expect.any(String) as string }],
    ['identity.saveProfile', { name: '韦师傅', phone: '13900000021' }],
  ]);
});

test('where nobody must be rung, only the notice is shown', async () => {
  const sheet = await openComponent(SHEET, { visible: true }, answers);
  expect(sheet.text()).not.toContain('手机号');
  await sheet.press('同意并继续');
  expect(sheet.sent.map(({ action }) => action)).toEqual(['identity.consent']);
});

test('a lost answer is said, and what was typed stays', async () => {
  const sheet = await openComponent(SHEET, asking);
  await sheet.run('onPhone', { detail: { value: '13900000021' } });
  await sheet.press('同意并继续');
  expect(sheet.text()).toContain('没收到回复。再点一次，不会重复提交。');
  expect(sheet.data.phone).toBe('13900000021');
});
