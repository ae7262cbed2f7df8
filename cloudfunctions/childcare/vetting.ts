/** Adults at a post: who may be on duty, and that a shift ends with its day. */
import type { VettedAdult } from '../../typings/contract/childcare';
import { vettedDays } from '../../miniprogram/domain/childcare/policy';
import { holds } from '../../miniprogram/domain/dispute/relations';
import { DAY, startOfDay } from '../../miniprogram/domain/time/format';
import type { CarePostDocument, CareRoster } from '../_kit/care-documents';
import type { Caller } from '../_kit/caller';
import { collections, indexes, type Roster } from '../_kit/collections';
import { find, orderKey, type Reader } from '../_kit/database';
import { Refusal } from '../_kit/errors';
import { inOfficeOver } from '../_kit/staff';
import { inTransaction } from '../_kit/transaction';
import { careRosterOf, write } from './rosters';

/** Offices whose holders may look after children at a post. */
export const dutyOffices = ['carer', 'officer', 'auxiliary'] as const;
/** Offices that answer for them. */
const supervisors = ['leader', 'admin'] as const;
/** Posts that one round looks at. */
const ROUND = 50;

/** The post, for whoever runs its station; to anyone else there is none. */
export async function supervisedPost(db: Reader, caller: Caller, postId: string): Promise<CarePostDocument> {
  const post = await db.get(collections.carePosts, postId);
  if (!post || !supervisors.some((role) => holds(caller, role, post.path))) throw new Refusal('NOT_FOUND');
  return post;
}

/** The look into the record counts until then; nothing when there was none, or too long ago. */
export function vettedUntil({ vetted = [] }: CareRoster, personId: string, now: number): number | undefined {
  const until = (vetted.find(({ id }) => id === personId)?.at ?? 0) + vettedDays * DAY;
  return until > now ? until : undefined;
}

/** Throws `REFUSED` for an adult whose record nobody looked up within the year. */
export function assertVetted(roster: CareRoster, personId: string, now: number): void {
  if (vettedUntil(roster, personId, now) !== undefined) return;
  throw new Refusal('REFUSED', { message: '还没登记今年的违法犯罪记录查询，先不能上岗，请找所领导。', basis: '未成年人保护法 第62条' });
}

/** Everybody who may be vetted for a post, each once. */
export function adultsOf(station: Roster, roster: CareRoster, { path }: CarePostDocument, now: number): VettedAdult[] {
  const people = new Map(dutyOffices.flatMap((role) => inOfficeOver(station, role, path, now)).map(({ id, name }) => [id, name]));
  return [...people].map(([id, name]) => {
    const until = vettedUntil(roster, id, now);
    return { id, name, ...(until !== undefined && { vettedUntil: until }) };
  });
}

/** The timer's work: who forgot to leave yesterday is not counted as being there today. */
export async function endShifts(now: number): Promise<number> {
  const midnight = startOfDay(now);
  const stale = await find(indexes.careRostersByShift, {}, { limit: ROUND, upTo: orderKey(midnight, '') });
  for (const { _id } of stale) {
    await inTransaction(async (db) => {
      const roster = await careRosterOf(db, _id);
      await write(db, { ...roster, carers: roster.carers.filter(({ since }) => since >= midnight) });
    });
  }
  return stale.length;
}
