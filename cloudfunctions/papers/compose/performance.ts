/** 履行情况: clause by clause, what was done and what was not, and how it was urged (人民调解法 第31条). For staff alone. */
import type { Agreement, Clause } from '../../../miniprogram/domain/dispute/facts';
import { sideLabels } from '../../../miniprogram/domain/dispute/labels';
import { allOf, issuerOf } from '../../../miniprogram/domain/papers/record';
import { body, field, fields, heading, type Block, type Cell, type Paper } from '../paper';
import { fullDay, fullDayOf, fullTime, nameOf, numbered, toSign, type NumberedRecord } from './words';

const states: Readonly<Record<Clause['state'], string>> = { open: '未到结果', kept: '已履行', broken: '未履行' };

export function composePerformance(record: NumberedRecord): Paper {
  const { agreement, earlierAgreements = [], ...facts } = record.facts;
  const urged = allOf(record, 'supervise');
  const effectiveAt = agreement?.effectiveAt;
  const hasBroken = [agreement, ...earlierAgreements.map((each) => each.agreement)].some((each) => each?.clauses.some(({ state }) => state === 'broken'));
  return {
    issuer: issuerOf(record),
    title: '协议履行情况记录',
    blocks: [
      fields([field('编号', record.number), field('协议生效', effectiveAt === undefined ? '' : fullDay(effectiveAt))], [field('申请人', facts.applicant.name), field('被申请人', nameOf(facts.respondent))]),
      ...(agreement ? [clausesOf(agreement, record)] : []),
      ...earlierAgreements.flatMap(({ agreement: earlier, until }): Block[] => [heading(`${fullDay(until)}重新办理以前的协议`), body(earlier.facts), clausesOf(earlier, record)]),
      ...(urged.length === 0 ? [] : [heading('督促'), ...numbered(urged.map(({ at, who, words = '' }) => `${fullTime(at)}，${who}：${words}`))]),
      ...(hasBroken ? [body('有未履行的约定，已告知可以凭调解协议向人民法院提起诉讼（人民调解法 第三十二条）。')] : []),
      body('以上履行情况属实。'),
      { is: 'signing', signers: [toSign('调解员', facts.mediator?.name)] },
    ],
  };
}

function clausesOf({ clauses }: Agreement, record: NumberedRecord): Block {
  return { is: 'grid', head: ['条', '谁、做什么', '期限', '结果', '说明和凭据'], widths: [1, 4.2, 2.2, 2, 4], rows: clauses.map((clause, index) => rowOf(clause, index, record)) };
}

/** By side and not by name: of an earlier agreement the respondent may have been somebody else. */
function rowOf({ side, what, byDay, state, settledAt, photos, claimedAt }: Clause, index: number, record: NumberedRecord): Cell[] {
  const own = claimedAt === undefined ? undefined : allOf(record, 'claim').find(({ at }) => at === claimedAt)?.words;
  const told = settledAt === undefined ? own : (allOf(record, 'prove', 'default').find(({ at }) => at === settledAt)?.words ?? own);
  const proof = [told, photos.length > 0 ? `照片${photos.length}张，存于电子档案` : undefined].filter((part) => part !== undefined);
  const outcome = claimedAt === undefined ? states[state] : state === 'kept' ? '已履行（本人说明，对方未提出异议）' : `${states[state]}（本人说明已履行，待对方确认）`;
  const result = settledAt === undefined ? outcome : `${outcome}\n${fullDay(settledAt)}`;
  return [String(index + 1), `${sideLabels[side]}：${what}`, fullDayOf(byDay), result, proof.join('\n')];
}
