/** 文书 papers: their names, their order in a volume, which a dispute needs, and who may read which. */
import type { DisputeRole } from '../../../typings/contract/dispute';
import type { PaperKind } from '../../../typings/contract/papers';
import type { PaperRecord } from './record';
import { hasEndedEarly, isAccepted, isAgreed, isSettledOnSpot, wasInvited, wasMediated } from './record';

/** In the order in which they lie in a volume; the volume itself is last. */
export const paperKinds = [
  'cover', 'contents', 'intake', 'rights', 'authority', 'investigation', 'record', 'agreement', 'oral', 'security', 'confirmation', 'proof', 'followUp', 'backPage', 'volume',
] as const satisfies readonly PaperKind[];

/** What a letter of a paper is called; what one is called may depend on how the matter came in. */
export const paperNames: Readonly<Record<PaperKind, string>> = {
  cover: '卷宗封面',
  contents: '卷内目录',
  intake: '人民调解受理登记表',
  rights: '人民调解权利义务告知书',
  authority: '当事人身份和委托情况',
  investigation: '人民调解调查记录',
  record: '人民调解记录',
  agreement: '人民调解协议书',
  oral: '人民调解口头协议登记表',
  security: '治安调解协议书',
  confirmation: '人民调解协议司法确认申请书',
  proof: '协议履行情况记录',
  followUp: '人民调解回访记录',
  backPage: '卷内备考表',
  volume: '整卷',
};

/** A resident who asked himself has handed in an application, else somebody registered what was told. */
export function nameOfPaper(kind: PaperKind, { facts }: Pick<PaperRecord, 'facts'>): string {
  return kind === 'intake' && facts.source === 'app' ? '人民调解申请书' : paperNames[kind];
}

/** Those who make papers: they have the case, and answer for what it says. */
const makers: readonly DisputeRole[] = ['officer', 'auxiliary', 'mediator', 'leader'];

/** What a party may read: never records, notes, or what names more of the other side than their agreement does. */
const forParties: Readonly<Partial<Record<PaperKind, readonly DisputeRole[]>>> = {
  intake: ['applicant'],
  rights: ['applicant', 'respondent'],
  agreement: ['applicant', 'respondent'],
  oral: ['applicant', 'respondent'],
  security: ['applicant', 'respondent'],
  confirmation: ['applicant', 'respondent'],
};

export function mayMake(relations: readonly DisputeRole[]): boolean {
  return relations.some((relation) => makers.includes(relation));
}

export function mayRead(kind: PaperKind, relations: readonly DisputeRole[]): boolean {
  return mayMake(relations) || relations.some((relation) => forParties[kind]?.includes(relation));
}

/** Whether this dispute has such a paper at all. */
const needs: Readonly<Record<PaperKind, (record: PaperRecord) => boolean>> = {
  cover: always,
  contents: always,
  intake: always,
  rights: (record) => !isSettledOnSpot(record),
  authority: (record) => !isSettledOnSpot(record) && (isAccepted(record) || !hasEndedEarly(record)),
  investigation: (record) => !isSettledOnSpot(record),
  record: (record) => !isSettledOnSpot(record) && (wasMediated(record) || !hasEndedEarly(record)),
  agreement: (record) => !isOral(record) && !isOfSecurity(record) && !hasEndedEarly(record),
  oral: (record) => isOral(record) && !isOfSecurity(record),
  security: (record) => isOfSecurity(record) && !hasEndedEarly(record),
  confirmation: (record) => isAgreed(record) && !isOral(record) && !isOfSecurity(record),
  proof: (record) => isAgreed(record),
  followUp: (record) => isAgreed(record) || isSettledOnSpot(record),
  backPage: always,
  volume: always,
};

export function isNeeded(kind: PaperKind, record: PaperRecord): boolean {
  return needs[kind](record);
}

/** Papers that a volume holds when they are there, and does without when they are not. */
const optional: readonly PaperKind[] = ['investigation', 'confirmation'];

/** What lies between cover and back page of this dispute's volume. `isWhole` says whether a paper can be made. */
export function membersOf(record: PaperRecord, isWhole: (kind: PaperKind) => boolean): PaperKind[] {
  return paperKinds
    .filter((kind) => !['cover', 'contents', 'backPage', 'volume'].includes(kind))
    .filter((kind) => isNeeded(kind, record) && !(kind === 'rights' && !wasInvited(record)))
    .filter((kind) => !optional.includes(kind) || isWhole(kind));
}

function always(): boolean {
  return true;
}

function isOral({ facts, events }: PaperRecord): boolean {
  return facts.agreement?.form === 'oral' || isSettledOnSpot({ events });
}

function isOfSecurity({ facts }: PaperRecord): boolean {
  return facts.track === 'security';
}
