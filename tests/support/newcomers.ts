/** What specs about people share: newcomers, their accounts and histories, and a look ahead in time. */
import { collections, type CaseEvent, type Roster, type User } from '../../cloudfunctions/_kit/collections';
import { personIdOf } from '../../cloudfunctions/_kit/vault';
import { privacyVersion } from '../../miniprogram/domain/identity/policy';
import type { Reply } from '../../typings/contract/actions';
import { COMMUNITY, type Community } from './community';
import type { LocalCloud, Person } from './local-cloud';

let newcomers = 0;

export const codeOf = (reply: Reply<unknown>) => (reply.ok ? 'OK' : reply.error.code);
export const sentenceOf = (reply: Reply<unknown>) => (reply.ok ? '' : reply.error.message);

/** Somebody new with WeChat in hand. */
export function stranger(cloud: LocalCloud): Person {
  newcomers += 1;
  return cloud.as(`stranger-${newcomers}`);
}

/** Somebody new with an account and a name. */
export async function newcomer(cloud: LocalCloud, name = '新来的'): Promise<Person> {
  const person = stranger(cloud);
  await person.get('identity.consent', { version: privacyVersion });
  await person.get('identity.saveProfile', { name });
  return person;
}

export const idOf = ({ openid }: Person) => personIdOf(openid);

/** The account as it is kept; nothing for a guest. */
export async function accountOf(cloud: LocalCloud, person: Person): Promise<User> {
  const { data } = await cloud.database.collection(collections.users.name).doc(idOf(person)).get();
  return (data as User[])[0]!;
}

/** The events of an account, newest first. */
export async function historyOf(cloud: LocalCloud, person: Person): Promise<CaseEvent[]> {
  const query = cloud.database.collection(collections.events.name).where({ caseId: idOf(person) });
  return (await query.orderBy('version', 'desc').get()).data as CaseEvent[];
}

export async function rosterOf(cloud: LocalCloud, station: string): Promise<Roster> {
  const { data } = await cloud.database.collection(collections.rosters.name).doc(station).get();
  return (data as Roster[])[0]!;
}

/** A code that makes a volunteer. */
export async function invite({ as }: Community): Promise<string> {
  return (await as('admin').get('identity.makeInvitation', { role: 'volunteer', scopeId: COMMUNITY })).code;
}

/** How it is after some time; then the clock goes back, for the next test. */
export async function after<T>(cloud: LocalCloud, ms: number, look: () => Promise<T>): Promise<T> {
  await cloud.later(ms);
  try {
    return await look();
  } finally {
    await cloud.later(-ms);
  }
}
