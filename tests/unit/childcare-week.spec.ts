/** 一周空档 and the forecast: who waits for whom, and how many adults that takes. */
import { carersFor, peakOf, shareThatCame } from '../../miniprogram/domain/childcare/forecast';
import { gapsOf, timeFor } from '../../miniprogram/domain/childcare/week';

const out = (childId: string, at: number, day = '周一') => ({ childId, day, at });

test('who leaves first waits for the last; on another day nobody may have to wait', () => {
  expect(gapsOf([out('小', 940), out('大', 980), out('小', 940, '周二')])).toEqual([{ ...out('小', 940), until: 980 }, out('小', 940, '周二')]);
});

test('of three the first two wait for the last', () => {
  expect(gapsOf([out('一', 900), out('二', 940), out('三', 980)]).map(({ childId, until }) => [childId, until])).toEqual([['一', 980], ['二', 980]]);
});

test('two who leave together wait for nobody: each has a gap of its own', () => {
  expect(gapsOf([out('一', 940), out('二', 940)])).toEqual([out('一', 940), out('二', 940)]);
});

test('the time is the first that begins after school and within the gap, else the one under way', () => {
  const times = [{ startAt: 940, endAt: 1020 }, { startAt: 990, endAt: 1080 }];
  expect(timeFor({ ...out('小', 930), until: 980 }, times)).toBe(times[0]);
  expect(timeFor({ ...out('小', 950), until: 985 }, times)).toBe(times[0]); // the second begins when nobody waits any more
  expect(timeFor(out('小', 950), times)).toBe(times[1]);
  expect(timeFor({ ...out('小', 800), until: 900 }, times)).toBeUndefined();
  expect(timeFor(out('小', 1100), times)).toBeUndefined();
});

test('the share that came counts the seats kept up to the last half hour, and is whole while nothing is known', () => {
  const startAt = 10 * 3_600_000;
  const past = (state: 'released' | 'cancelled', facts: { checkedInAt?: number; endedAt?: number }) => ({ state, facts: { startAt, ...facts } });
  expect(shareThatCame([])).toBe(1);
  expect(shareThatCame([past('released', { checkedInAt: startAt }), past('cancelled', { endedAt: startAt + 1 }), past('cancelled', { endedAt: 0 })])).toBe(0.5);
});

test('times that overlap add up, and two adults are the fewest', () => {
  expect(peakOf([{ startAt: 0, endAt: 80, children: 9 }, { startAt: 50, endAt: 140, children: 9 }, { startAt: 140, endAt: 200, children: 3 }])).toBe(18);
  expect([0, 1, 16, 17].map(carersFor)).toEqual([0, 2, 2, 3]);
});
