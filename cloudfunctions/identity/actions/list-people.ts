import * as v from 'valibot';
import { grantedRoles } from '../../../miniprogram/domain/identity/labels';
import { query } from '../../_kit/action';
import { liveGrants } from '../../_kit/caller';
import { indexes } from '../../_kit/collections';
import { find } from '../../_kit/database';
import { pageEnd } from '../../_kit/fields';
import { inOffice } from '../../_kit/policy';
import { peopleWithin } from '../people';
import { adminScopes, personRow } from '../store';

const PAGE = 20;

/** People of the admin's places, and those who have not said yet where they live. A page may so be shorter than the next. */
export const listPeople = query('identity.people', {
  input: v.object({ role: v.exactOptional(v.picklist(grantedRoles, '请选身份。')), after: v.exactOptional(pageEnd) }),
  allow: inOffice('admin'),
  async run({ caller, now }, { role, after }) {
    const page = { limit: PAGE, after };
    const users = await (role === undefined ? find(indexes.usersByJoining, {}, page) : find(indexes.usersByRole, { roles: role }, page));
    const ours = await peopleWithin(adminScopes(caller.offices), users, now);
    const shown = ours.filter((user) => role === undefined || liveGrants(user, now).some((grant) => grant.role === role));
    const last = users.length === PAGE ? users.at(-1)?.joinedKey : undefined;
    return { people: shown.map((user) => personRow(user, now)), ...(last !== undefined && { next: last }) };
  },
});
