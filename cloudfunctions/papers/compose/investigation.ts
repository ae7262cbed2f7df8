/** 调查记录: what was found out, told by the notes, and each try to reach the other side. For staff alone. */
import { issuerOf } from '../../../miniprogram/domain/papers/record';
import { findingsOf } from '../../../miniprogram/domain/papers/lint';
import { body, field, fields, heading, type Paper } from '../paper';
import { fullTime, matterOf, nameOf, placeOf, toSign, type NumberedRecord } from './words';

export function composeInvestigation(record: NumberedRecord): Paper {
  const { facts } = record;
  const findings = findingsOf(record);
  return {
    issuer: issuerOf(record),
    title: '调查记录',
    blocks: [
      fields(
        [field('编号', record.number), field('纠纷类别', matterOf(facts))],
        [field('申请人', facts.applicant.name), field('被申请人', nameOf(facts.respondent))],
        [field('地点', placeOf(facts))],
      ),
      heading('了解到的情况'),
      { is: 'grid', head: ['时间', '记录人', '内容'], widths: [3, 2, 9], rows: findings.map(({ at, who, words = '', move }) => [fullTime(at), who, move === 'note' ? words : `联系：${words}`]) },
      ...(facts.respondentStory === undefined ? [] : [heading('被申请人说'), body(facts.respondentStory)]),
      body('以上是了解到的情况。'),
      { is: 'signing', signers: [toSign('调查人', findings[findings.length - 1]?.who)] },
    ],
  };
}
