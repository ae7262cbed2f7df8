/** 调解记录: each sitting, as it was written down (人民调解法 第27条). */
import { issuerOf } from '../../../miniprogram/domain/papers/record';
import { sittingsOf, type Sitting } from '../../../miniprogram/domain/papers/sittings';
import { postLabels } from '../../../miniprogram/domain/dispute/panel';
import type { HeldSession } from '../../../miniprogram/domain/dispute/facts';
import { body, field, fields, heading, type Block, type Paper } from '../paper';
import { fullTime, matterOf, nameOf, placeOf, toSign, type NumberedRecord } from './words';

const outcomes: Readonly<Record<Sitting['outcome'], string>> = {
  open: '谈话正在进行。',
  adjourned: '双方同意另约时间再谈。',
  agreed: '双方达成协议，内容见调解协议。',
  failed: '双方未能达成协议，本次调解终止，已告知可以依法通过仲裁、行政、司法等途径维护权利。',
  stopped: '调解到此停止。',
};

export function composeMediationRecord(record: NumberedRecord): Paper {
  return {
    issuer: issuerOf(record),
    title: '调解记录',
    blocks: sittingsOf(record).flatMap((sitting, index) => [...(index > 0 ? [{ is: 'break', title: '调解记录' } as const] : []), ...blocksOf(sitting, record)]),
  };
}

function blocksOf(sitting: Sitting, record: NumberedRecord): Block[] {
  const { facts } = record;
  const held = heldOf(sitting, record);
  const photos = held?.photos?.length ?? 0;
  return [
    fields(
      [field('编号', record.number), field('次数', `第${sitting.order}次`)],
      [field('开始时间', fullTime(sitting.startedAt)), field('结束时间', sitting.endedAt === undefined ? '' : fullTime(sitting.endedAt))],
      [field('地点', roomOf(sitting, record)), field('纠纷类别', matterOf(facts))],
      [field('申请人', facts.applicant.name), field('被申请人', nameOf(facts.respondent))],
      [field('调解员', sitting.who), field('其他在场人', helpersOf(record))],
    ),
    heading('谈话记录'),
    ...(sitting.words.length > 0 ? sitting.words.map(body) : [body('本次谈话未另作文字记录。')]),
    ...(photos > 0 ? [body(`手写记录照片${photos}张，存于本件电子档案。`)] : []),
    heading('本次结果'),
    body(outcomes[sitting.outcome]),
    ...(sitting.reason === undefined ? [] : [body(sitting.reason)]),
    body(held?.isReadBack ? '以上记录已念给双方听，双方表示与所说的一致。' : '以上记录已交双方阅看（或念给双方听），与所说的一致。'),
    { is: 'signing', signers: [toSign('申请人', facts.applicant.name), toSign('被申请人', nameOf(facts.respondent)), toSign('调解员', sitting.who)] },
  ];
}

/** What the facts keep of it: by the event that recorded it, or by its order. */
function heldOf({ versions, order }: Sitting, { facts }: NumberedRecord): HeldSession | undefined {
  return facts.held?.find(({ version }) => version !== undefined && versions.includes(version)) ?? facts.held?.[order - 1];
}

function roomOf(sitting: Sitting, record: NumberedRecord): string {
  const { facts } = record;
  const room = heldOf(sitting, record)?.room ?? (sitting.order === facts.sessionsHeld ? facts.session?.room : undefined);
  return room === '上门' ? `上门（${placeOf(facts)}）` : (room ?? '');
}

/** Helpers who sat with the mediator (人民调解法 第20条). */
function helpersOf({ facts }: NumberedRecord): string {
  return (facts.panel?.members ?? []).filter(({ leftAt }) => leftAt === undefined).map(({ name, post }) => `${name}（${postLabels[post]}）`).join('、');
}
