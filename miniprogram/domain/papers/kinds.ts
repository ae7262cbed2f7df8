/** 文书 papers: their names, their order in a volume, and which a dispute needs. */
import type { PaperKind } from '../../../typings/contract/papers';
import { acceptanceOf, hasEndedWithout, isAgreed, isOfSecurity, isSettledOnSpot, wasInvited, wasMediated, type PaperRecord } from './record';

/** What lies in a volume, in its order; then the volume, and what encloses it. */
export const paperKinds = [
  'intake', 'rights', 'authority', 'investigation', 'record', 'agreement', 'oral', 'security', 'confirmation', 'proof', 'handling', 'followUp', 'volume', 'cover', 'contents', 'backPage',
] as const satisfies readonly PaperKind[];

const enclosing: readonly PaperKind[] = ['volume', 'cover', 'contents', 'backPage'];

const names: Readonly<Record<PaperKind, string>> = {
  cover: '卷宗封面',
  contents: '卷内目录',
  intake: '调解受理登记表',
  rights: '调解权利义务告知书',
  authority: '当事人身份和委托情况',
  investigation: '调查记录',
  record: '调解记录',
  agreement: '人民调解协议书',
  oral: '口头协议登记表',
  security: '治安调解协议书',
  confirmation: '司法确认申请书',
  proof: '协议履行情况记录',
  handling: '治安案件处理情况记录',
  followUp: '回访记录',
  backPage: '卷内备考表',
  volume: '整卷',
};

/** A resident who asked himself has handed in an application, else somebody registered what was told. */
export function nameOfPaper(kind: PaperKind, { facts }: Pick<PaperRecord, 'facts'>): string {
  return kind === 'intake' && facts.source === 'app' && facts.agentId === undefined ? '调解申请书' : names[kind];
}

type Need = (record: PaperRecord) => boolean;

const always: Need = () => true;
const isOral: Need = (record) => record.facts.agreement?.form === 'oral' || isSettledOnSpot(record);
const goesOn: Need = (record) => !isSettledOnSpot(record) && !hasEndedWithout(record);

/** Whether this dispute has such a paper at all. */
const needs: Readonly<Record<PaperKind, Need>> = {
  cover: always,
  contents: always,
  intake: always,
  rights: (record) => goesOn(record) || wasInvited(record),
  authority: (record) => goesOn(record) || acceptanceOf(record) !== undefined,
  investigation: (record) => !isSettledOnSpot(record),
  record: (record) => goesOn(record) || wasMediated(record),
  agreement: (record) => goesOn(record) && !isOral(record) && !isOfSecurity(record),
  oral: (record) => isOral(record) && !isOfSecurity(record) && !hasEndedWithout(record),
  // what a recording shows whole needs no paper (程序规定 第178条)
  security: (record) => isOfSecurity(record) && (goesOn(record) || (isSettledOnSpot(record) && record.facts.spot?.proof === 'paper')),
  confirmation: (record) => isAgreed(record) && !isOral(record) && !isOfSecurity(record),
  proof: (record) => isAgreed(record) || record.facts.earlierAgreements !== undefined,
  handling: ({ facts }) => facts.handling !== undefined || facts.settlement !== undefined,
  followUp: (record) => isAgreed(record) || isSettledOnSpot(record),
  backPage: always,
  volume: always,
};

/** Of a lead nobody has asked for anything, and there is nothing to write. */
export function isNeeded(kind: PaperKind, record: PaperRecord): boolean {
  return record.facts.isLead !== true && needs[kind](record);
}

/**
 * What lies between cover and back page of this dispute's volume; it does without findings that nobody made, and without
 * what no court was asked. `isWhole` says whether a paper can be made.
 */
export function membersOf(record: PaperRecord, isWhole: (kind: PaperKind) => boolean): PaperKind[] {
  const isThere = (kind: PaperKind) => (kind === 'confirmation' ? record.facts.confirmation?.appliedAt !== undefined : kind !== 'investigation' || isWhole(kind));
  return paperKinds.filter((kind) => !enclosing.includes(kind) && isNeeded(kind, record) && isThere(kind));
}
