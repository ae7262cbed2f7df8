/** 回访: on day 7 and day 30 somebody who did not mediate asks both whether it held. */
import { answerLabels } from '../../../miniprogram/domain/dispute/labels';
import { allOf, issuerOf } from '../../../miniprogram/domain/papers/record';
import { body, field, fields, heading, type Block, type Paper } from '../paper';
import { fullTime, nameOf, numerals, toSign, type NumberedRecord } from './words';

export function composeFollowUp(record: NumberedRecord): Paper {
  const { facts } = record;
  const told = allOf(record, 'followUp', 'close');
  const contests = allOf(record, 'contest').length;
  const last = told[told.length - 1];
  return {
    issuer: issuerOf(record),
    title: '回访记录',
    blocks: [
      fields([field('编号', record.number), field('调解员', facts.mediator?.name)], [field('申请人', facts.applicant.name), field('被申请人', nameOf(facts.respondent))]),
      ...facts.followUps.flatMap(({ at, applicant, respondent }, index): Block[] => {
        const event = told.find((each) => each.at === at);
        return [
          heading(`第${numerals[index] ?? index + 1}次回访`),
          fields([field('时间', fullTime(at)), field('回访人', event?.who)], [field('申请人说', answerLabels[applicant]), field('被申请人说', answerLabels[respondent])], [field('回访情况', event?.words, 2)]),
        ];
      }),
      ...(contests === 0 ? [] : [body(`当事人表示没有解决${contests}次，均已退回办理。`)]),
      body('以上是回访时双方所说的。'),
      { is: 'signing', signers: [toSign('回访人', last?.who)] },
    ],
  };
}
