/** Children who are at the post, and what is shown and said at the door. */
import type { ChildDocument, VisitDocument } from '../../cloudfunctions/_kit/care-documents';
import { collections, type Message } from '../../cloudfunctions/_kit/collections';
import { codeForAnother, codeOnPhone } from '../../miniprogram/domain/childcare/phone-codes';
import { counterOf, stepAt } from '../../miniprogram/domain/childcare/pickup-codes';
import { DAY, dayKey, HOUR, MINUTE, startOfDay } from '../../miniprogram/domain/time/format';
import type { CarePost } from '../../typings/contract/childcare';
import { momentAt, registerChild } from './childcare';
import type { Community, Name } from './community';

/** A child who is at the post, and the grandmother whom the post has rung about. */
export interface Arrived {
  readonly childId: string;
  readonly visitId: string;
  readonly grandmother: string;
}

/** Booked for a time that is about to begin, here, and with a grandmother who may come at once. */
export async function arrived(community: Community, post: CarePost, startAt: number, guardian: Name = 'resident', more: { nickname?: string } = {}): Promise<Arrived> {
  const { as } = community;
  const { id: childId, persons } = await registerChild(community, guardian, more);
  const grandmother = persons[0]?.id ?? '';
  const { id: visitId } = await as(guardian).get('childcare.book', { childId, postId: post.id, startAt });
  await as('carer').get('childcare.checkIn', { id: visitId });
  await as('carer').get('childcare.confirmPerson', { id: childId, personId: grandmother, words: '回拨过家长。' });
  return { childId, visitId, grandmother };
}

/** What the guardian's phone shows now: its first code, or the next that 换一个 gives. */
export async function codeShown({ as, cloud }: Community, visitId: string, guardian: Name = 'resident', variant = 0): Promise<string> {
  const { secret } = await as(guardian).get('childcare.secret', { id: visitId });
  return codeOnPhone(secret, counterOf(stepAt(await cloud.now()), variant));
}

/** The same for somebody else, who was sent it. */
export async function codeFor({ as, cloud }: Community, visitId: string, personId: string, guardian: Name = 'resident'): Promise<string> {
  const { secret } = await as(guardian).get('childcare.secret', { id: visitId });
  return codeForAnother(secret, personId, stepAt(await cloud.now()));
}

export async function childDocument({ cloud }: Community, id: string): Promise<ChildDocument> {
  const { data } = await cloud.database.collection(collections.children.name).doc(id).get();
  return (data as ChildDocument[])[0]!;
}

export async function visitDocument({ cloud }: Community, id: string): Promise<VisitDocument> {
  const { data } = await cloud.database.collection(collections.visits.name).doc(id).get();
  return (data as VisitDocument[])[0]!;
}

/** What somebody was told about a child or a visit, oldest first. */
export async function toldAbout({ cloud, idOf }: Community, name: Name, caseId: string): Promise<string[]> {
  const { data } = await cloud.database.collection(collections.messages.name).where({ to: idOf(name) }).orderBy('key', 'asc').limit(1000).get();
  return (data as Message[]).filter((message) => message.caseId === caseId).map(({ sentence }) => sentence);
}

/** Nine minutes before the first time of the next school day; gives when that time begins. */
export async function nextAfternoon({ cloud }: Community): Promise<number> {
  let day = startOfDay(await cloud.now()) + DAY;
  while ([0, 6].includes(new Date(day + 12 * HOUR).getUTCDay())) day += DAY;
  const startAt = momentAt(dayKey(day), 15, 40);
  await cloud.later(startAt - 9 * MINUTE - (await cloud.now()));
  return startAt;
}
