/** 治安调解协议书 (程序规定 第184条; 当场调解, 第178条): who led it, who was there, what happened, what was agreed, how and by when. */
import type { Occurrence } from '../../../typings/contract/dispute';
import { sides } from '../../../miniprogram/domain/dispute/labels';
import { postLabels } from '../../../miniprogram/domain/dispute/panel';
import { offenceLabels } from '../../../miniprogram/domain/dispute/security';
import { isSettledOnSpot, lastOf } from '../../../miniprogram/domain/papers/record';
import { body, field, fields, styled, type Block, type Paper, type Signing } from '../paper';
import { agreementOf, clausesOf, partiesOf, signerOf } from './agreement';
import { blankDate, calledOf, ended, fullDay, fullTime, nameOf, placeOf, sections, toSign, type NumberedRecord } from './words';

interface Said {
  readonly at: number | undefined;
  readonly room: string | undefined;
  readonly course: string;
  readonly occurrence: Occurrence | undefined;
  /** What was in dispute, and each party's responsibility, where somebody wrote it down. */
  readonly disputed?: string | undefined;
  readonly responsibility?: string | undefined;
  readonly terms: readonly Block[];
  readonly signing: Signing;
}

export function composeSecurityAgreement(record: NumberedRecord): Paper {
  const { facts, places } = record;
  const { at, room, course, occurrence, disputed, responsibility, terms, signing } = isSettledOnSpot(record) ? saidOnSpot(record) : saidAtTable(record);
  const others = (facts.panel?.members ?? []).filter(({ leftAt }) => leftAt === undefined).map(({ name, post }) => `${name}（${postLabels[post]}）`);
  return {
    issuer: places.station,
    title: '治安调解协议书',
    blocks: [
      styled('right', record.number),
      fields([field('调解机关', places.station), field('主持人', facts.mediator?.name)], [field('调解时间', at === undefined ? '' : fullDay(at)), field('调解地点', room)], [field('其他在场人员', others.join('、'))]),
      partiesOf(record),
      ...sections(
        ['案件的时间、地点、人员、起因、经过、情节和结果', courseOf(record, course, occurrence)],
        ['争议事项', disputed === undefined ? [] : [body(disputed)]],
        ['各方当事人的责任', responsibility === undefined ? [] : [body(responsibility)]],
        ['协议内容、履行方式和期限', terms],
        ['告知', [body('达成协议并履行的，公安机关不再处罚；达成协议后不履行的，公安机关依法对违反治安管理行为人予以处罚，并告知当事人可以就民事争议依法向人民法院提起民事诉讼（公安机关办理行政案件程序规定 第一百八十五条）。')]],
      ),
      body('本协议书一式三份，双方当事人各执一份，调解机关留存一份。'),
      signing,
    ],
  };
}

/** In the order of the article; what was written before it asked for all of it says what it can. */
function courseOf(record: NumberedRecord, course: string, occurrence: Occurrence | undefined): Block[] {
  const { facts } = record;
  const offence = facts.security && `${calledOf(facts.security.offender, record)}的行为涉嫌${offenceLabels[facts.security.offence]}，情节较轻。`;
  const people = `人员：${sides.map((side) => calledOf(side, record)).join('、')}。`;
  const told = occurrence
    ? [`时间：${fullTime(occurrence.at)}。地点：${ended(occurrence.place)}`, people, `起因：${ended(occurrence.cause)}`, `经过：${ended(course)}`, `情节：${ended(occurrence.circumstances)}`, `结果：${ended(occurrence.result)}`]
    : [`地点：${placeOf(facts)}。${course}`];
  return [...told, ...(offence === undefined ? [] : [offence])].map(body);
}

function saidAtTable(record: NumberedRecord): Said {
  const { facts, places } = record;
  const agreement = agreementOf(record);
  const { seal, effectiveAt: at, facts: course, occurrence, disputed, responsibility } = agreement;
  const host = { ...toSign('主持人', facts.mediator?.name), ...(seal && { file: seal.file, date: fullDay(seal.at) }) };
  return {
    at, course, occurrence, disputed, responsibility,
    room: facts.held?.[facts.held.length - 1]?.room ?? facts.session?.room,
    terms: clausesOf(record, agreement),
    signing: { is: 'signing', signers: [...sides.map((side) => signerOf(side, record, agreement)), host, toSign('见证人')], seal: places.station, sealDate: seal ? fullDay(seal.at) : blankDate },
  };
}

/** What both signed where it happened lies with it as a photograph. */
function saidOnSpot(record: NumberedRecord): Said {
  const { facts, places } = record;
  const { spot } = facts;
  if (!spot) throw new Error('nothing was settled on the spot');
  return {
    at: lastOf(record, 'settleByPolice')?.at,
    room: '现场',
    course: spot.course,
    occurrence: spot.occurrence,
    terms: [body(`双方当场达成协议并当场履行：${ended(spot.terms)}`)],
    signing: { is: 'signing', signers: [...sides.map((side) => toSign(side === 'applicant' ? '申请人' : '被申请人', nameOf(facts[side]))), toSign('主持人', facts.mediator?.name)], seal: places.station, sealDate: blankDate },
  };
}
