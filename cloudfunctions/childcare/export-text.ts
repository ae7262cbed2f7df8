/** Everything that is kept about a child, as a guardian takes it along: readable text, numbers in full. */
import type { ChildMove, VisitMove } from '../../typings/contract/childcare-words';
import type { ChildFacts } from '../../miniprogram/domain/childcare/facts';
import { hasConsent } from '../../miniprogram/domain/childcare/guards';
import { childMoveLabels, visitMoveLabels } from '../../miniprogram/domain/childcare/history';
import { kinshipLabels, roleLabels, stateLabels } from '../../miniprogram/domain/childcare/labels';
import { dayAndTime, dayKey } from '../../miniprogram/domain/time/format';
import type { ChildDocument, VisitDocument } from '../_kit/care-documents';
import { collections, indexes, type CaseEvent, type ReadLogEntry, type User } from '../_kit/collections';
import { find, findByIds } from '../_kit/database';
import { contactPhone } from './children';
import { open } from '../_kit/vault';

/** Two visits on each of the ninety days that they are kept. */
const MOST_VISITS = 200;
const MOST_EVENTS = 1000;
const MOST_READS = 1000;
/** Visits whose history one read brings: a visit has some twenty lines. */
const PAGE = 40;

/** Lines that are for staff alone stay with the post: the last line says so. */
export async function exportText(child: ChildDocument, now: number): Promise<string> {
  const [visits, own, reads] = await Promise.all([
    find(indexes.visitsByChild, { childId: child._id }, { limit: MOST_VISITS }),
    find(indexes.eventsByCase, { caseId: child._id }, { limit: MOST_EVENTS }),
    find(indexes.readLogByCase, { caseId: child._id }, { limit: MOST_READS }),
  ]);
  const events = await eventsOf(visits);
  const names = await namesOf([...own, ...events.values()].flat(), reads);
  const nameOf = (id: string) => names.get(id) ?? roleLabels.system;
  return [
    `${child.facts.nickname}的托管记录（${dayKey(now)}导出）`,
    ...section('孩子', childLines(child)),
    ...section('监护人', child.facts.guardians.map(({ name, kinship, phone }) => `${name}（${kinshipLabels[kinship]}）${contactPhone(child._id, { phone })}`)),
    ...section('能接的人', child.facts.persons.map((person) => personLine(child._id, person))),
    ...section('托管', visits.flatMap((visit) => visitLines(visit, events.get(visit._id) ?? [], nameOf))),
    ...section('资料的变动', own.filter(isShown).map((event) => `${dayAndTime(event.at)} ${nameOf(event.by)}：${childMoveLabels[event.move as ChildMove]}`)),
    ...section('工作人员看过', reads.map(({ at, by, what }) => `${dayAndTime(at)} ${nameOf(by)}：${readLabels[what] ?? what}`)),
    '',
    '警务室内部的核查记录不在这里，想了解请到警务室。',
  ].join('\n');
}

const readLabels: Readonly<Record<string, string>> = { child: '孩子的资料', phone: '一个电话号码', visit: '一次托管', walkInWord: '给家长的数字', export: '导出全部记录' };

function section(title: string, lines: readonly string[]): string[] {
  return ['', `【${title}】`, ...(lines.length > 0 ? lines : ['没有'])];
}

function childLines({ _id, facts }: ChildDocument): string[] {
  const { nickname, birthMonth, school, className, allergy, consent, familyWord, card } = facts;
  return [
    `小名：${nickname}`,
    `出生年月：${birthMonth}`,
    `学校：${school}${className === undefined ? '' : ` ${className}`}`,
    ...(allergy ? [`过敏和要留意的：${open(allergy, `${_id}:allergy`)}`] : []),
    ...(familyWord === undefined ? [] : ['家庭暗号：设过，只存了核对用的指纹']),
    ...(card === undefined ? [] : ['接送卡：做过']),
    ...(consent ? [`同意：${dayAndTime(consent.at)}，说明的版本 ${consent.version}${hasConsent(facts) ? '' : `，${dayAndTime(consent.withdrawnAt ?? consent.at)}收回`}`] : []),
  ];
}

function personLine(childId: string, { name, kinship, phone, addedAt, removedAt, until }: ChildFacts['persons'][number]): string {
  const limits = [`${dayAndTime(addedAt)}加的`, ...(until === undefined ? [] : ['只在当天']), ...(removedAt === undefined ? [] : [`${dayAndTime(removedAt)}去掉了`])];
  return `${name}（${kinshipLabels[kinship]}）${contactPhone(childId, { phone })}，${limits.join('，')}`;
}

function visitLines({ state, facts }: VisitDocument, events: readonly CaseEvent[], nameOf: (id: string) => string): string[] {
  const { startAt, post, releasedTo, handover } = facts;
  const to = releasedTo === undefined ? '' : `，交给${releasedTo.name}`;
  const lines = events.filter(isShown).map(({ at, by, move, words }) => `  ${dayAndTime(at)} ${nameOf(by)}：${visitMoveLabels[move as VisitMove]}${words === undefined ? '' : `，${words}`}`);
  return [`${dayAndTime(startAt)} ${post}：${stateLabels[state]}${to}${handover === undefined ? '' : '，有交接照片（只留七天）'}`, ...lines];
}

function isShown({ isInternal }: CaseEvent): boolean {
  return !isInternal;
}

/** Oldest first within a visit. */
async function eventsOf(visits: readonly VisitDocument[]): Promise<Map<string, CaseEvent[]>> {
  const pages = Array.from({ length: Math.ceil(visits.length / PAGE) }, (_, page) => visits.slice(page * PAGE, (page + 1) * PAGE).map(({ _id }) => _id));
  const found = (await Promise.all(pages.map((caseId) => find(indexes.eventsByCase, { caseId }, { limit: MOST_EVENTS })))).flat();
  return new Map(visits.map(({ _id }) => [_id, found.filter(({ caseId }) => caseId === _id).sort((a, b) => a.version - b.version)]));
}

/** People as their accounts call them; those beyond the first hundred stay the post. */
async function namesOf(events: readonly CaseEvent[], reads: readonly ReadLogEntry[]): Promise<Map<string, string>> {
  const ids = [...new Set([...events, ...reads].map(({ by }) => by))].slice(0, 100);
  const people = await findByIds(collections.users, ids);
  return new Map(people.map(({ _id, facts }: User) => [_id, facts.name]));
}
