/** What holds for any value: clocks, times as people read them, secrets, digests, order. No cloud is needed. */
import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { digest } from '../../cloudfunctions/_kit/audit';
import { orderKey } from '../../cloudfunctions/_kit/database';
import { blindIndex, open, seal } from '../../cloudfunctions/_kit/vault';
import { clocksAfter, dueMarks, markAt, nextDueAt, withTold, type Clock, type ClockRules } from '../../miniprogram/domain/case/clock';
import type { CaseTypes } from '../../miniprogram/domain/case/transition';
import { isMediationDay, nextMediationDay } from '../../miniprogram/domain/dispute/calendar';
import { spokenNumber } from '../../miniprogram/domain/dispute/number';
import { DAY, dayKey, daysBetween, HOUR, momentOfDay, spokenDay, startOfDay, timeOfDay, wallClock } from '../../miniprogram/domain/time/format';
import { runs } from './support/runs';

const many = runs({ short: 300, long: 20_000 });
/** China has kept one time all year round since 1992. */
const moment = fc.integer({ min: Date.UTC(1992, 0, 2), max: Date.UTC(2099, 11, 30) });

beforeAll(() => {
  const key = () => randomBytes(32).toString('base64');
  Object.assign(process.env, { JIAAN_VAULT_KEY_ID: 'now', JIAAN_VAULT_KEY: key(), JIAAN_INDEX_KEY: key(), JIAAN_AUDIT_KEY: key() });
});

describe('clocks', () => {
  const rules: ClockRules<CaseTypes> = { a: { marks: [50, 80, 100] }, b: { marks: [100] }, c: { marks: [80, 100] } };
  const clock = fc
    .record({ name: fc.constantFrom('a', 'b', 'c'), startedAt: moment, length: fc.integer({ min: 1000, max: 90 * DAY }) })
    .map(({ name, startedAt, length }): Clock => ({ name, startedAt, dueAt: startedAt + length, told: [] }));
  const clocks = fc.uniqueArray(clock, { selector: ({ name }) => name, maxLength: 3 });
  const waits = fc.array(fc.integer({ min: 0, max: 20 * DAY }), { maxLength: 12 });

  test('each mark is told of at most once, none before its time, and none is left when all have run out', () => {
    fc.assert(
      fc.property(clocks, moment, waits, (started, from, steps) => {
        let running: Clock[] = started;
        const told: string[] = [];
        let at = from;
        for (const step of [...steps, undefined]) {
          at = step === undefined ? Date.UTC(2200, 0) : at + step; // in the end long after every clock
          for (const due of dueMarks(running, rules, at)) {
            expect(markAt(due.clock, due.mark)).toBeLessThanOrEqual(at);
            told.push(`${due.clock.name}:${due.mark}`);
            running = withTold(running, due);
          }
          expect(dueMarks(running, rules, at)).toEqual([]);
        }
        expect(new Set(told).size).toBe(told.length);
        for (const { name } of started) expect(told).toContain(`${name}:100`);
        expect(nextDueAt(running, rules)).toBeUndefined();
      }),
      many,
    );
  });

  test('the index by which the timer looks agrees with what is due', () => {
    fc.assert(
      fc.property(clocks, moment, (running, at) => {
        const next = nextDueAt(running, rules);
        expect(dueMarks(running, rules, at).length > 0).toBe(next !== undefined && next <= at);
      }),
      many,
    );
  });

  test('a move starts its clocks afresh, stops its clocks, and leaves the others alone', () => {
    const names = fc.subarray(['a', 'b', 'c']);
    fc.assert(
      fc.property(clocks, names, names, moment, (running, starts, stops, at) => {
        const row = { starts: starts.map((name) => ({ clock: name, due: () => at + HOUR })), stops };
        const after = clocksAfter<CaseTypes>(running, row, {}, at, { endOfWorkday: () => at });
        for (const name of ['a', 'b', 'c']) {
          const found = after.filter((each) => each.name === name);
          const kept = stops.includes(name) ? [] : running.filter((each) => each.name === name);
          expect(found).toEqual(starts.includes(name) ? [{ name, startedAt: at, dueAt: at + HOUR, told: [] }] : kept);
        }
      }),
      many,
    );
  });
});

