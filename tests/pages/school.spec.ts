import { openPage } from '../support/page';

test('whose money is gone reaches 110 with one tap, without any call to the cloud', async () => {
  const page = await openPage('pages/school/school');
  await page.press('打110');
  expect(page.asked).toContainEqual({ name: 'makePhoneCall', options: expect.objectContaining({ phoneNumber: '110' }) as object });
  expect(page.sent).toEqual([]);
});
