/** Times as people say them, days as a calendar has them, and workdays as the post works. */
import { calendarOf } from '../../cloudfunctions/_kit/workdays';
import { Refusal } from '../../cloudfunctions/_kit/errors';
import { DAY, dayAndTime, dayKey, daysBetween, duration, HOUR, MINUTE, momentOfDay, spokenTime, startOfDay } from '../../miniprogram/domain/time/format';

/** A moment in China. */
const at = (text: string) => Date.parse(`${text.replace(' ', 'T')}:00+08:00`);
const now = at('2026-03-03 16:35');

test.each([
  ['2026-03-03 18:05', '今天 18:05'], ['2026-03-03 00:00', '今天 0:00'], ['2026-03-04 09:00', '明天 9:00'], ['2026-03-05 23:59', '后天 23:59'], ['2026-03-02 08:30', '昨天 8:30'],
  ['2026-03-06 10:00', '3月6日 周五 10:00'], ['2026-03-01 10:00', '3月1日 周日 10:00'], ['2027-01-01 00:05', '1月1日 周五 0:05'],
])('%s is said as %s', (moment, spoken) => {
  expect(spokenTime(at(moment), now)).toBe(spoken);
});

test('a day begins at midnight in China, whatever the zone of the machine', () => {
  expect(startOfDay(Date.parse('2026-03-02T16:00:00Z'))).toBe(at('2026-03-03 00:00'));
  expect(dayKey(Date.parse('2026-03-02T15:59:59Z'))).toBe('2026-03-02');
  expect(dayAndTime(Date.parse('2026-12-31T16:00:00Z'))).toBe('1月1日 0:00');
  expect([daysBetween(at('2026-03-03 23:59'), at('2026-03-04 00:00')), daysBetween(now, now), daysBetween(at('2026-03-04 00:00'), at('2026-03-03 23:59'))]).toEqual([1, 0, -1]);
});

test('a day that does not exist has no moment', () => {
  expect(momentOfDay('2026-03-03')).toBe(at('2026-03-03 00:00'));
  expect(momentOfDay('2028-02-29')).toBe(at('2028-02-29 00:00'));
  for (const key of ['2026-02-29', '2026-13-01', '2026-00-10', '2026-3-3', '26-03-03', '', '2026-03-03T10:00']) expect(momentOfDay(key)).toBeNaN();
});

test.each([[30_000, '1分钟'], [20 * MINUTE, '20分钟'], [5 * HOUR, '5小时'], [47 * HOUR, '47小时'], [2 * DAY, '2天'], [30 * DAY, '30天']])('%d ms are %s', (ms, spoken) => {
  expect(duration(ms)).toBe(spoken);
});

describe('workdays', () => {
  const published = calendarOf(new Map());
  const entered = calendarOf(new Map([[2027, { year: 2027, holidays: ['2027-01-01'], workdays: ['2027-01-03'] }]]));
  const end = (from: string, count: number, calendar = published) => dayAndTime(calendar.endOfWorkday(at(from), count));

  test('the day itself does not count; the last one ends when the post closes', () => {
    expect(end('2026-03-03 00:01', 1)).toBe('3月4日 18:00');
    expect(end('2026-03-03 23:59', 1)).toBe('3月4日 18:00');
    expect(end('2026-03-03 12:00', 3)).toBe('3月6日 18:00');
  });

  test('a weekend is passed over', () => {
    expect(end('2026-03-06 10:00', 1)).toBe('3月9日 18:00');
    expect(end('2026-03-07 10:00', 3)).toBe('3月11日 18:00');
  });

  test('so is the spring festival, and its make-up Saturdays are worked', () => {
    expect(end('2026-02-13 10:00', 1)).toBe('2月14日 18:00');
    expect(end('2026-02-13 10:00', 2)).toBe('2月24日 18:00');
    expect(end('2026-02-26 10:00', 2)).toBe('2月28日 18:00');
  });

  test('a year that nobody knows is not guessed', () => {
    expect(end('2026-12-30 10:00', 1)).toBe('12月31日 18:00');
    expect(() => end('2026-12-30 10:00', 2)).toThrow(Refusal);
  });

  test('what an admin entered counts, and comes before what is published', () => {
    expect(end('2026-12-30 10:00', 3, entered)).toBe('1月4日 18:00');
    const own = calendarOf(new Map([[2026, { year: 2026, holidays: ['2026-03-04'], workdays: ['2026-03-07'] }]]));
    expect([end('2026-03-03 10:00', 1, own), end('2026-03-06 10:00', 1, own)]).toEqual(['3月5日 18:00', '3月7日 18:00']);
  });
});