describe('times', () => {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', weekday: 'short' });

  test("the post's wall clock is China's, wherever the server stands", () => {
    fc.assert(
      fc.property(moment, (at) => {
        const china = Object.fromEntries(parts.formatToParts(at).map(({ type, value }) => [type, value]));
        const weekday = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'].indexOf(china.weekday ?? '');
        const number = (name: string) => Number(china[name]);
        expect(wallClock(at)).toEqual({ year: number('year'), month: number('month'), day: number('day'), hour: number('hour'), minute: number('minute'), weekday });
      }),
      many,
    );
  });

  test('a day and its key lead to each other', () => {
    fc.assert(
      fc.property(moment, (at) => {
        const day = startOfDay(at);
        expect(at - day).toBeGreaterThanOrEqual(0);
        expect(at - day).toBeLessThan(DAY);
        expect(momentOfDay(dayKey(at))).toBe(day);
        const [hour = 0, minute = 0] = timeOfDay(at).split(':').map(Number);
        expect(Math.floor((at - day) / 60_000)).toBe(hour * 60 + minute);
      }),
      many,
    );
  });

  test('a text is a day only when it is written as one that exists', () => {
    const text = fc.oneof(fc.string(), fc.tuple(fc.integer({ min: 1990, max: 2100 }), fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 33 })).map(([y, m, d]) => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`));
    fc.assert(
      fc.property(text, (key) => {
        const at = momentOfDay(key);
        if (!Number.isNaN(at)) expect(dayKey(at)).toBe(key);
      }),
      many,
    );
  });

  test('days are counted alike forwards and backwards, and tomorrow is tomorrow', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: -400, max: 400 }), (at, days) => {
        const other = at + days * DAY;
        expect(daysBetween(at, other)).toBe(days);
        expect(daysBetween(other, at)).toBe(0 - days);
        expect(spokenDay(at + DAY, at)).toBe('明天');
      }),
      many,
    );
  });

  test('the next mediation day is one, is still to be had, and none between is', () => {
    fc.assert(
      fc.property(moment, (now) => {
        const day = nextMediationDay(now);
        expect(isMediationDay(day)).toBe(true);
        expect([2, 5]).toContain(wallClock(day).weekday);
        expect(now).toBeLessThan(day - 6 * HOUR); // 18:00 of the evening before
        for (let between = startOfDay(now) + DAY; between < day; between += DAY) {
          expect(isMediationDay(between) && now < between - 6 * HOUR).toBe(false);
        }
      }),
      many,
    );
  });
});

test('a spoken number is a flower and a number up to 999', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (flower, digits) => {
      const picks = [flower, digits];
      const spoken = spokenNumber((below) => Math.floor((picks.shift() ?? 0) * below));
      expect(spoken).toMatch(/^[一-鿿]{2}[1-9]\d{0,2}$/);
    }),
    many,
  );
});

describe('the vault', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 60 });

  test('what was sealed for a place opens there, and nowhere else', () => {
    fc.assert(
      fc.property(text, text, text, (secret, place, other) => {
        const sealed = seal(secret, place);
        expect(open(sealed, place)).toBe(secret);
        if (other !== place) expect(() => open(sealed, other)).toThrow();
        expect(seal(secret, place).box).not.toBe(sealed.box);
      }),
      many,
    );
  });

  test('one changed bit anywhere, or another key, and it does not open', () => {
    fc.assert(
      fc.property(text, text, fc.nat(), fc.integer({ min: 0, max: 7 }), (secret, place, position, bit) => {
        const sealed = seal(secret, place);
        const bytes = Buffer.from(sealed.box, 'base64');
        const at = position % bytes.length;
        bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
        expect(() => open({ ...sealed, box: bytes.toString('base64') }, place)).toThrow();
        process.env.JIAAN_VAULT_KEY_earlier = randomBytes(32).toString('base64');
        expect(() => open({ ...sealed, keyId: 'earlier' }, place)).toThrow();
        expect(() => open({ ...sealed, box: sealed.box.slice(0, 20) }, place)).toThrow();
      }),
      many,
    );
  });

  test('a blind index is equal exactly for equal texts of one kind', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(blindIndex('phone', one) === blindIndex('phone', other)).toBe(one === other);
        expect(blindIndex('phone', one)).not.toBe(blindIndex('person', one));
      }),
      many,
    );
  });
});

describe('digests', () => {
  test('do not depend on the order of keys, at any depth', () => {
    const value = fc.jsonValue({ maxDepth: 4 });
    fc.assert(
      fc.property(value, (json) => {
        expect(digest(backwards(json))).toBe(digest(json));
      }),
      many,
    );
  });

  test('differ for what differs', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 2 }), fc.jsonValue({ maxDepth: 2 }), (one, other) => {
        const isSame = JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
        expect(digest(one) === digest(other)).toBe(isSame);
      }),
      many,
    );
  });
});

test('order keys sort by time and then by id, and a page can be cut at any of them', () => {
  const id = fc.stringMatching(/^[\w-]{1,26}$/);
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 253_402_300_799_000 }), id), { maxLength: 30 }), (entries) => {
      const byText = entries.map(([at, name]) => orderKey(at, name)).sort();
      const byValue = [...entries].sort(([a, x], [b, y]) => a - b || (x < y ? -1 : x > y ? 1 : 0)).map(([at, name]) => orderKey(at, name));
      expect(byText).toEqual(byValue);
    }),
    many,
  );
});

/** The same, with every object's keys in the opposite order. */
function backwards(value: unknown): unknown {
  return rebuilt(value, (keys) => [...keys].reverse());
}

function sorted(value: unknown): unknown {
  return rebuilt(value, (keys) => [...keys].sort());
}

function rebuilt(value: unknown, order: (keys: string[]) => string[]): unknown {
  if (Array.isArray(value)) return value.map((each) => rebuilt(each, order));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(order(Object.keys(value)).map((key) => [key, rebuilt((value as Record<string, unknown>)[key], order)]));
}
