/** A post, two carers on duty and children, for specs of childcare; all of it through the real actions. */
import { careNoticeVersion } from '../../miniprogram/domain/childcare/policy';
import { MINUTE, momentOfDay } from '../../miniprogram/domain/time/format';
import type { CarePost, ChildView, VisitSummary } from '../../typings/contract/childcare';
import { sentBy } from './dispute-spec';
import { COMMUNITY, type Community, type Name } from './community';
import type { Person } from './local-cloud';

export const consentVersion = careNoticeVersion;

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
export async function registerChild({ as }: Community, guardian: Name | Person = 'resident', more: { nickname?: string; birthMonth?: string } = {}): Promise<ChildView> {
  const person = typeof guardian === 'string' ? as(guardian) : guardian;
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

/** Somebody at the door whom the post knows by a call back, and a picture of the handover. */
export async function handOver({ as }: Community, id: string, personId: string, who: Name = 'carer'): Promise<VisitSummary> {
  await as(who).get('childcare.ask', { id, proof: 'callback', personId });
  return as(who).get('childcare.release', { id, photo: await sentBy(as(who)) });
}
