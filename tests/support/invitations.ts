/** Invitations of the respondent that are out, and somebody who has come in with one. */
import { collections, type Letter } from '../../cloudfunctions/_kit/collections';
import type { OutputOf } from '../../typings/contract/actions';
import type { Community } from './community';
import { newcomer } from './dispute-spec';
import { aDispute } from './disputes';
import type { Person } from './local-cloud';

/** What staff said on the phone or at the door. */
export const WORD = '桂花糕';

export function invite({ as }: Community, id: string, word = WORD): Promise<OutputOf<'dispute.makeInvitation'>> {
  return as('officer').get('dispute.makeInvitation', { id, channel: 'share', word });
}

/** A dispute with an invitation out. */
export async function anInvited(community: Community): Promise<{ id: string; code: string }> {
  const id = await aDispute(community, 'triaged');
  return { id, code: (await invite(community, id)).code };
}

/** The neighbour has come in. */
export async function aBound(community: Community): Promise<{ id: string; code: string }> {
  const out = await anInvited(community);
  await community.as('neighbour').get('dispute.bindInvitation', { code: out.code, word: WORD });
  return out;
}

let comers = 0;
/** Somebody who has just agreed to the privacy notice, and is nothing to anybody. */
export function someone(community: Community): Promise<Person> {
  comers += 1;
  return newcomer(community, `comer-${comers}`, '苏敏');
}

/** The letters of a case, as they are kept. */
export async function lettersOf({ cloud }: Community, caseId: string): Promise<Letter[]> {
  const { data } = await cloud.database.collection(collections.letters.name).limit(1000).get();
  return (data as Letter[]).filter((letter) => letter.caseId === caseId);
}

/** What an invitation is to this person. */
export async function stateFor(person: Person, code: string): Promise<string> {
  return (await person.get('dispute.readInvitation', { code })).state;
}
