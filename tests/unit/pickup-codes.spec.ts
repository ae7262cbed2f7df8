/** The phone makes pickup codes without a network; the server makes its own and compares. They must never differ. */
import { randomBytes } from 'node:crypto';
import { codeOf, secretFor } from '../../cloudfunctions/childcare/codes';
import { codeForAnother, codeOnPhone } from '../../miniprogram/domain/childcare/phone-codes';
import { cardIn, cardText, counterOf, liveCounters, pickupIn, pickupText, stepAt, stepEndsAt } from '../../miniprogram/domain/childcare/pickup-codes';
import { codes } from '../../miniprogram/domain/childcare/policy';
import { qrPicture } from '../../miniprogram/domain/qr/picture';

const now = Date.UTC(2026, 2, 3, 8, 35);
const counters = [0, 1, 255, 256, ...liveCounters(now), counterOf(stepAt(now) + 1, codes.variants - 1), 2 ** 53 - 1];

test('the phone and the server make the same six digits, for any secret and any step', () => {
  for (let length = 32; length > 0; length -= 1) {
    for (let again = 0; again < 20; again += 1) {
      const secret = randomBytes(length);
      const onPhone = counters.map((counter) => codeOnPhone(secret.toString('base64'), counter));
      expect(onPhone).toEqual(counters.map((counter) => codeOf(secret, counter)));
      expect(onPhone.every((code) => /^\d{6}$/.test(code))).toBe(true);
    }
  }
});

test('a code for somebody else is the same on both sides, and another one for each person', () => {
  const secret = randomBytes(32);
  const people = ['01KJRXMYE40RAT3AE2E6MGRAEY', 'Vx_1-a'];
  const onPhone = people.map((person) => codeForAnother(secret.toString('base64'), person, stepAt(now)));
  expect(onPhone).toEqual(people.map((person) => codeOf(secretFor(secret, person), stepAt(now))));
  expect(new Set([...onPhone, codeOf(secret, stepAt(now))]).size).toBeGreaterThan(1);
});

test('the codes of one step and of the next are all others: each can be used once', () => {
  const secret = randomBytes(32).toString('base64');
  const all = liveCounters(now).map((counter) => codeOnPhone(secret, counter));
  expect(new Set(liveCounters(now)).size).toBe(2 * codes.variants);
  expect(new Set(all).size).toBeGreaterThan(codes.variants); // two may be alike by chance, hardly more
});

test('a code that was shown in the last minutes is still good, and one from half an hour ago is not', () => {
  const quarter = codes.minutes * 60_000;
  const shown = counterOf(stepAt(now), 1);
  expect(liveCounters(now)).toContain(shown);
  expect(liveCounters(now + quarter)).toContain(shown);
  expect(liveCounters(now + 2 * quarter)).not.toContain(shown);
  expect(liveCounters(now - quarter)).not.toContain(shown);
  expect(stepEndsAt(now) - now).toBeLessThanOrEqual(quarter);
});

test('what the door scans is read back, and nothing else is taken for it', () => {
  const shown = { visitId: 'Vx_1-a', personId: '01HPERSON', code: '004217' };
  expect(pickupIn(pickupText(shown))).toEqual(shown);
  expect(cardIn(cardText('abcdefgh_-123456'))).toBe('abcdefgh_-123456');
  expect(cardIn('abcdefgh_-123456')).toBe('abcdefgh_-123456');
  for (const other of ['', 'https://example.com', 'jiaan:pickup:a:b:12345', cardText('short')]) expect([pickupIn(other), cardIn(other)]).toEqual([undefined, undefined]);
});

test('a QR code is a picture in the page itself', () => {
  expect(qrPicture(cardText('abcdefgh_-123456'))).toMatch(/^data:image\/gif;base64,[\w+/]+=*$/);
});
