/** 治安案件处理情况: what became of the act where police mediated in vain, or where both came to terms elsewhere (程序规定 第185、186条). For staff alone. */
import { termsLabels } from '../../../miniprogram/domain/dispute/law';
import { offenceLabels } from '../../../miniprogram/domain/dispute/security';
import { allOf, isAgreed, lastOf, type RecordedEvent } from '../../../miniprogram/domain/papers/record';
import { body, styled, type Block, type Paper } from '../paper';
import { calledOf, ended, fullDay, fullDayOf, sections, toSign, type NumberedRecord } from './words';

export function composeHandling(record: NumberedRecord): Paper {
  const last = allOf(record, 'handOn', 'recordDecision', 'recognize', 'notRecognize').pop();
  return {
    issuer: record.places.station,
    title: '治安案件处理情况记录',
    blocks: [
      styled('right', record.number),
      ...sections(
        ['调解情况', [body(mediationOf(record))]],
        ['依法处理（公安机关办理行政案件程序规定 第一百八十五条）', handlingOf(record)],
        ['损害赔偿', record.facts.handling ? [body('已告知双方当事人：因违法行为造成的损害赔偿，受侵害的一方可以申请另行调解；调解不成的，可以向人民法院提起民事诉讼。'), ...allOf(record, 'askDamages').map(({ at }) => body(`${fullDay(at)}，受侵害的一方申请调解赔偿，另行办理。`))] : []],
        ['双方书面申请和认可（公安机关办理行政案件程序规定 第一百八十六条）', settlementOf(record)],
      ),
      { is: 'signing', signers: [toSign('办案民警', last?.who)], seal: record.places.station },
    ],
  };
}

function mediationOf(record: NumberedRecord): string {
  const { security, agreement } = record.facts;
  const offence = security ? `${calledOf(security.offender, record)}的行为涉嫌${offenceLabels[security.offence]}，情节较轻。` : '';
  if (!isAgreed(record)) return `${offence}公安机关主持的调解没有达成协议。`;
  return `${offence}公安机关主持调解，双方达成协议${agreement?.clauses.some(({ state }) => state === 'broken') ? '，有约定没有履行' : ''}。`;
}

function handlingOf(record: NumberedRecord): Block[] {
  const { handling } = record.facts;
  if (!handling) return [];
  const said = ({ at, who, words }: RecordedEvent) => body(`${fullDay(at)}\u3000${who}：${ended(words ?? '')}`);
  return [
    ...allOf(record, 'handOn', 'recordDecision').map(said),
    body(handling.decidedOn === undefined ? `下一步：${handling.step}，${fullDayOf(handling.byDay)}前。` : `公安机关于${fullDayOf(handling.decidedOn)}依法作出决定。`),
  ];
}

function settlementOf(record: NumberedRecord): Block[] {
  const { settlement } = record.facts;
  if (!settlement) return [];
  const judged = lastOf(record, settlement.isRecognized ? 'recognize' : 'notRecognize');
  return [
    body(`${termsLabels[settlement.by]}：${ended(settlement.terms)}${settlement.isPerformed ? '双方均已履行。' : ''}`),
    body(`双方当事人共同提出书面申请（附申请照片）。${judged ? `${fullDay(judged.at)}，公安机关${settlement.isRecognized ? '认可，不予治安管理处罚。' : '没有认可。'}` : ''}`),
  ];
}
