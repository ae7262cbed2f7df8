/** 口头协议登记: what both said yes to, written down by the mediator (人民调解法 第28、30条). */
import { sides } from '../../../miniprogram/domain/dispute/labels';
import { committeeOf, isSettledOnSpot, lastOf } from '../../../miniprogram/domain/papers/record';
import { body, field, fields, heading, type Block, type Paper } from '../paper';
import { agreementOf, signerOf, textOf } from './agreement';
import { fullDay, fullTime, matterOf, nameOf, placeOf, sections, toSign, type NumberedRecord } from './words';

export function composeOralAgreement(record: NumberedRecord): Paper {
  const { facts } = record;
  const at = lastOf(record, isSettledOnSpot(record) ? 'settle' : 'agree')?.at ?? record.openedAt;
  return {
    issuer: committeeOf(record),
    title: '口头协议登记表',
    blocks: [
      fields(
        [field('编号', record.number), field('达成时间', fullTime(at))],
        [field('申请人', facts.applicant.name), field('被申请人', nameOf(facts.respondent))],
        [field('纠纷类别', matterOf(facts)), field('地点', placeOf(facts))],
      ),
      ...(isSettledOnSpot(record) ? settled(record) : sections(...textOf(record, agreementOf(record)))),
      body('双方认为无需制作调解协议书，采取口头协议方式。口头协议自双方达成之日起生效，具有法律约束力。'),
      { is: 'signing', signers: [...signersOf(record, at), toSign(isSettledOnSpot(record) ? '记录人' : '人民调解员', facts.mediator?.name)] },
    ],
  };
}

/** 当场说和: there is no text of clauses, only how it was settled. */
function settled(record: NumberedRecord): Block[] {
  return [heading('纠纷简要情况'), body(record.facts.story), heading('约定的内容'), body(lastOf(record, 'settle')?.words ?? '')];
}

function signersOf(record: NumberedRecord, at: number) {
  if (!isSettledOnSpot(record)) return sides.map((side) => signerOf(side, record, agreementOf(record)));
  const { applicant, respondent } = record.facts;
  const said = { note: '当面说同意', date: fullDay(at) };
  return [{ role: '申请人', name: applicant.name, ...said }, { role: '被申请人', name: nameOf(respondent), ...said }];
}
