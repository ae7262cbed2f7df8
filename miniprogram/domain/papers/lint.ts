/** 文书 papers: what each still lacks, in sentences that say what to do. An incomplete paper is not made. */
import type { DisputeRole } from '../../../typings/contract/dispute';
import type { PaperKind } from '../../../typings/contract/papers';
import type { Objection } from '../case/transition';
import { canApply } from '../dispute/confirmation';
import type { DisputeFacts } from '../dispute/facts';
import { isPanelWhole, mayHelp } from '../dispute/panel';
import { isGuardianTold, withinSecurity } from '../dispute/security';
import { isNeeded, membersOf, nameOfPaper } from './kinds';
import { hasEnded, hasEndedWithout, isAgreed, isSettledOnSpot, lastOf, type PaperRecord, type RecordedEvent } from './record';
import { sittingsOf, unwrittenOf } from './sittings';

/** What is said when a paper is refused, by the article that asks for it. */
export const basisOf: Readonly<Partial<Record<PaperKind, string>>> = {
  record: '人民调解法 第27条',
  agreement: '人民调解法 第29条',
  oral: '人民调解法 第28条',
  security: '公安机关办理行政案件程序规定 第184条',
  confirmation: '人民调解法 第33条',
};

type Lack = string | false | undefined;
type Lint = (record: PaperRecord) => Lack[];

const lints: Readonly<Record<Exclude<PaperKind, 'volume'>, Lint>> = {
  intake: (record) => [...bothNamed(record), record.facts.story.trim() === '' && '还没有写是什么事，请补上经过。'],
  rights: (record) => [...bothNamed(record), !lastOf(record, 'triage') && '还没有分流，请先定下由调解来办。'],
  authority: (record) => [...bothNamed(record), ...bothWilling(record), ...helpers(record.facts), isGuardianTold(record.facts)?.message],
  investigation: (record) => [findingsOf(record).length === 0 && '还没有记过了解到的情况，请在“更新进展”里记一笔。'],
  record: (record) => [
    sittingsOf(record).length === 0 && '双方还没有坐下来谈过。',
    sittingsOf(record).some(({ outcome }) => outcome === 'open') && !isAgreed(record) && '这一次还没有谈完，谈完再出。',
    ...unwrittenOf(record).map(({ order }) => `第${order}次谈话没有记录，请在“更新进展”里补记一笔，不要勾内部。`),
  ],
  agreement: (record) => [...textOf(record.facts), ...(isAgreed(record) ? [] : articleOf(record.facts))],
  oral: (record) => (isSettledOnSpot(record) ? [...bothNamed(record), ...bothWilling(record)] : [...textOf(record.facts), !isAgreed(record) && '还没有都说同意，两边都同意了再登记。']),
  security: (record) => {
    const { facts } = record;
    const bounds = [withinSecurity(facts)?.message, isGuardianTold(facts)?.message];
    return isSettledOnSpot(record) ? [...bounds, !facts.spot && '没有写当场怎么说好的。'] : [...bounds, ...textOf(facts), ...(isAgreed(record) ? [] : occurrenceOf(facts))];
  },
  confirmation: ({ facts, now }) => [facts.confirmation?.appliedAt === undefined && canApply(facts, now)?.message],
  proof: ({ facts }) => (facts.agreement?.clauses ?? []).map(({ state }, index) => state === 'open' && `第${index + 1}条还没有结果，做到了没做到都要记下。`),
  handling: ({ facts }) => [facts.handling && facts.handling.decidedOn === undefined && facts.settlement?.isRecognized !== true && '还没有记依法作出的决定。'],
  followUp: ({ facts }) => [facts.followUps.length === 0 && '还没有回访，请先问过双方。'],
  cover: (record) => [notEnded(record), ...bothNamed(record)],
  contents: (record) => [notEnded(record)],
  backPage: (record) => [notEnded(record)],
};

/** What is missing of one paper; of a volume, whatever is missing of anything that it holds. Empty when it can be made. */
export function lintPaper(kind: PaperKind, record: PaperRecord): string[] {
  if (!isNeeded(kind, record)) return ['这件事用不着这一份。'];
  if (kind !== 'volume') return said(lints[kind](record));
  const ofMembers = membersOf(record, isWholeIn(record)).flatMap((member) => lintPaper(member, record).map((lack) => `${nameOfPaper(member, record)}：${lack}`));
  return [...said(lints.backPage(record)), ...ofMembers];
}

/** Asks of each kind whether it can be made. */
export function isWholeIn(record: PaperRecord): (kind: PaperKind) => boolean {
  return (kind) => lintPaper(kind, record).length === 0;
}

const parties: readonly DisputeRole[] = ['applicant', 'respondent'];

/** What staff found out: their notes, and each try to reach the other side. */
export function findingsOf({ events }: Pick<PaperRecord, 'events'>): RecordedEvent[] {
  return events.filter(({ move, words, as }) => (move === 'note' || move === 'invite' || move === 'contact') && words !== undefined && !parties.includes(as));
}

function said(lacks: readonly Lack[]): string[] {
  return lacks.filter((lack): lack is string => typeof lack === 'string');
}

function notEnded(record: PaperRecord): Lack {
  return !hasEnded(record) && '这件事还没办完，办完再立卷。';
}

/** What ended before anybody knew who the other side was is filed without. */
function bothNamed(record: PaperRecord): Lack[] {
  const { applicant, respondent } = record.facts;
  return [applicant.name === '' && '申请人还没有姓名，请补上。', !respondent && !hasEndedWithout(record) && '还不知道对方是谁，请在“更新进展”里填上。'];
}

function bothWilling({ facts: { applicant, respondent } }: PaperRecord): Lack[] {
  return [
    applicant.consentedAt === undefined && '申请人还没有说愿意。',
    respondent !== undefined && respondent.consentedAt === undefined && '被申请人还没有说愿意。',
  ];
}

function helpers(facts: DisputeFacts): Lack[] {
  const objections: (Objection | undefined)[] = facts.panel ? [isPanelWhole(facts), mayHelp(facts)] : [];
  return objections.map((objection) => objection?.message);
}

/** What stands in every agreement. */
function textOf({ agreement }: DisputeFacts): Lack[] {
  if (!agreement) return ['约定还没写好，请在“写约定”里写。'];
  return [
    agreement.facts.trim() === '' && '没有写主要事实，请在“写约定”里补上。',
    agreement.clauses.length === 0 && '没有写约定的内容，至少要有一条。',
    agreement.form === 'partial' && agreement.unsettled === undefined && '请写明还有哪些没谈成。',
  ];
}

/** When and where it happened, and why (程序规定 第184条), as long as the text can still be changed. */
function occurrenceOf({ agreement }: DisputeFacts): Lack[] {
  return [agreement && !agreement.occurrence && '没有写案件发生的时间、地点、起因、情节和结果，请在“写约定”里补上。'];
}

/** What a written one has besides (人民调解法 第29条), as long as the text can still be changed. */
function articleOf({ agreement }: DisputeFacts): Lack[] {
  if (!agreement) return [];
  return [
    agreement.disputed === undefined && '没有写争议的是什么，请在“写约定”里补上。',
    agreement.responsibility === undefined && '没有写各方的责任，请在“写约定”里补上。',
  ];
}
