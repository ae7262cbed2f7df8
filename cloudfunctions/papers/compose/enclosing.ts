/** What a volume lies in: 封面, 目录, 备考表 (人民调解法 第27条: a file is kept of each mediation). */
import type { PaperKind } from '../../../typings/contract/papers';
import { isWholeIn } from '../../../miniprogram/domain/papers/lint';
import { membersOf, nameOfPaper } from '../../../miniprogram/domain/papers/kinds';
import { allOf, isAgreed, isOfSecurity, isSettledOnSpot, issuerOf, lastOf } from '../../../miniprogram/domain/papers/record';
import { body, field, fields, styled, type Cell, type Paper } from '../paper';
import { blankDate, fullDay, matterOf, nameOf, toSign, type NumberedRecord } from './words';

/** Disputes are kept for ten years (collections.ts). */
const keptFor = '10年';

export function composeCover(record: NumberedRecord): Paper {
  const { facts } = record;
  return {
    issuer: issuerOf(record),
    title: isOfSecurity(record) ? '治安调解卷宗' : '人民调解卷宗',
    isUnpaged: true,
    drop: 35,
    blocks: [
      styled('large', record.number),
      styled('plain', ''),
      { ...fields(
        [field('纠纷类别', matterOf(facts)), field('登记号', facts.number)],
        [field('申请人', facts.applicant.name), field('被申请人', nameOf(facts.respondent))],
        [field('调解员', facts.mediator?.name), field('办理结果', outcomeOf(record))],
        [field('收到日期', fullDay(record.openedAt)), field('办结日期', fullDay(endOf(record)))],
        [field('立卷单位', issuerOf(record)), field('保管期限', keptFor)],
        [field('立卷人', ''), field('立卷日期', '')],
      ), isLarge: true },
      styled('plain', ''),
      styled('centre', '本卷共      份      页'),
    ],
  };
}

/** The papers in order. In a volume Word counts their pages; by itself the column is filled in when it is bound. */
export function composeContents(record: NumberedRecord, pageOf: (kind: PaperKind) => Cell = () => ''): Paper {
  const members = membersOf(record, isWholeIn(record));
  return {
    title: '卷内目录',
    isUnpaged: true,
    blocks: [
      styled('centre', record.number),
      { is: 'grid', head: ['序号', '材料名称', '日期', '页号', '备注'], widths: [1.1, 4.6, 3, 1.2, 2], rows: members.map((kind, index) => [String(index + 1), nameOfPaper(kind, record), dateOf(kind, record), pageOf(kind), '']) },
    ],
  };
}

export function composeBackPage(record: NumberedRecord): Paper {
  const members = membersOf(record, isWholeIn(record));
  return {
    title: '卷内备考表',
    isUnpaged: true,
    blocks: [
      styled('centre', record.number),
      fields([field('本卷情况', `材料${members.length}份，由电子档案按同一份记录生成；${outcomeOf(record)}。照片和录音存于本件电子档案。`, 4)], [field('需说明的事', '', 6)]),
      body(''),
      { is: 'signing', signers: [toSign('立卷人'), toSign('检查人')], sealDate: blankDate },
    ],
  };
}

function outcomeOf(record: NumberedRecord): string {
  const { state, facts } = record;
  if (facts.settlement?.isRecognized) return '双方和解并履行，公安机关认可，不予处罚';
  if (isAgreed(record)) return facts.agreement?.clauses.some((clause) => clause.state === 'broken') ? '达成协议，有未履行的约定' : '达成协议，已履行';
  if (isSettledOnSpot(record)) return isOfSecurity(record) ? '当场调解并履行' : '当场说和';
  if (facts.handling) return '调解不成，依法处理';
  if (facts.transfer?.acknowledgedBy !== undefined && state === 'closed') return `已移送${facts.transfer.unit}`;
  return { declined: '不属于受理范围，已告知其他途径', refused: '一方不愿调解，调解终止', failed: '调解不成', withdrawn: '申请人撤回', duplicate: '并入同一件事', dismissed: '无需调解' }[state as string] ?? '';
}

function endOf({ facts, events, openedAt }: NumberedRecord): number {
  return facts.closedAt ?? events[events.length - 1]?.at ?? openedAt;
}

/** The day of a paper, as the list of contents names it. */
function dateOf(kind: PaperKind, record: NumberedRecord): string {
  const { facts, openedAt } = record;
  const at = (move: Parameters<typeof lastOf>[1]) => lastOf(record, move)?.at;
  const days: Partial<Record<PaperKind, number | undefined>> = {
    intake: openedAt,
    rights: at('accept') ?? at('invite'),
    authority: at('accept'),
    investigation: allOf(record, 'note', 'invite', 'contact').pop()?.at,
    record: at('sit'),
    agreement: facts.agreement?.effectiveAt ?? at('agree'),
    security: facts.agreement?.effectiveAt ?? at('agree') ?? at('settleByPolice'),
    oral: at('settle') ?? at('agree'),
    confirmation: facts.confirmation?.appliedAt,
    proof: at('conclude') ?? at('agree'),
    handling: allOf(record, 'handOn', 'recordDecision', 'recognize', 'notRecognize').pop()?.at,
    followUp: facts.followUps[facts.followUps.length - 1]?.at,
  };
  const day = days[kind];
  return day === undefined ? '' : fullDay(day);
}
