/** 文书 papers: what their actions read, and what they write. */
import { createHash } from 'node:crypto';
import uniq from 'lodash/uniq';
import { ulid } from 'ulid';
import type { DisputeMove, DisputeRole, DisputeState } from '../../typings/contract/dispute';
import type { PaperFile, PaperKind } from '../../typings/contract/papers';
import { relationLabels } from '../../miniprogram/domain/dispute/labels';
import { communityOf } from '../../miniprogram/domain/dispute/place';
import { nameOfPaper } from '../../miniprogram/domain/papers/kinds';
import { fileNumber, numberYear, type NumberSeries } from '../../miniprogram/domain/papers/number';
import type { PaperRecord, RecordedEvent } from '../../miniprogram/domain/papers/record';
import type { ReadContext } from '../_kit/action';
import { digest } from '../_kit/audit';
import { collections, indexes, type CaseEvent, type DisputeDocument, type StoredPaper } from '../_kit/collections';
import { app, find, findByIds, orderKey } from '../_kit/database';
import { Refusal } from '../_kit/errors';
import { inTransaction, type Transaction } from '../_kit/transaction';
import { blindIndex } from '../_kit/vault';
import { composePaper } from './compose/compose';
import type { NumberedRecord } from './compose/words';
import { volumeOf } from './volume';

/** More moves than any dispute has made. */
const MOST_EVENTS = 500;
/** Versions of all kinds of papers of one dispute; a version is made only when something has changed. */
const MOST_PAPERS = 300;
/** How long the address of a paper works, in seconds. */
const LENT_SECONDS = 600;

/** The record of a dispute, its number if it has one, and the newest version of each paper that was made. */
export interface Dossier {
  readonly record: PaperRecord;
  readonly number: string | undefined;
  readonly made: ReadonlyMap<PaperKind, StoredPaper>;
}

/** Five reads, three of them side by side. */
export async function readDossier({ db, now }: Pick<ReadContext, 'db' | 'now'>, { _id: caseId, facts, state, openedAt }: DisputeDocument): Promise<Dossier> {
  const [events, made, given, places] = await Promise.all([
    find(indexes.eventsByCase, { caseId }, { limit: MOST_EVENTS }),
    newestOf(caseId),
    db.get(collections.fileNumbers, caseId),
    findByIds(collections.places, facts.place.path.slice(0, 3)),
  ]);
  const names = await namesOf(events);
  const nameOfPlace = (level: number) => places.find(({ _id }) => _id === facts.place.path[level])?.name ?? '';
  return {
    record: {
      facts, state, openedAt, now,
      events: [...events].reverse().map((event) => recorded(event, facts, names)),
      places: { station: nameOfPlace(0), street: nameOfPlace(1), community: nameOfPlace(2) },
    },
    number: given?.number,
    made,
  };
}

/** Everybody's full name, also of those who hold no office any more. */
async function namesOf(events: readonly CaseEvent[]): Promise<ReadonlyMap<string, string>> {
  const people = await findByIds(collections.users, uniq(events.map(({ by }) => by)).slice(0, 100));
  return new Map(people.map(({ _id, facts }) => [_id, facts.name]));
}

function recorded({ version, move, to, at, by, as, words, isInternal }: CaseEvent, { applicant, respondent }: DisputeDocument['facts'], names: ReadonlyMap<string, string>): RecordedEvent {
  const party = [applicant, respondent].find((each) => each?.id === by);
  const role = as as DisputeRole; // written by the engine from the same table, as are move and state
  return { version, move: move as DisputeMove, to: to as DisputeState, at, as: role, isInternal, who: party?.name ?? names.get(by) ?? relationLabels[role], ...(words !== undefined && { words }) };
}

/** The newest version of each paper that was made. */
export async function newestOf(caseId: string): Promise<ReadonlyMap<PaperKind, StoredPaper>> {
  const papers = await find(indexes.papersByCase, { caseId }, { limit: MOST_PAPERS });
  const newest = new Map<PaperKind, StoredPaper>();
  for (const paper of papers) if ((newest.get(paper.kind)?.version ?? 0) < paper.version) newest.set(paper.kind, paper);
  return newest;
}

/** Equal as long as the same stands on the paper. */
export function contentDigestOf(kind: PaperKind, record: NumberedRecord): string {
  return digest(kind === 'volume' ? volumeOf(record) : composePaper(kind, record));
}

/** Whether what was made is no longer what would be made now. */
export function isOutdated({ kind, number, contentDigest }: StoredPaper, record: PaperRecord): boolean {
  return contentDigestOf(kind, { ...record, number }) !== contentDigest;
}

/**
 * The number of a dispute's file: the same for all its papers, and given once. Without gaps: it and the counter are
 * written together, and a paper that fails afterwards finds it again.
 */
export function numberFor({ _id, facts }: DisputeDocument, { places }: PaperRecord, now: number): Promise<string> {
  const series: NumberSeries = facts.track === 'security' ? 'security' : 'people';
  const community = communityOf(facts.place);
  const year = numberYear(now);
  return inTransaction(async (db) => {
    const given = await db.get(collections.fileNumbers, _id);
    if (given) return given.number;
    const counterId = `papers:${series}:${community}:${year}`;
    const counter = await db.get(collections.counters, counterId);
    const last = (counter?.last ?? 0) + 1;
    const number = fileNumber(places.community, series, year, last);
    if (counter) await db.replace(collections.counters, { ...counter, last });
    else await db.create(collections.counters, { _id: counterId, last });
    await db.create(collections.fileNumbers, { _id, community, number, at: now });
    return number;
  });
}

/** Where a paper lies: at a path that nobody can guess, named after its content. */
export function pathOf(caseId: string, kind: PaperKind, content: Buffer): string {
  return `papers/${blindIndex('paper', `${caseId}:${kind}:${sha256Of(content)}`)}.docx`;
}

export function sha256Of(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

/** An address that works for ten minutes. Throws `NOT_FOUND` when the file is gone. */
export async function addressOf(fileId: string): Promise<string> {
  const { fileList } = await app.getTempFileURL({ fileList: [{ fileID: fileId, maxAge: LENT_SECONDS }] });
  const [found] = fileList;
  if (found?.code !== 'SUCCESS') throw new Refusal('NOT_FOUND', { message: '这份文书找不到了，请重新生成一次。' });
  return found.tempFileURL;
}

/** What a reader is given: the address, and a name under which a phone keeps it. */
export async function fileFor({ fileId, kind, number }: Pick<StoredPaper, 'fileId' | 'kind' | 'number'>, dispute: Pick<PaperRecord, 'facts'>): Promise<PaperFile> {
  return { url: await addressOf(fileId), name: nameOfPaper(kind, dispute), number };
}

/** Each time that somebody of the staff has a paper made or opens one. */
export async function logRead(db: Transaction, { caller, now }: Pick<ReadContext, 'caller' | 'now'>, caseId: string, kind: string): Promise<void> {
  const _id = ulid(now);
  await db.create(collections.readLog, { _id, by: caller.id, what: `paper ${kind}`, caseId, at: now, key: orderKey(now, _id) });
}
