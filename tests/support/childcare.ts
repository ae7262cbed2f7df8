/** A post, two carers on duty and children, for specs of childcare; all of it through the real actions. */
import type { CareSlotDocument, VisitDocument } from '../../cloudfunctions/_kit/care-documents';
import { collections, type Message } from '../../cloudfunctions/_kit/collections';
import { slotIdOf } from '../../cloudfunctions/childcare/slots';
import { MINUTE, momentOfDay } from '../../miniprogram/domain/time/format';
import type { CarePost, ChildView, VisitSummary } from '../../typings/contract/childcare';
import { sentBy } from './dispute-spec';
import { COMMUNITY, type Community, type Name } from './community';

export const consentVersion = '2026-03';

/** 桐花里: 48 m² and 10 seats, of which 9 can be booked; 15:40–17:00 and 16:30–18:00 on school days. */
export function openPost({ as }: Community, more: { areaM2?: number; seats?: number } = {}): Promise<CarePost> {
  return as('leader').get('childcare.savePost', {
    name: '桐花里警务室', placeId: COMMUNITY, address: '桐花苑南门', areaM2: 48, seats: 10, ...more,
    times: [{ fromMinute: 15 * 60 + 40, untilMinute: 17 * 60 }, { fromMinute: 16 * 60 + 30, untilMinute: 18 * 60 }], weekdays: [1, 2, 3, 4, 5],
  }); // prettier-ignore
}

/** A moment of a day, such as `2026-03-03` and 15:40. */
export function momentAt(day: string, hour: number, minute = 0): number {
  return momentOfDay(day) + (hour * 60 + minute) * MINUTE;
}

/** A child who may be booked and checked in: consent, class and two people who can come. */
export async function registerChild({ as }: Community, guardian: Name = 'resident', more: { nickname?: string; birthMonth?: string } = {}): Promise<ChildView> {
  const person = as(guardian);
  const { id } = await person.get('childcare.register', { nickname: '小麦', birthMonth: '2018-09', school: '桐里小学', kinship: 'mother', consentVersion, ...more });
  await person.get('childcare.addPerson', { id, person: { name: '外婆', kinship: 'grandparent', phone: '13900000061' }, isToday: false });
  return person.get('childcare.complete', { id, className: '二年级3班' });
}

/** Two adults are there, whose records were looked up. */
export async function comeToWork(community: Community, { id }: CarePost, names: readonly Name[] = ['carer', 'carer2']): Promise<void> {
  for (const name of names) {
    await vet(community, id, name);
    await community.as(name).get('childcare.shift', { postId: id, isOn: true });
  }
}

/** The leader has looked up the record of somebody of the staff. */
export async function vet({ as, idOf }: Community, postId: string, name: Name): Promise<void> {
  await as('leader').get('childcare.vet', { postId, personId: idOf(name), isClean: true });
}

/** How a visit and its queue are kept. */
export async function visitDocument({ cloud }: Community, id: string): Promise<VisitDocument> {
  const { data } = await cloud.database.collection(collections.visits.name).doc(id).get();
  return data[0] as VisitDocument;
}

export async function slotDocument({ cloud }: Community, { id }: CarePost, startAt: number): Promise<CareSlotDocument> {
  const { data } = await cloud.database.collection(collections.careSlots.name).doc(slotIdOf(id, startAt)).get();
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

/** Somebody at the door whom the post knows by a call back, and a picture of the handover. */
export async function handOver({ as }: Community, id: string, personId: string, who: Name = 'carer'): Promise<VisitSummary> {
  await as(who).get('childcare.ask', { id, proof: 'callback', personId });
  return as(who).get('childcare.release', { id, photo: await sentBy(as(who)) });
}
