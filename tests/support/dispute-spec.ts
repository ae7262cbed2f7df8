/** What specs about disputes look at: answers, history, inboxes, the timeline; and who else may come by. */
import { collections, type CaseEvent, type DisputeDocument, type Message } from '../../cloudfunctions/_kit/collections';
import { personIdOf } from '../../cloudfunctions/_kit/vault';
import { sentenceOf } from '../../miniprogram/domain/dispute/story';
import { dayAndTime } from '../../miniprogram/domain/time/format';
import { privacyVersion } from '../../miniprogram/domain/identity/policy';
import type { Failure, Reply } from '../../typings/contract/actions';
import type { GrantedRole } from '../../typings/contract/identity';
import type { MediaKind } from '../../typings/contract/media';
import { type Community, type Name } from './community';
import type { Person } from './local-cloud';
import { png } from './pictures';

/** The code of an answer, `OK` for one that is no refusal. */
export function codeOf(reply: Reply<unknown>): string {
  return reply.ok ? 'OK' : reply.error.code;
}

/** Why it was refused; throws when it was not. */
export async function refusalOf(asked: Promise<Reply<unknown>>): Promise<Failure> {
  const reply = await asked;
  if (reply.ok) throw new Error('this was to be refused');
  return reply.error;
}

export async function documentOf({ cloud }: Community, id: string): Promise<DisputeDocument> {
  const { data } = await cloud.database.collection(collections.disputes.name).doc(id).get();
  return (data as DisputeDocument[])[0]!;
}

/** The history of a dispute, oldest first. */
export async function eventsOf({ cloud }: Community, caseId: string): Promise<CaseEvent[]> {
  const { data } = await cloud.database.collection(collections.events.name).where({ caseId }).orderBy('version', 'desc').limit(1000).get();
  return (data as CaseEvent[]).reverse();
}

export async function movesOf(community: Community, id: string): Promise<string[]> {
  return (await eventsOf(community, id)).map(({ move }) => move);
}

/** The sessions that a dispute has in the calendar of the coming two weeks, as `3月4日 10:00 调解室`. */
export async function hoursOf({ as, cloud }: Community, id: string): Promise<string[]> {
  const { slots } = await as('officer').get('dispute.calendar', { from: await cloud.now(), days: 14 });
  return slots.filter(({ disputeId }) => disputeId === id).map(({ startAt, room }) => `${dayAndTime(startAt)} ${room}`);
}

/** What somebody was told about a dispute, oldest first, without its number. */
export async function toldTo(community: Community, name: Name, id: string): Promise<string[]> {
  const { facts } = await documentOf(community, id);
  const { data } = await community.cloud.database.collection(collections.messages.name).where({ to: community.idOf(name) }).orderBy('key', 'desc').limit(1000).get();
  const about = (data as Message[]).filter(({ page }) => page?.endsWith(id));
  return about.reverse().map(({ sentence }) => sentence.replace(new RegExp(`${facts.number}：?`), ''));
}

/** The timeline as somebody reads it, newest first: `沈警官给对方打了电话，没接通：没人接。` */
export async function storyFor({ as }: Community, name: Name, id: string): Promise<string[]> {
  const { lines } = await as(name).get('dispute.open', { id });
  return lines.map((line) => (line.words === undefined ? sentenceOf(line) : `${sentenceOf(line)}：${line.words}`));
}

/** The neighbour becomes the respondent with an account, as an accepted invitation will bind it. */
export async function bindRespondent(community: Community, id: string, name: Name = 'neighbour'): Promise<void> {
  const { people } = await documentOf(community, id);
  const respondent = community.idOf(name);
  await community.cloud.database.collection(collections.disputes.name).doc(id).update({ 'facts.respondent.id': respondent, people: [...people, respondent] });
}

/** Ticket, upload, claim: a file that this person has sent. Gives its id. */
export async function sentBy(person: Person, kind: MediaKind = 'photo'): Promise<string> {
  const content = png();
  const { ticketId, cloudPath } = await person.get('media.ticket', { kind, bytes: content.length });
  const fileId = await person.upload(cloudPath, content);
  return (await person.get('media.claim', { ticketId, fileId })).id;
}

/** Somebody new, in this office over this place. */
export async function newcomer({ as, cloud }: Community, openid: string, fullName: string, office?: { role: GrantedRole; scopeId: string; until?: number }): Promise<Person> {
  const person = cloud.as(openid);
  await person.get('identity.consent', { version: privacyVersion });
  await person.get('identity.saveProfile', { name: fullName, phone: '13900000077' });
  if (office) await as('admin').get('identity.grantRole', { personId: personIdOf(openid), ...office });
  return person;
}

/** Takes an office back. */
export async function endOffice({ as }: Community, personId: string): Promise<void> {
  const { people } = await as('admin').get('identity.people', {});
  for (const { id: grantId } of people.find(({ id }) => id === personId)?.grants ?? []) {
    await as('admin').get('identity.revokeRole', { personId, grantId, reason: '离任。' });
  }
}

/** A second community of the same station. Gives the id of its building. */
export async function neighbouringCommunity({ as }: Community): Promise<{ community: string; building: string }> {
  const make = async (place: { kind: 'community' | 'policeGrid' | 'grid' | 'compound'; name: string; parentId: string }) => (await as('admin').get('identity.savePlace', place)).id;
  const community = await make({ kind: 'community', name: '望河社区', parentId: 'street' });
  const policeGrid = await make({ kind: 'policeGrid', name: '二警格', parentId: community });
  const grid = await make({ kind: 'grid', name: '04网格', parentId: policeGrid });
  const compound = await make({ kind: 'compound', name: '望河新城', parentId: community });
  const building = (await as('admin').get('identity.savePlace', { kind: 'building', name: 'A栋', parentId: compound, gridId: grid })).id;
  return { community, building };
}

