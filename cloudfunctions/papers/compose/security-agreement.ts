/** 治安调解协议书 (程序规定 第184条): who led it, who was there, what happened, what was agreed, how and by when. */
import { sides } from '../../../miniprogram/domain/dispute/labels';
import { postLabels } from '../../../miniprogram/domain/dispute/panel';
import { offenceLabels } from '../../../miniprogram/domain/dispute/security';
import { body, field, fields, styled, type Paper } from '../paper';
import { agreementOf, clausesOf, partiesOf, signerOf } from './agreement';
import { blankDate, calledOf, fullDay, placeOf, sections, toSign, type NumberedRecord } from './words';

export function composeSecurityAgreement(record: NumberedRecord): Paper {
  const { facts, places } = record;
  const agreement = agreementOf(record);
  const offence = facts.security && `${calledOf(facts.security.offender, record)}的行为涉嫌${offenceLabels[facts.security.offence]}，情节较轻。`;
  const others = (facts.panel?.members ?? []).filter(({ leftAt }) => leftAt === undefined).map(({ name, post }) => `${name}（${postLabels[post]}）`);
  const seal = agreement.seal;
  return {
    issuer: places.station,
    title: '治安调解协议书',
    blocks: [
      styled('right', record.number),
      fields([field('调解机关', places.station), field('主持人', facts.mediator?.name)], [field('调解时间', agreement.effectiveAt === undefined ? '' : fullDay(agreement.effectiveAt)), field('调解地点', facts.held?.[facts.held.length - 1]?.room ?? facts.session?.room)], [field('其他在场人员', others.join('、'))]),
      partiesOf(record),
      ...sections(
        ['案件的时间、地点、起因、经过、情节和结果', [body(`地点：${placeOf(facts)}。${agreement.facts}`), ...(offence === undefined ? [] : [body(offence)])]],
        ['争议事项', agreement.disputed === undefined ? [] : [body(agreement.disputed)]],
        ['各方当事人的责任', agreement.responsibility === undefined ? [] : [body(agreement.responsibility)]],
        ['协议内容、履行方式和期限', clausesOf(record, agreement)],
        ['告知', [body('达成协议并履行的，公安机关不再处罚；达成协议后不履行的，公安机关依法对违反治安管理行为人予以处罚，并告知当事人可以就民事争议依法向人民法院提起民事诉讼（公安机关办理行政案件程序规定 第一百八十五条）。')]],
      ),
      body('本协议书一式三份，双方当事人各执一份，调解机关留存一份。'),
      { is: 'signing', signers: [...sides.map((side) => signerOf(side, record, agreement)), { ...toSign('主持人', facts.mediator?.name), ...(seal && { file: seal.file, date: fullDay(seal.at) }) }, toSign('见证人')], seal: places.station, sealDate: seal ? fullDay(seal.at) : blankDate },
    ],
  };
}
