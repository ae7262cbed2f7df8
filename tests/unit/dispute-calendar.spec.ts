import { cutOffSentence, isMediationDay, nextMediationDay, sessionStarts } from '../../miniprogram/domain/dispute/calendar';
import { dayKey, timeOfDay } from '../../miniprogram/domain/time/format';

/** 2026-03-03 is a Tuesday. */
const at = (text: string) => Date.parse(`${text.replace(' ', 'T')}:00+08:00`);
const next = (text: string) => dayKey(nextMediationDay(at(text)));

test('Tuesday and Friday are mediation days, whatever the zone of the phone', () => {
  expect(['2026-03-02 23:59', '2026-03-03 00:00', '2026-03-05 12:00', '2026-03-06 23:59'].map((text) => isMediationDay(at(text)))).toEqual([false, true, false, true]);
});

test('the list of a mediation day closes at 18:00 the day before', () => {
  expect(next('2026-03-02 17:59')).toBe('2026-03-03');
  expect(next('2026-03-02 18:00')).toBe('2026-03-06');
});

test('a mediation day that has begun takes nobody more', () => {
  expect(next('2026-03-03 00:00')).toBe('2026-03-06');
  expect(next('2026-03-06 08:00')).toBe('2026-03-10');
});

test('over a weekend the next one is Tuesday', () => {
  expect(next('2026-03-07 10:00')).toBe('2026-03-10');
  expect(next('2026-03-09 18:30')).toBe('2026-03-13');
});

test('a list that has just closed is said, with the next day that is open', () => {
  expect(cutOffSentence(at('2026-03-02 18:30'))).toBe('明天的调解已截止，最近可约3月6日 周五。');
  expect(cutOffSentence(at('2026-03-02 17:30'))).toBeUndefined();
  expect(cutOffSentence(at('2026-03-03 18:30'))).toBeUndefined();
});

test('sessions start on the hour or the half hour, 9:00 to 17:30', () => {
  const starts = sessionStarts(at('2026-03-03 16:35')).map(timeOfDay);
  expect(starts).toHaveLength(18);
  expect([starts[0], starts[1], starts.at(-1)]).toEqual(['9:00', '9:30', '17:30']);
});
