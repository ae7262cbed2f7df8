/** Who is at a post now: written by every check-in, handover and change of carers, so that no two of them rely on an old one. */
import type { VisitFacts } from '../../miniprogram/domain/childcare/facts';
import { whyFull } from '../../miniprogram/domain/childcare/capacity';
import { fewestAdults } from '../../miniprogram/domain/childcare/policy';
import type { CarePostDocument, CareRoster } from '../_kit/care-documents';
import { collections } from '../_kit/collections';
import { NEVER, orderKey, type Reader } from '../_kit/database';
import { Refusal } from '../_kit/errors';
import type { Transaction } from '../_kit/transaction';

type Taken = Pick<VisitFacts, 'childId' | 'age' | 'endAt'>;

export async function careRosterOf(db: Reader, postId: string): Promise<CareRoster> {
  return (await db.get(collections.careRosters, postId)) ?? { _id: postId, name: '', path: [], areaM2: 0, seats: 0, key: '', shiftKey: '', carers: [], present: [], rev: 0 };
}

/** Puts a child on the roster. Throws `REFUSED` when there are too few adults, or the post is full. */
export async function takeIn(db: Transaction, post: CarePostDocument, visitId: string, child: Taken): Promise<void> {
  const why = await receive(db, post, visitId, child);
  if (why !== undefined) throw new Refusal('REFUSED', { message: why, basis: '未成年人保护法 第62条' });
}

/** The same without refusing: a child whom an officer brings cannot be sent away. Says what is wrong with it, else nothing. */
export async function receive(db: Transaction, post: CarePostDocument, visitId: string, { childId, age, endAt }: Taken): Promise<string | undefined> {
  const roster = without(await careRosterOf(db, post._id), visitId);
  const why = whyNot(post, roster, roster.present, age);
  await write(db, { ...roster, present: [...roster.present, { visitId, childId, age, endAt }] });
  return why;
}

/** An officer goes for the child. Throws `REFUSED` unless there is room and adults enough for it too, with who is on the way. */
export async function expectFetched(db: Transaction, post: CarePostDocument, visitId: string, { age, endAt }: Pick<VisitFacts, 'age' | 'endAt'>, now: number): Promise<void> {
  const roster = without(await careRosterOf(db, post._id), visitId);
  const underWay = (roster.underWay ?? []).filter((child) => child.endAt > now);
  if (roster.carers.length < fewestAdults) throw new Refusal('REFUSED', { message: `${post.name}在岗的大人不到 ${fewestAdults} 位，先别接，告诉家长别的办法。` });
  if (whyNot(post, roster, [...roster.present, ...underWay], age) !== undefined) {
    throw new Refusal('REFUSED', { message: `${post.name}满了，先别接，告诉家长别的办法：请老师再留一会儿，或请能接的人去。` });
  }
  await write(db, { ...roster, underWay: [...underWay, { visitId, age, endAt }] });
}

/** The child is with somebody else now, or is not fetched after all. */
export async function letGo(db: Transaction, postId: string, visitId: string): Promise<void> {
  await write(db, without(await careRosterOf(db, postId), visitId));
}

function without(roster: CareRoster, visitId: string): CareRoster {
  const { present, underWay } = roster;
  return { ...roster, present: present.filter((child) => child.visitId !== visitId), ...(underWay && { underWay: underWay.filter((child) => child.visitId !== visitId) }) };
}

function whyNot(post: CarePostDocument, { carers }: CareRoster, others: readonly { readonly age: number }[], age: number): string | undefined {
  return whyFull(post, { carers: carers.length, present: others.length, youngest: Math.min(age, ...others.map((child) => child.age)) });
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
