/** A year's holidays as an admin types them off the State Council's notice: a day or a span a line. */
import { DAY, dayKey, momentOfDay } from '../../../domain/time/format';

/** Consecutive days as one line: `2027-02-06 到 2027-02-12`. */
export function linesOf(days: readonly string[]): string {
  const spans: [string, string][] = [];
  for (const day of [...days].sort()) {
    const last = spans[spans.length - 1];
    if (last && dayKey(momentOfDay(last[1]) + DAY) === day) last[1] = day;
    else spans.push([day, day]);
  }
  return spans.map(([first, last]) => (first === last ? first : `${first} 到 ${last}`)).join('\n');
}

/** The year that it is, and the next, to choose from. */
export function yearsFrom(year: number): { year: string; years: { value: string; label: string }[] } {
  return { year: String(year), years: [year, year + 1].map((each) => ({ value: String(each), label: `${each}年` })) };
}

/** The days of a text, or why a line cannot be read. */
export function daysIn(text: string, year: number): { readonly days: string[]; readonly problem: string } {
  const days = new Set<string>();
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const span = spanIn(line, year);
    if (span.length === 0) return { days: [], problem: `第 ${index + 1} 行看不懂。写成 ${year}-02-06，或 ${year}-02-06 到 ${year}-02-12。` };
    for (const day of span) days.add(day);
  }
  return { days: [...days].sort(), problem: '' };
}

/** A holiday is days, not weeks: a longer span is a slip of the finger. */
const longestSpan = 31;

function spanIn(line: string, year: number): string[] {
  const [from = '', to = from, ...rest] = line.match(/\d{4}-\d{2}-\d{2}/g) ?? [];
  const [first, last] = [momentOfDay(from), momentOfDay(to)];
  const count = (last - first) / DAY + 1;
  if (rest.length > 0 || !(count >= 1 && count <= longestSpan)) return [];
  const days = Array.from({ length: count }, (_, index) => dayKey(first + index * DAY));
  return days.every((day) => day.startsWith(`${year}-`)) ? days : [];
}
