/** 接下来几天: seats that are taken, who will likely come, and adults that takes. Pure. */
import type { OutputOf } from '../../../../typings/contract/actions';
import { momentOfDay, spokenDay } from '../../../domain/time/format';

export interface ForecastRow {
  readonly day: string;
  readonly label: string;
  readonly booked: number;
  readonly expected: string;
  readonly carers: string;
  /** Of the fullest day's bar. */
  readonly percent: number;
  readonly words: string;
}

/** Days without a booking say so, and draw no bar. */
export function forecastRows({ days, now }: OutputOf<'childcare.forecast'>): ForecastRow[] {
  const most = Math.max(1, ...days.map(({ booked }) => booked));
  return days.map(({ day, booked, expected, carers }) => {
    const label = spokenDay(momentOfDay(day), now);
    const isEmpty = booked === 0;
    return {
      day,
      label,
      booked,
      expected: isEmpty ? '' : `多半来 ${expected} 人`,
      carers: isEmpty ? '' : `要 ${carers} 位大人`,
      percent: Math.round((booked / most) * 100),
      words: isEmpty ? `${label}，还没有人约` : `${label}，约了${booked}人，多半来${expected}人，要${carers}位大人`,
    };
  });
}
