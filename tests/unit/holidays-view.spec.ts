/** Holidays as an admin types them. */
import { daysIn, linesOf } from '../../miniprogram/features/identity/holidays/holidays.view';

test('a span is all its days, the first and the last too', () => {
  expect(daysIn('2027-02-06 到 2027-02-08\n\n2027-01-01', 2027)).toEqual({ days: ['2027-01-01', '2027-02-06', '2027-02-07', '2027-02-08'], problem: '' });
});

test('consecutive days are shown as one span, and read back the same', () => {
  const days = ['2027-01-01', '2027-02-06', '2027-02-07', '2027-02-08'];
  expect(linesOf(days)).toBe('2027-01-01\n2027-02-06 到 2027-02-08');
  expect(daysIn(linesOf(days), 2027).days).toEqual(days);
});

test.each(['2月6日', '2027-02-30', '2026-02-06', '2027-02-12 到 2027-02-06', '2027-01-01 到 2027-12-31', '2027-01-01 2027-01-02 2027-01-03'])(
  'a line that cannot be a holiday of the year is named: %s',
  (line) => {
    expect(daysIn(`2027-01-01\n${line}`, 2027).problem).toContain('第 2 行看不懂');
  },
);
