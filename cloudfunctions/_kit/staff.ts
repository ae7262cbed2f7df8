/** Who is in office: one roster a station, so that a case finds its people with one read. */
import type { GrantedRole } from '../../typings/contract/identity';
import { staffTitle } from '../../miniprogram/domain/identity/labels';
import { collections, type Roster, type RosterMember } from './collections';
import type { Reader } from './database';

/** The roster of the station that a path of places begins with. */
export async function rosterOf(db: Reader, path: readonly string[]): Promise<Roster> {
  const [station = ''] = path;
  return (await db.get(collections.rosters, station)) ?? { _id: station, rev: 0, members: [] };
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
