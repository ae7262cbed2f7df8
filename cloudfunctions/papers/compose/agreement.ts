/** 调解协议书 (人民调解法 第29条): who the parties are, what happened and was in dispute, what was agreed, how and by when. */
import type { GroupMember, Side } from '../../../typings/contract/dispute';
import { paperOnly } from '../../../miniprogram/domain/dispute/guards';
import { sideLabels, sides } from '../../../miniprogram/domain/dispute/labels';
import type { Agreement, Clause, Signature } from '../../../miniprogram/domain/dispute/facts';
import { committeeOf } from '../../../miniprogram/domain/papers/record';
import { body, field, fields, styled, type Block, type Field, type Fields, type Paper, type Signer } from '../paper';
import { blankDate, calledOf, clauseName, ended, fullDay, fullDayOf, matterOf, nameOf, numerals, sections, signedByCommittee, type NumberedRecord } from './words';

export function composeAgreement(record: NumberedRecord): Paper {
  const agreement = agreementOf(record);
  return {
    issuer: committeeOf(record),
    title: '人民调解协议书',
    blocks: [
      styled('right', record.number),
      partiesOf(record),
      ...sections(...textOf(record, agreement), ['协议的份数和生效', [
        body(`本协议一式${copiesOf(agreement)}份，双方当事人各执一份，人民调解委员会留存一份。自双方当事人签名、盖章或者按指印，人民调解员签名并加盖人民调解委员会印章之日起生效。`),
        body('自本协议生效之日起三十日内，双方认为有必要的，可以共同向人民法院申请司法确认。'),
      ]]),
      ...(paperOnly(record.facts) ? [styled('note', '本协议涉及婚姻、收养、继承，须在纸上签名（电子签名法 第三条）。')] : []),
      signedByCommittee(record, sides.map((side) => signerOf(side, record, agreement))),
    ],
  };
}

/** The agreement that the linter made sure of. */
export function agreementOf({ facts }: Pick<NumberedRecord, 'facts'>): Agreement {
  if (!facts.agreement) throw new Error('there is no agreement to write');
  return facts.agreement;
}

/** One for each party and one for the committee, when nothing else was said (人民调解法 第29条). */
function copiesOf({ copies = 3 }: Agreement): string {
  return numerals[copies - 1] ?? String(copies);
}

/** Number and address are written by hand: no copy of an identity card is kept here. */
export function partiesOf({ facts }: Pick<NumberedRecord, 'facts'>): Fields {
  return fields(...sides.flatMap((side) => [
    [field(sideLabels[side], nameOf(facts[side])), field('性别、年龄', '')],
    [field('身份证件号码', ''), field('联系电话', '')],
    [field('住址', '')],
    ...representatives(facts.groups?.[side]),
  ]));
}

/** Many of one side: who speaks for them; the list of all lies with the paper on who they are. */
function representatives(members: readonly GroupMember[] = []): Field[][] {
  const names = members.filter(({ isRepresentative }) => isRepresentative).map(({ name }) => name);
  return members.length === 0 ? [] : [[field('推选代表', `${names.join('、')}（共${members.length}人，名单见《当事人身份和委托情况》）`)]];
}

/** Facts, dispute, terms, manner and time: the four parts that stand on either kind of agreement. */
export function textOf(record: NumberedRecord, agreement: Agreement): (readonly [title: string, blocks: readonly Block[]])[] {
  return [
    ['纠纷的主要事实', [body(agreement.facts)]],
    ['争议事项', [body(agreement.disputed ?? `双方因${matterOf(record.facts)}发生争议，自愿接受调解。`)]],
    ['各方当事人的责任', agreement.responsibility === undefined ? [] : [body(agreement.responsibility)]],
    ['协议内容、履行方式和期限', clausesOf(record, agreement)],
    ['未达成一致的部分', agreement.unsettled === undefined ? [] : [body(agreement.unsettled)]],
  ];
}

export function clausesOf(record: NumberedRecord, { clauses }: Agreement): Block[] {
  return clauses.map((clause, index) => clauseOf(clause, index, record));
}

/** `第1条 被申请人李三：铺上地垫。2026年3月10日前完成；晚上听不到响声，即为做到。` */
function clauseOf({ side, what, byDay, proof }: Clause, index: number, record: NumberedRecord): Block {
  return body(`${clauseName(index)}\u3000${calledOf(side, record)}：${ended(what)}履行期限：${fullDayOf(byDay)}前。履行方式和标准：${ended(proof)}`);
}

/** Drawn on the phone, or a place to sign; what was said or signed elsewhere is noted. */
export function signerOf(side: Side, { facts }: Pick<NumberedRecord, 'facts'>, { signatures, digest }: Agreement): Signer {
  const signature = signatures.find((each) => each.side === side && each.digest === digest);
  const signer = { role: sideLabels[side], name: nameOf(facts[side]) };
  return signature ? { ...signer, ...placeFor(signature) } : { ...signer, date: blankDate };
}

function placeFor({ how, file, at }: Signature): Pick<Signer, 'file' | 'note' | 'date'> {
  return how !== 'spoken' && file !== undefined ? { file, date: fullDay(at) } : { note: '当面说同意', date: fullDay(at) };
}
