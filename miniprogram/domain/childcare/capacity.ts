/** How many children a post can have, and whether there are enough adults. */
import type { RatioLight } from '../../../typings/contract/childcare-words';
import { areaPerChild, emergencySeats, fewestAdults, quotas } from './policy';

interface Room {
  readonly areaM2: number;
  readonly seats: number;
}

/** The smallest of floor, seats and what the carers can look after. `youngest` in years, when somebody is there. */
export function capacityOf({ areaM2, seats }: Room, carers: number, youngest?: number): number {
  const quota = youngest !== undefined && youngest < 7 ? quotas.youngerThanSeven : quotas.others;
  return Math.min(Math.floor(areaM2 / areaPerChild), seats, carers * quota);
}

/** One seat stays free for a child at the door. Two carers are reckoned with: without them there is no childcare. */
export function bookableOf(room: Room): number {
  return Math.max(0, capacityOf(room, fewestAdults, 6) - emergencySeats);
}

/** Green: enough. Amber: full, or nobody may be taken in besides. Red: too few adults for those who are here. */
export function lightOf(room: Room, { carers, present, youngest }: { readonly carers: number; readonly present: number; readonly youngest?: number }): RatioLight {
  const capacity = capacityOf(room, carers, youngest);
  if (present > 0 && (carers < fewestAdults || present > capacity)) return 'red';
  return carers < fewestAdults || present >= capacity ? 'amber' : 'green';
}

/** Whether one more child may be taken in now; why not, else nothing. */
export function whyFull(room: Room, { carers, present, youngest }: { readonly carers: number; readonly present: number; readonly youngest?: number }): string | undefined {
  if (carers < fewestAdults) return `在岗的大人不到 ${fewestAdults} 位，先不能接新的孩子。`;
  if (present >= capacityOf(room, carers, youngest)) return '已经满了，先不能接新的孩子。';
  return undefined;
}
