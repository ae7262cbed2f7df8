/** Everything that is kept about a child, as a guardian takes it along: readable text, the own number and those of the people named by oneself in full. */
import uniqBy from 'lodash/uniqBy';
import type { ChildMove, VisitMove, VisitRole } from '../../typings/contract/childcare-words';
import type { ChildFacts, Guardian } from '../../miniprogram/domain/childcare/facts';
import { hasConsent } from '../../miniprogram/domain/childcare/guards';
import { childMoveLabels, isForStaff, visitMoveLabels } from '../../miniprogram/domain/childcare/history';
import { kinshipLabels, roleLabels, stateLabels } from '../../miniprogram/domain/childcare/labels';
import { dayAndTime, dayKey } from '../../miniprogram/domain/time/format';
import type { ReadContext } from '../_kit/action';
import type { ChildDocument, VisitDocument } from '../_kit/care-documents';
import { indexes, type CaseEvent, type Roster } from '../_kit/collections';
import { find } from '../_kit/database';
import { rosterOf, titleOf } from '../_kit/staff';
import { open } from '../_kit/vault';
import { contactPhone } from './children';

/** Two visits on each of the ninety days that they are kept. */
const MOST_VISITS = 200;
const MOST_EVENTS = 1000;
const MOST_READS = 1000;
/** Visits whose history one read brings: a visit has some twenty lines. */
const PAGE = 40;

/** A guardian by name; staff as people call them, or by what they were when nobody of that name is in office any more. */
type NameOf = (id: string, as: VisitRole) => string;
/** In full for whoever told us the number. */
type PhoneOf = (of: Pick<Guardian, 'phone' | 'phoneMask'>, toldBy: string | undefined) => string;

/** Lines that are for staff alone stay with the post: the last line says so. */
export async function exportText({ caller, db, now }: ReadContext, child: ChildDocument): Promise<string> {
  const [visits, own, reads] = await Promise.all([
    find(indexes.visitsByChild, { childId: child._id }, { limit: MOST_VISITS }),
    find(indexes.eventsByCase, { caseId: child._id }, { limit: MOST_EVENTS }),
    find(indexes.readLogByCase, { caseId: child._id }, { limit: MOST_READS }),
  ]);
  const events = await eventsOf(visits);
  const rosters = await Promise.all(uniqBy(visits.map(({ facts }) => facts.path), ([station]) => station).map((path) => rosterOf(db, path)));
  const nameOf: NameOf = (id, as) => child.facts.guardians.find((guardian) => guardian.id === id)?.name ?? titleIn(rosters, id) ?? roleLabels[as];
  const phoneOf: PhoneOf = (of, toldBy) => (toldBy === caller.id ? contactPhone(child._id, of) : of.phoneMask);
  return [
    `${child.facts.nickname}的托管记录（${dayKey(now)}导出）`,
    ...section('孩子', childLines(child)),
    ...section('监护人', child.facts.guardians.map((guardian) => `${guardian.name}（${kinshipLabels[guardian.kinship]}）${phoneOf(guardian, guardian.id)}`)),
    ...section('能接的人', child.facts.persons.map((person) => personLine(person, phoneOf(person, person.addedBy)))),
    ...section('托管', visits.flatMap((visit) => visitLines(visit, events.get(visit._id) ?? [], nameOf))),
    ...section('资料的变动', own.filter(isShown).map((event) => `${dayAndTime(event.at)} ${nameOf(event.by, event.as as VisitRole)}：${childMoveLabels[event.move as ChildMove]}`)),
    ...section('工作人员看过', reads.map(({ at, by, what }) => `${dayAndTime(at)} ${nameOf(by, 'system')}：${readLabels[what] ?? what}`)),
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

function personLine({ name, kinship, addedAt, removedAt, until }: ChildFacts['persons'][number], phone: string): string {
  const limits = [`${dayAndTime(addedAt)}加的`, ...(until === undefined ? [] : ['只在当天']), ...(removedAt === undefined ? [] : [`${dayAndTime(removedAt)}去掉了`])];
  return `${name}（${kinshipLabels[kinship]}）${phone}，${limits.join('，')}`;
}

function visitLines({ state, facts }: VisitDocument, events: readonly CaseEvent[], nameOf: NameOf): string[] {
  const { startAt, post, releasedTo, handover } = facts;
  const to = releasedTo === undefined ? '' : `，交给${releasedTo.name}`;
  const lines = events.filter(isShown).map(({ at, by, as, move, words }) => `  ${dayAndTime(at)} ${nameOf(by, as as VisitRole)}：${visitMoveLabels[move as VisitMove]}${words === undefined || isForStaff(move) ? '' : `，${words}`}`);
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

function titleIn(rosters: readonly Roster[], id: string): string | undefined {
  return rosters.map((roster) => titleOf(roster, id)).find((title) => title !== undefined);
}
