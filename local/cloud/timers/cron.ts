/** CloudBase's timer expressions: second minute hour day month weekday year, in China's time (UTC+8). */

const CHINA_MS = 8 * 3_600_000;

/** How far ahead a next time is looked for; an expression without one by then never fires. */
const MOST_YEARS = 5;

interface Field {
  name: string;
  from: number;
  to: number;
  names?: readonly string[];
}

const FIELDS: readonly Field[] = [
  { name: 'second', from: 0, to: 59 },
  { name: 'minute', from: 0, to: 59 },
  { name: 'hour', from: 0, to: 23 },
  { name: 'day', from: 1, to: 31 },
  { name: 'month', from: 1, to: 12, names: ['', 'JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'] },
  { name: 'weekday', from: 0, to: 6, names: ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'] },
  { name: 'year', from: 1970, to: 2099 },
];

export interface Cron {
  second: Set<number>;
  minute: Set<number>;
  hour: Set<number>;
  day: Set<number>;
  month: Set<number>;
  weekday: Set<number>;
  year: Set<number>;
  /** With both given, one of day and weekday is enough [CloudBase]. */
  isEitherDay: boolean;
}

/** Reads an expression; throws an Error that names what is wrong with it. */
export function parseCron(text: string): Cron {
  const parts = text.trim().split(/\s+/);
  if (parts.length !== FIELDS.length) throw new Error(`a timer needs seven fields (second … year), not "${text}"`);
  const sets = FIELDS.map((field, at) => parseField(field, parts[at] as string, text));
  const [second, minute, hour, day, month, weekday, year] = sets as [Set<number>, Set<number>, Set<number>, Set<number>, Set<number>, Set<number>, Set<number>];
  return { second, minute, hour, day, month, weekday, year, isEitherDay: parts[3] !== '*' && parts[5] !== '*' };
}

function parseField(field: Field, text: string, whole: string): Set<number> {
  const values = new Set<number>();
  for (const part of text.split(',')) {
    const [range, step] = part.split('/') as [string, string | undefined];
    const every = step === undefined ? 1 : Number(step);
    const { from, to } = rangeOf(field, range, step !== undefined);
    const isWrong = !Number.isInteger(every) || every < 1 || Number.isNaN(from) || from > to || from < field.from || to > field.to;
    if (isWrong) throw new Error(`the ${field.name} "${part}" of the timer "${whole}" cannot be read`);
    for (let value = from; value <= to; value += every) values.add(value);
  }
  return values;
}

function rangeOf(field: Field, text: string, hasStep: boolean): { from: number; to: number } {
  if (text === '*' || text === '?') return { from: field.from, to: field.to };
  const [first, last] = text.split('-') as [string, string | undefined];
  const from = numberOf(field, first);
  if (last !== undefined) return { from, to: numberOf(field, last) };
  return { from, to: hasStep ? field.to : from };
}

function numberOf(field: Field, text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const at = field.names?.indexOf(text.toUpperCase()) ?? -1;
  return at < 0 ? Number.NaN : at;
}

/** The first time after `epochMs` (exclusive) at which it fires, in epoch ms; undefined when there is none soon. */
export function nextAfter(cron: Cron, epochMs: number): number | undefined {
  // China has no summer time: its wall clock is UTC moved by eight hours.
  const start = Math.floor((epochMs + CHINA_MS) / 1000) * 1000 + 1000;
  const wall = new Date(start);
  const lastYear = wall.getUTCFullYear() + MOST_YEARS;
  while (wall.getUTCFullYear() <= lastYear) {
    if (!cron.year.has(wall.getUTCFullYear()) || !cron.month.has(wall.getUTCMonth() + 1)) toNextMonth(wall);
    else if (!isDay(cron, wall)) wall.setTime(Math.floor(wall.getTime() / 86_400_000 + 1) * 86_400_000);
    else if (!cron.hour.has(wall.getUTCHours())) wall.setTime(Math.floor(wall.getTime() / 3_600_000 + 1) * 3_600_000);
    else if (!cron.minute.has(wall.getUTCMinutes())) wall.setTime(Math.floor(wall.getTime() / 60_000 + 1) * 60_000);
    else if (!cron.second.has(wall.getUTCSeconds())) wall.setTime(wall.getTime() + 1000);
    else return wall.getTime() - CHINA_MS;
  }
  return undefined;
}

function toNextMonth(wall: Date): void {
  wall.setTime(Date.UTC(wall.getUTCFullYear(), wall.getUTCMonth() + 1, 1));
}

function isDay(cron: Cron, wall: Date): boolean {
  const isOfMonth = cron.day.has(wall.getUTCDate());
  const isOfWeek = cron.weekday.has(wall.getUTCDay());
  return cron.isEitherDay ? isOfMonth || isOfWeek : isOfMonth && isOfWeek;
}
