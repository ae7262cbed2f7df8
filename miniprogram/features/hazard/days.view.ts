/** A last day, chosen by a tap: so many days from today. */
import type { Chip } from '../../components/filter-chips/filter-chips.view';
import { DAY, dayKey, monthAndDay, weekdayName } from '../../domain/time/format';

export const dayChips: Chip[] = [
  { value: '1', label: '明天' },
  { value: '3', label: '3天' },
  { value: '7', label: '7天' },
  { value: '15', label: '15天' },
  { value: '30', label: '30天' },
];

/** `2026-03-10` for a chip; empty while none is chosen. */
export function dayOf(days: string, now: number): string {
  return days === '' ? '' : dayKey(now + Number(days) * DAY);
}

/** `3月10日 周二前`; empty while none is chosen. */
export function dayWords(days: string, now: number): string {
  if (days === '') return '';
  return beforeDay(now + Number(days) * DAY);
}

/** `3月10日 周二前` */
export function beforeDay(at: number): string {
  return `${monthAndDay(at)} ${weekdayName(at)}前`;
}
