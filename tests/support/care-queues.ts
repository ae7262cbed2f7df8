/** Queues and the timer, for specs of childcare: how a time stands, who was told what, and what happens minute by minute. */
import type { CareSlotDocument } from '../../cloudfunctions/_kit/care-documents';
import { collections, type Message } from '../../cloudfunctions/_kit/collections';
import { DAY, dayKey, momentOfDay, wallClock } from '../../miniprogram/domain/time/format';
import type { CarePost } from '../../typings/contract/childcare';
import type { Community, Name } from './community';

/** The next day from Monday to Friday; the first is 2026-03-03. */
export function nextSchoolDay(day: string): string {
  if (day === '') return '2026-03-03';
  const next = momentOfDay(day) + DAY;
  return [6, 0].includes(wallClock(next).weekday) ? nextSchoolDay(dayKey(next)) : dayKey(next);
}

/** A time with its queue, as it is kept. */
export async function slotDocument({ cloud }: Community, { id }: CarePost, startAt: number): Promise<CareSlotDocument> {
  const { data } = await cloud.database.collection(collections.careSlots.name).doc(`${id}:${startAt}`).get();
  return data[0] as CareSlotDocument;
}

/** What somebody was told of a visit, oldest first. */
export async function toldOfVisit({ cloud, idOf }: Community, name: Name, id: string): Promise<string[]> {
  const { data } = await cloud.database.collection(collections.messages.name).where({ to: idOf(name) }).orderBy('key', 'asc').limit(1000).get();
  return (data as Message[]).filter(({ page }) => page?.endsWith(id)).map(({ sentence }) => sentence);
}

/** Moves the clock and lets the timer of childcare run. */
export async function strike({ cloud }: Community, moment: string): Promise<void> {
  await cloud.at(moment);
  await cloud.runTimers('childcare');
}
