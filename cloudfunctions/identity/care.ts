/** 托管灯: how the childcare posts of the own places stand, on a home. */
import type { PostGlance } from '../../typings/contract/childcare';
import type { Role } from '../../typings/contract/identity';
import { capacityOf, lightOf } from '../../miniprogram/domain/childcare/capacity';
import { DAY, startOfDay } from '../../miniprogram/domain/time/format';
import type { ReadContext } from '../_kit/action';
import type { CareRoster, VisitDocument } from '../_kit/care-documents';
import { indexes } from '../_kit/collections';
import { find, orderKey } from '../_kit/database';

/** Posts that a home holds: a station has a handful. */
const MOST_POSTS = 20;
/** More than two times of several full posts. */
const MOST_VISITS = 200;
const watchers: readonly Role[] = ['carer', 'officer', 'auxiliary', 'leader'];

/** One read; for a carer one more, since hers is to know who should have come by now. */
export async function glancesOf({ caller, now }: ReadContext, as: Role): Promise<{ posts?: PostGlance[] }> {
  if (!watchers.includes(as)) return {};
  const scopes = caller.offices.filter(({ role }) => role === as).map(({ scopeId }) => scopeId);
  const rosters = await find(indexes.careRostersByPlace, { path: scopes }, { limit: MOST_POSTS });
  const visits = as === 'carer' && rosters.length > 0 ? await toCome(rosters, now) : undefined;
  return { posts: rosters.map((roster) => glanceOf(roster, now, visits)) };
}

function toCome(rosters: readonly CareRoster[], now: number): Promise<VisitDocument[]> {
  const today = { limit: MOST_VISITS, after: orderKey(startOfDay(now), ''), upTo: orderKey(startOfDay(now) + DAY, '') };
  return find(indexes.visitsOnRoster, { postId: rosters.map(({ _id }) => _id), stands: ['expected', 'noShow'] }, today);
}

function glanceOf(roster: CareRoster, now: number, visits: readonly VisitDocument[] | undefined): PostGlance {
  const { _id, name, carers, present } = roster;
  const youngest = present.length > 0 ? Math.min(...present.map(({ age }) => age)) : undefined;
  const here = { carers: carers.length, present: present.length, ...(youngest !== undefined && { youngest }) };
  const missing = visits?.filter(({ facts }) => facts.postId === _id);
  return {
    id: _id,
    name,
    light: lightOf(roster, here),
    present: present.length,
    capacity: capacityOf(roster, carers.length, youngest),
    carers: carers.length,
    late: present.filter(({ endAt }) => now > endAt).length,
    ...(missing && { missing: missing.length }),
  };
}
