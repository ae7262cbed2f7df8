import { deposit, now, resident } from '../support/home-answers';
import { openPage, type Answers } from '../support/page';

const CALLS = 'features/desk/calls/calls';
const HOUR = 3_600_000;
const landlord = { id: 'm2', at: now, sentence: '桂花27：约在3月4日 周三 17:00，调解室。', disputeId: 'case-1', number: '桂花27', side: 'respondent' as const, name: '房东', phone: '139******33' };
const earlier = { ...landlord, id: 'm1', at: now - 26 * HOUR, sentence: '桂花27：换了一位调解员。不合适可以告诉民警换一位。', missed: { times: 2, at: now - HOUR } };
const other = { ...landlord, id: 'm0', disputeId: 'case-2', number: '兰花8', side: 'applicant' as const, name: '一楼', sentence: '兰花8：办完了。如果没解决，30天内可以说。' };
const showing = (calls: readonly object[]): Answers => ({ 'dispute.calls': () => ({ ok: true, data: { calls: [...calls], now } as never }) });
const called: Answers = { 'identity.me': () => ({ ok: true, data: resident }), 'dispute.called': () => ({ ok: true, data: deposit }) };

test('each person stands once, with all there is to say and from which case', async () => {
  const page = await openPage(CALLS, showing([landlord, other, earlier]));
  const text = page.text();
  expect(text.split('被申请人 房东')).toHaveLength(2);
  expect(text).toContain('桂花27 · 139******33');
  expect(text.indexOf('约在3月4日 周三 17:00，调解室。')).toBeLessThan(text.indexOf('换了一位调解员。'));
  expect(text).toContain('打过 2 次没人接，上次今天');
});

test('the same is not said twice, and what is old is not read out', async () => {
  const lines = [landlord, { ...landlord, id: 'm1b' }, ...[4, 3, 2].map((day) => ({ ...landlord, id: `m-${day}`, sentence: `桂花27：约在3月${day}日 10:00，调解室。` }))];
  const page = await openPage(CALLS, { ...showing(lines), ...called });
  expect(page.text()).toContain('更早的 1 条');
  expect(page.text()).not.toContain('约在3月2日');
  await page.press('告诉了被申请人 房东');
  expect(page.sent.find(({ action }) => action === 'dispute.called')?.input).toMatchObject({ calls: lines.map(({ id }) => id) });
});

test('the number is asked for when it is rung, and rung', async () => {
  const page = await openPage(CALLS, { ...showing([landlord]), 'dispute.phone': () => ({ ok: true, data: { phone: '13900000033' } }) });
  await page.press('打电话给被申请人 房东');
  expect(page.sent).toContainEqual(expect.objectContaining({ action: 'dispute.phone', input: { id: 'case-1', side: 'respondent' } }));
  expect(page.asked).toContainEqual({ name: 'makePhoneCall', options: expect.objectContaining({ phoneNumber: '13900000033' }) as object });
});

test('who was told is ticked off with everything, in one tap', async () => {
  const page = await openPage(CALLS, { ...showing([landlord, other, earlier]), ...called });
  await page.press('告诉了被申请人 房东');
  expect(page.sent).toContainEqual(expect.objectContaining({ action: 'dispute.called', input: { id: 'case-1', calls: ['m2', 'm1'], isReached: true, words: '电话里告诉了。' } }));
});

test('who did not pick up is noted, and stays', async () => {
  const page = await openPage(CALLS, { ...showing([landlord]), ...called });
  await page.press('被申请人 房东没接');
  expect(page.sent).toContainEqual(expect.objectContaining({ action: 'dispute.called', input: { id: 'case-1', calls: ['m2'], isReached: false, words: '没人接。' } }));
});

test('nobody to ring is said in words', async () => {
  const page = await openPage(CALLS, showing([]));
  expect(page.text()).toContain('没有要打的电话');
});
