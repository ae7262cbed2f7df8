/** 文书 papers: what each still lacks, in sentences that say what to do. An incomplete paper is not made. */
import type { DisputeRole } from '../../../typings/contract/dispute';
import type { PaperKind } from '../../../typings/contract/papers';
import { canStillApply } from './confirmation';
import { isNeeded, membersOf, nameOfPaper } from './kinds';
import { agreedAt, hasEndedEarly, isAgreed, lastOf, sittingsOf, type PaperRecord } from './record';

type Lint = (record: PaperRecord) => (string | false)[];

/** The outcome is known: only then is a file closed. */
const ended: ReadonlySet<string> = new Set(['closed', 'declined', 'refused', 'failed', 'withdrawn']);

const lints: Readonly<Record<Exclude<PaperKind, 'volume'>, Lint>> = {
  intake: (record) => [...bothNamed(record), record.facts.story.trim() === '' && '还没有写是什么事，请补上经过。'],
  rights: (record) => [!wasTriaged(record) && '还没有分流，请先定下由调解来办。', ...bothNamed(record)],
  authority: (record) => [...bothNamed(record), ...bothWilling(record)],
  investigation: (record) => [investigationsOf(record).length === 0 && '还没有记过了解到的情况，请在“更新进展”里记一笔。'],
  record(record) {
    const sittings = sittingsOf(record);
    const open = sittings.some(({ outcome }) => outcome === 'open');
    const unwritten = sittings.filter(({ words, outcome }) => words.length === 0 && outcome !== 'open');
    return [
      sittings.length === 0 && '双方还没有坐下来谈过。',
      open && '这一次还没有谈完，谈完再出。',
      ...unwritten.map(({ order }) => `第${order}次谈话没有记录，请在“谈话记录”里补上。`),
    ];
  },
  agreement: ({ facts }) => [
    !facts.agreement && '约定还没写好，请在“写约定”里写。',
    ...textOfAgreement(facts.agreement?.facts, facts.agreement?.clauses.length),
    facts.agreement?.form === 'partial' && facts.agreement.unsettled === undefined && '请写明还有哪些没谈成。',
  ],
  oral: (record) => [...(lastOf(record, 'settle') ? settledLint(record) : [!isAgreed(record) && '还没有都说同意，两边都同意了再登记。', ...textOfAgreement(record.facts.agreement?.facts, record.facts.agreement?.clauses.length)])],
  security: ({ facts }) => [!facts.agreement && '约定还没写好，请在“写约定”里写。', ...textOfAgreement(facts.agreement?.facts, facts.agreement?.clauses.length)],
  confirmation: (record) => [agreedAt(record) === undefined && '双方都签了、协议生效了，才能申请。', ...canStillApply(record)],
  proof: ({ facts }) => (facts.agreement?.clauses ?? []).map(({ state }, index) => state === 'open' && `第${index + 1}条还没有结果，兑现了或没兑现都要记下。`),
  followUp: ({ facts }) => [facts.followUps.length === 0 && '还没有回访，请先问过双方。'],
  cover: (record) => [!ended.has(record.state) && '这件事还没办完，办完再立卷。', ...bothNamed(record)],
  contents: ({ state }) => [!ended.has(state) && '这件事还没办完，办完再立卷。'],
  backPage: ({ state }) => [!ended.has(state) && '这件事还没办完，办完再立卷。'],
};

/** What is missing of one paper; of a volume, whatever is missing of anything that it holds. Empty when it can be made. */
export function lintPaper(kind: PaperKind, record: PaperRecord): string[] {
  if (!isNeeded(kind, record)) return ['这件事用不着这一份。'];
  if (kind !== 'volume') return lints[kind](record).filter((sentence): sentence is string => sentence !== false);
  const within = ['cover', ...membersOf(record, isWholeIn(record)), 'backPage'] as const;
  const found = within.flatMap((member) => lintPaper(member, record).map((sentence) => (member === 'cover' || member === 'backPage' ? sentence : `${nameOfPaper(member, record)}：${sentence}`)));
  return [...new Set(found)];
}

/** Asks of each kind whether it can be made. */
export function isWholeIn(record: PaperRecord): (kind: PaperKind) => boolean {
  return (kind) => lintPaper(kind, record).length === 0;
}

/** What staff found out before and between sittings: notes, and tries to reach the other side. */
export function investigationsOf({ events }: Pick<PaperRecord, 'events'>) {
  return events.filter(({ move, words, as }) => (move === 'note' || move === 'invite') && words !== undefined && !parties.has(as));
}

const parties: ReadonlySet<DisputeRole> = new Set(['applicant', 'respondent']);

function wasTriaged(record: PaperRecord): boolean {
  return lastOf(record, 'triage') !== undefined;
}

/** What ended before anybody knew who the other side was is filed without. */
function bothNamed(record: PaperRecord): (string | false)[] {
  const { applicant, respondent } = record.facts;
  return [applicant.name === '' && '申请人还没有姓名，请补上。', !respondent && !hasEndedEarly(record) && '还不知道对方是谁，请在“更新进展”里填上。'];
}

function bothWilling({ facts }: PaperRecord): (string | false)[] {
  return [
    facts.applicant.consentedAt === undefined && '申请人还没有说愿意调解。',
    facts.respondent !== undefined && facts.respondent.consentedAt === undefined && '被申请人还没有说愿意调解。',
  ];
}

/** What 人民调解法 第29条 lists of a text. */
function textOfAgreement(facts: string | undefined, clauses: number | undefined): (string | false)[] {
  return [facts !== undefined && facts.trim() === '' && '没有写主要事实，请在“写约定”里补上。', clauses === 0 && '没有写约定的内容，至少要有一条。'];
}

function settledLint({ facts }: PaperRecord): (string | false)[] {
  return [!facts.respondent && '没有写对方是谁，请补上。', (facts.applicant.consentedAt === undefined || facts.respondent?.consentedAt === undefined) && '要两边都说同意，才能登记。'];
}
