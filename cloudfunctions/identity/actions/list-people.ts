import * as v from 'valibot';
import { grantedRoles } from '../../../miniprogram/domain/identity/labels';
import { query } from '../../_kit/action';
import { liveGrants } from '../../_kit/caller';
import { collections, indexes, type PlaceDocument, type User } from '../../_kit/collections';
import { find, findByIds } from '../../_kit/database';
import { pageEnd } from '../../_kit/fields';
import { inOffice } from '../../_kit/policy';
import { adminScopes, personRow } from '../store';

const PAGE = 20;

/** People of the admin's places, and those who have not said yet where they live. A page may so be shorter than the next. */
export const listPeople = query('identity.people', {
  input: v.object({ role: v.exactOptional(v.picklist(grantedRoles, '请选身份。')), after: v.exactOptional(pageEnd) }),
  allow: inOffice('admin'),
  async run({ caller, now }, { role, after }) {
    const page = { limit: PAGE, after };
    const users = await (role === undefined ? find(indexes.usersByJoining, {}, page) : find(indexes.usersByRole, { roles: role }, page));
    const scopeIds = [...new Set(users.flatMap((user) => liveGrants(user, now).map(({ scopeId }) => scopeId)))];
    const places = await findByIds(collections.places, scopeIds.slice(0, 100));
    const scopes = adminScopes(caller.offices);
    const shown = users.filter((user) => isOurs(user, scopes, places, now) && (role === undefined || liveGrants(user, now).some((grant) => grant.role === role)));
    const last = users.length === PAGE ? users.at(-1)?.joinedKey : undefined;
    return { people: shown.map((user) => personRow(user, now)), ...(last !== undefined && { next: last }) };
  },
});

function isOurs(user: User, scopes: readonly string[], places: readonly PlaceDocument[], now: number): boolean {
  const { homePath } = user.facts;
  const offices = new Set(liveGrants(user, now).map(({ scopeId }) => scopeId));
  const paths = places.filter(({ _id }) => offices.has(_id)).map(({ path }) => path);
  return !homePath || [homePath, ...paths].some((path) => scopes.some((scope) => path.includes(scope)));
}
