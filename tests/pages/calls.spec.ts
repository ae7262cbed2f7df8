import { deposit, now } from '../support/home-answers';
import { openPage } from '../support/page';

const CALLS = 'features/desk/calls/calls';
const landlord = { id: 'm1', at: now, sentence: '桂花27约在今天 17:00，调解室。', disputeId: 'case-1', number: '桂花27', side: 'respondent' as const, name: '房东', phone: '139******33' };
const answers = { 'dispute.calls': () => ({ ok: true as const, data: { calls: [landlord], now } }) };

test('each call says whom to ring, and what to say', async () => {
  const page = await openPage(CALLS, answers);
  expect(page.text()).toContain('被申请人 房东');
  expect(page.text()).toContain('桂花27约在今天 17:00，调解室。');
});

test('the number is asked for when it is rung, and rung', async () => {
  const page = await openPage(CALLS, { ...answers, 'dispute.phone': () => ({ ok: true, data: { phone: '13900000033' } }) });
  await page.press('打电话给被申请人 房东');
  expect(page.sent).toContainEqual(expect.objectContaining({ action: 'dispute.phone', input: { id: 'case-1', side: 'respondent' } }));
  expect(page.asked).toContainEqual({ name: 'makePhoneCall', options: expect.objectContaining({ phoneNumber: '13900000033' }) as object });
});

test('who was told is ticked off', async () => {
  const page = await openPage(CALLS, { ...answers, 'dispute.called': () => ({ ok: true, data: deposit }) });
  await page.press('告诉了被申请人 房东');
  expect(page.sent).toContainEqual(expect.objectContaining({ action: 'dispute.called', input: { id: 'case-1', call: 'm1', words: '电话里告诉了。' } }));
});

test('nobody to ring is said in words', async () => {
  const page = await openPage(CALLS, { 'dispute.calls': () => ({ ok: true, data: { calls: [], now } }) });
  expect(page.text()).toContain('没有要打的电话');
});
