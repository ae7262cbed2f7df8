/** The mediation calendar from the server's today on. */
import type { OutputOf } from '../../../typings/contract/actions';
import { startOfDay } from '../../domain/time/format';
import { call } from '../../platform/call';

/** The phone's clock is only a guess at the day; the server's `now` decides. Throws a `CallError`. */
export async function fetchCalendar(days: number, mediatorId?: string): Promise<OutputOf<'dispute.calendar'>> {
  const whose = mediatorId === undefined ? {} : { mediatorId };
  const guess = Date.now();
  const calendar = await call('dispute.calendar', { from: guess, days, ...whose });
  if (startOfDay(calendar.now) === startOfDay(guess)) return calendar;
  return call('dispute.calendar', { from: calendar.now, days, ...whose });
}
