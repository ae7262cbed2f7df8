/** Who is at a post now: written by every check-in, handover and change of carers, so that no two of them rely on an old one. */
import type { VisitFacts } from '../../miniprogram/domain/childcare/facts';
import { whyFull } from '../../miniprogram/domain/childcare/capacity';
import type { CarePostDocument, CareRoster } from '../_kit/care-documents';
import { collections } from '../_kit/collections';
import { NEVER, orderKey, type Reader } from '../_kit/database';
import { Refusal } from '../_kit/errors';
import type { Transaction } from '../_kit/transaction';

export async function careRosterOf(db: Reader, postId: string): Promise<CareRoster> {
  return (await db.get(collections.careRosters, postId)) ?? { _id: postId, name: '', path: [], areaM2: 0, seats: 0, key: '', shiftKey: '', carers: [], present: [], rev: 0 };
}

/** Puts a child on the roster. Throws `REFUSED` when there are too few adults, or the post is full. */
export async function takeIn(db: Transaction, post: CarePostDocument, visitId: string, { childId, age, endAt }: Pick<VisitFacts, 'childId' | 'age' | 'endAt'>): Promise<void> {
  const roster = await careRosterOf(db, post._id);
  const others = roster.present.filter((child) => child.visitId !== visitId);
  const youngest = Math.min(age, ...others.map((child) => child.age));
  const why = whyFull(post, { carers: roster.carers.length, present: others.length, youngest });
  if (why) throw new Refusal('REFUSED', { message: why, basis: '未成年人保护法 第62条' });
  await write(db, { ...roster, present: [...others, { visitId, childId, age, endAt }] });
}

/** The child is with somebody else now. */
export async function letGo(db: Transaction, postId: string, visitId: string): Promise<void> {
  const roster = await careRosterOf(db, postId);
  await write(db, { ...roster, present: roster.present.filter((child) => child.visitId !== visitId) });
}

/** Reads and touches: who leaves the post and who hands over a child at that moment cannot both. */
export async function assertOnDuty(db: Transaction, postId: string, carerId: string): Promise<void> {
  const roster = await careRosterOf(db, postId);
  if (!roster.carers.some(({ id }) => id === carerId)) throw new Refusal('FORBIDDEN', { message: '请先点“我在岗”，再办交接。' });
  await write(db, roster);
}

export async function write(db: Transaction, roster: CareRoster): Promise<void> {
  const since = Math.min(NEVER, ...roster.carers.map((carer) => carer.since));
  await db.replace(collections.careRosters, { ...roster, shiftKey: orderKey(since, roster._id), rev: roster.rev + 1 });
}
