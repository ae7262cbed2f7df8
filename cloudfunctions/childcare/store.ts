/** 托管 childcare: what its actions share. */
import * as v from 'valibot';
import { ulid } from 'ulid';
import type { VisitSummary } from '../../typings/contract/childcare';
import type { ChildCase, VisitCase } from '../../miniprogram/domain/childcare/facts';
import { careNoticeVersion } from '../../miniprogram/domain/childcare/policy';
import type { Call, WriteContext } from '../_kit/action';
import { positionIn, visitSummaryOf } from '../_kit/care-cards';
import type { CarePostDocument, CareSlotDocument } from '../_kit/care-documents';
import type { CaseHandle } from '../_kit/case-engine';
import { collections, type CaseDocument, type ReadLogEntry } from '../_kit/collections';
import { database, orderKey } from '../_kit/database';
import { messageOf } from '../_kit/outbox';
import { inOfficeOver, rosterOf } from '../_kit/staff';

/** Of the notice about children that a guardian has read. */
export const consentVersion = v.pipe(v.string('请先看说明。'), v.check((version) => version === careNoticeVersion, '说明有了新版本，请看过新的再同意。'));

/** Who of the staff looked at what of a child; written before it is shown. */
export function logRead(entry: Pick<ReadLogEntry, 'by' | 'what' | 'caseId' | 'at'>): Promise<unknown> {
  const _id = ulid(entry.at);
  return database.collection(collections.readLog.name).add({ _id, ...entry, key: orderKey(entry.at, _id) }); // one call, since it hangs on nothing
}

/** A line for every guardian with an account but the one who did it. */
export async function tellGuardians({ db, caller, now }: WriteContext, { _id, version, facts }: CaseDocument<ChildCase>, sentence: string): Promise<void> {
  const told = facts.guardians.flatMap(({ id }) => (id === undefined || id === caller.id ? [] : [id]));
  if (told.length === 0) return;
  await db.create(collections.messages, told.map((to) => messageOf({ about: `${_id}:${version}`, to, sentence, at: now, page: `/features/childcare/child/child?id=${_id}` })));
}

/** The answer of every action that moves a visit; the place in the queue when the slot is at hand. */
export function visitAfter({ caller, now }: Call, { document }: CaseHandle<VisitCase>, slot?: CareSlotDocument): VisitSummary {
  return visitSummaryOf(caller, document, now, slot && positionIn(slot, document._id));
}

/** On a child's paper card. */
export const cardCode = v.pipe(v.string('请扫卡。'), v.regex(/^[\w-]{16}$/, '这张卡认不出来。'));

/** Leaders of the post hear of it at once. */
export async function alarmLeaders({ db, now }: WriteContext, { _id, path }: CarePostDocument, sentence: string): Promise<void> {
  const leaders = inOfficeOver(await rosterOf(db, path), 'leader', path, now);
  if (leaders.length === 0) return;
  await db.create(collections.messages, leaders.map(({ id: to }) => messageOf({ about: `post:${_id}:${ulid(now)}`, to, sentence, at: now, page: `/features/carepost/board/board?post=${_id}` })));
}
