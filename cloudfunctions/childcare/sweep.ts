/**
 * Deleting on time: what is kept of a visit, a photo and a child, and not longer than policy.ts says. Each step may be
 * done again: what hangs on a document goes before it, and the document itself, with its count, last.
 */
import { erasedFacts } from '../../miniprogram/domain/childcare/child-transitions';
import { retention } from '../../miniprogram/domain/childcare/policy';
import { DAY, dayKey, HOUR } from '../../miniprogram/domain/time/format';
import type { ChildDocument, VisitDocument } from '../_kit/care-documents';
import { handleOf, SYSTEM } from '../_kit/case-engine';
import { collections, indexes, type StoredFile } from '../_kit/collections';
import { database, endOfMoment, find, orderKey, reader } from '../_kit/database';
import { removeFiles } from '../_kit/storage';
import { inTransaction, type Transaction } from '../_kit/transaction';
import { children } from './child-kind';

/** How many of what are gone. */
export type Gone = Readonly<Record<string, number>>;

/** Documents of one kind that a round takes; the next takes the rest. */
const ROUND = 20;
const MOST_FILES = 100;

/** Everything that is over by now, a bounded piece of it; what was done stands in the log of the day. */
export async function sweep(now: number): Promise<Gone> {
  const due = { limit: ROUND, upTo: endOfMoment(now) };
  const done: Gone[] = [{ codes: await sweepCodes(now), photos: 0, visits: 0, children: 0, records: 0 }];
  for (const file of await find(indexes.filesGone, {}, due)) done.push(await attempted(() => sweepPhoto(file)));
  for (const visit of await find(indexes.visitsGone, {}, due)) done.push(await attempted(() => sweepVisit(visit)));
  for (const child of await find(indexes.childrenGone, {}, due)) done.push(await attempted(() => sweepRecord(child, now)));
  return noteGone(sumOf(done), now);
}

/** At once after an erasure. */
export async function sweepErased(childId: string, now: number): Promise<Gone> {
  return noteGone(await sweepChild(childId, now), now);
}

/** A record whose consent is gone is erased and swept; after three years nothing is left of it. */
async function sweepRecord({ _id, state, facts }: ChildDocument, now: number): Promise<Gone> {
  if (state === 'known') await inTransaction((db) => moveChild(db, _id, now, (child) => (child.state === 'known' && child.goneKey <= endOfMoment(now) ? erasedFacts(child.facts) : undefined)));
  if (facts.isSwept !== true) return sweepChild(_id, now);
  await removeAll(collections.events.name, _id);
  await inTransaction((db) => db.remove(collections.children, _id));
  return { records: 1 };
}

/** Of an erased child: its visits with all that hangs on them, what was said in its history, its messages. */
async function sweepChild(childId: string, now: number): Promise<Gone> {
  if ((await reader.get(collections.children, childId))?.state !== 'erased') return {};
  const visits = await find(indexes.visitsByChild, { childId }, { limit: ROUND });
  const done: Gone[] = [];
  for (const visit of visits) done.push(await sweepVisit(visit));
  if (visits.length === ROUND) return sumOf(done); // the next round goes on
  await removeAll(collections.messages.name, childId);
  await forgetWords(childId);
  await inTransaction(async (db) => {
    await moveChild(db, childId, now, (child) => ({ ...child.facts, isSwept: true }));
    await db.remove(collections.tries, `walkIn:${childId}`);
  });
  return sumOf([...done, { children: 1 }]);
}

async function moveChild(db: Transaction, childId: string, now: number, change: (child: ChildDocument) => ChildDocument['facts'] | undefined): Promise<void> {
  const child = await db.get(collections.children, childId);
  const facts = child && change(child);
  if (!child || !facts) return;
  const ends: (() => Promise<void>)[] = [];
  await handleOf(children, { db, now, caller: SYSTEM, atEnd: (work) => void ends.push(work) }, child).moveBySystem('erase', { facts });
  for (const end of ends) await end();
}

/** The visit becomes one in the count of its post's month. */
async function sweepVisit({ _id }: VisitDocument): Promise<Gone> {
  await removeAll(collections.messages.name, _id);
  const files = await find(indexes.filesByCase, { caseId: _id }, { limit: MOST_FILES });
  const photos: Gone[] = [];
  for (const file of files) photos.push(await sweepPhoto(file));
  await removeAll(collections.events.name, _id);
  await inTransaction(async (db) => {
    const visit = await db.get(collections.visits, _id);
    if (!visit) return;
    const { postId, startAt } = visit.facts;
    const month = dayKey(startAt).slice(0, 7);
    const count = (await db.get(collections.careCounts, `${postId}:${month}`)) ?? { _id: `${postId}:${month}`, postId, month, ends: {} };
    await db.replace(collections.careCounts, { ...count, ends: { ...count.ends, [visit.state]: (count.ends[visit.state] ?? 0) + 1 } });
    await db.remove(collections.visits, _id);
  });
  return sumOf([...photos, { visits: 1 }]);
}

/** First the file itself, then what says where it lay. */
async function sweepPhoto({ _id, fileId }: StoredFile): Promise<Gone> {
  await removeFiles([fileId]);
  await inTransaction((db) => db.remove(collections.files, _id));
  return { photos: 1 };
}

async function sweepCodes(now: number): Promise<number> {
  const { deleted } = (await database.collection(collections.usedCodes.name).where({ at: database.command.lte(now - retention.codeHours * HOUR) }).remove()) as { deleted?: unknown };
  return typeof deleted === 'number' ? deleted : 0;
}

function removeAll(collection: string, caseId: string): Promise<unknown> {
  return database.collection(collection).where({ caseId }).remove();
}

/** What was said goes, its salted digest stays: the history still holds. */
async function forgetWords(caseId: string): Promise<void> {
  await database.collection(collections.events.name).where({ caseId }).update({ words: database.command.remove() });
}

/** One document that cannot be deleted must not stop the others. */
async function attempted(work: () => Promise<Gone>): Promise<Gone> {
  try {
    return await work();
  } catch (fault) {
    console.error(JSON.stringify({ sweep: String(fault) }));
    return {};
  }
}

function sumOf(counts: readonly Gone[]): Gone {
  const sums = new Map<string, number>();
  for (const [kind, count] of counts.flatMap((each) => Object.entries(each))) sums.set(kind, (sums.get(kind) ?? 0) + count);
  return Object.fromEntries(sums);
}

/** The log has one line a day: how many of what are gone, and nothing of what they were. */
async function noteGone(gone: Gone, now: number): Promise<Gone> {
  if (Object.values(gone).every((count) => count === 0)) return gone;
  await inTransaction(async (db) => {
    const _id = dayKey(now);
    const day = (await db.get(collections.retentionDays, _id)) ?? { _id, at: now, gone: {} };
    await db.replace(collections.retentionDays, { ...day, gone: sumOf([day.gone, gone]) });
  });
  return gone;
}

/** When a photo of a handover is deleted, as its file says it. */
export function photoGoneKey(fileId: string, now: number): string {
  return orderKey(now + retention.handoverDays * DAY, fileId);
}
