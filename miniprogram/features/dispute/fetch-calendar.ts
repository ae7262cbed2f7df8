/** The mediation calendar from today on; which day that is, the server knows. */
import type { OutputOf } from '../../../typings/contract/actions';
import { call } from '../../platform/call';

/** Throws a `CallError`. */
export function fetchCalendar(days: number, mediatorId?: string): Promise<OutputOf<'dispute.calendar'>> {
  return call('dispute.calendar', { days, ...(mediatorId !== undefined && { mediatorId }) });
}
