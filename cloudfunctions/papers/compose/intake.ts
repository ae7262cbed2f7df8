/** 申请书, and 受理登记表 when somebody else wrote down what was told. */
import type { DisputeSource } from '../../../typings/contract/dispute';
import { maskName } from '../../../miniprogram/domain/identity/policy';
import { nameOfPaper } from '../../../miniprogram/domain/papers/kinds';
import { issuerOf, isSettledOnSpot, lastOf } from '../../../miniprogram/domain/papers/record';
import { body, field, fields, heading, type Paper } from '../paper';
import { fullDay, fullTime, matterOf, placeOf, toSign, type NumberedRecord } from './words';

/** As a register says it. */
const sources: Readonly<Record<DisputeSource, string>> = { app: '本人申请', '110': '110转入', phone: '电话反映', visit: '来警务室反映', patrol: '巡查发现', message: '群众反映' };

/** The applicant reads it: it says nothing that he did not say, and of the other side only what he may know. */
export function composeIntake(record: NumberedRecord): Paper {
  const { facts, openedAt, events } = record;
  const [first] = events;
  const isOwn = facts.source === 'app' && facts.agentId === undefined;
  const registeredBy = isOwn ? undefined : first?.who;
  const receivedBy = lastOf(record, 'triage')?.who ?? registeredBy;
  return {
    issuer: issuerOf(record),
    title: nameOfPaper('intake', record),
    blocks: [
      fields(
        [field('编号', record.number), field('收到时间', fullTime(openedAt))],
        [field('申请人', facts.applicant.name), field('联系电话', facts.applicant.phoneMask)],
        [field('被申请人', respondentFor(record)), field('纠纷类别', matterOf(facts))],
        [field('发生地点', placeOf(facts)), field('来源', sources[facts.source])],
        ...(facts.peopleCount === undefined && facts.amountFen === undefined
          ? []
          : [[field('涉及人数', facts.peopleCount === undefined ? '' : `${facts.peopleCount}人`), field('涉及金额', facts.amountFen === undefined ? '' : yuan(facts.amountFen))]]),
        [field('登记人', registeredBy ?? '本人在手机上填写'), field('受理人', receivedBy)],
      ),
      heading('纠纷简要情况'),
      body(facts.story),
      ...(isSettledOnSpot(record)
        ? [heading('处理结果'), body('双方当场说和，内容见口头协议登记表。')]
        : [heading('申请事项'), body(`请求${issuerOf(record)}依法就上述${matterOf(facts)}进行调解。申请调解不收取任何费用。`)]),
      ...(facts.photos.length + (facts.voice === undefined ? 0 : 1) > 0 ? [body(attachments(facts.photos.length, facts.voice !== undefined))] : []),
      { is: 'signing', signers: [{ ...toSign('申请人', facts.applicant.name), ...(isOwn && { note: '本人在手机上提交', date: fullDay(openedAt) }) }, toSign('受理人', receivedBy)] },
    ],
  };
}

/** Whoever the applicant did not name himself stays masked until both agreed to talk. */
function respondentFor({ facts: { applicant, respondent } }: NumberedRecord): string {
  if (!respondent) return '不详';
  const haveMet = applicant.consentedAt !== undefined && respondent.consentedAt !== undefined;
  return haveMet || respondent.isAsTold === true ? respondent.name : maskName(respondent.name);
}

function attachments(photos: number, hasVoice: boolean): string {
  const parts = [photos > 0 ? `照片${photos}张` : '', hasVoice ? '录音1段' : ''].filter((part) => part !== '');
  return `随申请提交：${parts.join('、')}，存于本件电子档案。`;
}

/** `3,600元`, to the fen where there are any. */
function yuan(fen: number): string {
  return `${(fen / 100).toLocaleString('zh-CN', { minimumFractionDigits: fen % 100 === 0 ? 0 : 2 })}元`;
}
