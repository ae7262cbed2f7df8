/** Who is in office: one roster a station, so that a case finds its people with one read. */
import type { GrantedRole } from '../../typings/contract/identity';
import { staffTitle } from '../../miniprogram/domain/identity/labels';
import { collections, type Roster, type RosterMember } from './collections';
import type { Reader } from './database';
import type { Transaction } from './transaction';

/** The roster of the station that a path of places begins with. */
export async function rosterOf(db: Reader, path: readonly string[]): Promise<Roster> {
  const [station = ''] = path;
  return (await db.get(collections.rosters, station)) ?? { _id: station, rev: 0, members: [] };
}

/** What each transaction has read. */
const rostersRead = new WeakMap<Transaction, Promise<Roster>>();

/** The roster as a transaction has read it: two moves in one, as a last clause and its end, ask for it twice. */
export function rosterIn(db: Transaction, path: readonly string[]): Promise<Roster> {
  const roster = rostersRead.get(db) ?? rosterOf(db, path);
  rostersRead.set(db, roster);
  return roster;
}

/** Those who hold an office over a place of the path, each once. */
export function inOfficeOver({ members }: Roster, role: GrantedRole, path: readonly string[], now: number): RosterMember[] {
  const found = members.filter((member) => member.role === role && path.includes(member.scopeId) && isLive(member, now));
  return [...new Map(found.map((member) => [member.id, member])).values()];
}

/** How people call somebody of the staff: `沈警官`; nothing for who is not, or no longer, on the roster. */
export function titleOf({ members }: Roster, personId: string): string | undefined {
  const member = members.find(({ id }) => id === personId);
  return member && staffTitle(member.name, member.role);
}

function isLive({ until }: RosterMember, now: number): boolean {
  return until === undefined || now < until;
}
