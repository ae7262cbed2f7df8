/** Whom an admin knows of. */
import { liveGrants } from '../_kit/caller';
import { collections } from '../_kit/collections';
import { findByIds } from '../_kit/database';
import type { Account } from './store';

/** Those who live or hold an office within these places, and those who have not said yet where they live. */
export async function peopleWithin<A extends Pick<Account, 'facts'>>(scopes: readonly string[], people: readonly A[], now: number): Promise<A[]> {
  const officesOf = (person: A) => liveGrants(person, now).map(({ scopeId }) => scopeId);
  const isWithin = (path: readonly string[]) => scopes.some((scope) => path.includes(scope));
  const isKnownByHome = ({ facts: { homePath } }: A) => !homePath || isWithin(homePath);
  const others = people.filter((person) => !isKnownByHome(person));
  const places = await findByIds(collections.places, [...new Set(others.flatMap(officesOf))].slice(0, 100));
  const isKnownByOffice = (person: A) => places.some(({ _id, path }) => officesOf(person).includes(_id) && isWithin(path));
  return people.filter((person) => isKnownByHome(person) || isKnownByOffice(person));
}
