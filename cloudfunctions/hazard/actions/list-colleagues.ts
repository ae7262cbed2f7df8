import * as v from 'valibot';
import { holds } from '../../../miniprogram/domain/dispute/relations';
import { patrolOffices, recheckOffices } from '../../../miniprogram/domain/hazard/relations';
import { query } from '../../_kit/action';
import { collections } from '../../_kit/collections';
import { id } from '../../_kit/fields';
import { inOffice } from '../../_kit/policy';
import { inOfficeOver, rosterOf } from '../../_kit/staff';

/** Names that one answer holds at most. */
const MOST = 60;

/** Those who may have been there too, and so would not recheck. */
export const listColleagues = query('hazard.colleagues', {
  input: v.object({ buildingId: id }),
  allow: inOffice(...patrolOffices),
  async run({ caller, db, now }, { buildingId }) {
    const { path = [] } = (await db.get(collections.places, buildingId)) ?? {};
    if (!patrolOffices.some((role) => holds(caller, role, path))) return { people: [] };
    const roster = await rosterOf(db, path);
    const names = new Map(recheckOffices.flatMap((role) => inOfficeOver(roster, role, path, now)).map((member) => [member.id, member.name]));
    names.delete(caller.id);
    return { people: [...names].slice(0, MOST).map(([personId, name]) => ({ id: personId, name })) };
  },
});
