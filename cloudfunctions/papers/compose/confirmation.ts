/** 司法确认申请书: both ask the court together (人民调解法 第33条; 司法确认规定 第3条 says what goes with it). */
import { confirmationEnds } from '../../../miniprogram/domain/dispute/confirmation';
import { sides } from '../../../miniprogram/domain/dispute/labels';
import { committeeOf } from '../../../miniprogram/domain/papers/record';
import { DAY } from '../../../miniprogram/domain/time/format';
import { body, field, fields, styled, type Paper } from '../paper';
import { agreementOf } from './agreement';
import { fullDay, matterOf, nameOf, numbered, sections, toSign, type NumberedRecord } from './words';

export function composeConfirmation(record: NumberedRecord): Paper {
  const { facts } = record;
  const { effectiveAt = record.now } = agreementOf(record);
  const court = facts.confirmation?.court ?? '＿＿＿＿＿＿＿＿人民法院';
  return {
    title: '司法确认申请书',
    blocks: [
      fields(...sides.flatMap((side) => [
        [field(side === 'applicant' ? '申请人（甲）' : '申请人（乙）', nameOf(facts[side])), field('身份证件号码', '')],
        [field('送达地址', ''), field('电话', '')],
      ])),
      ...sections(
        ['请求事项', [body(`请求确认双方于${fullDay(effectiveAt)}经${committeeOf(record)}主持调解达成的人民调解协议（${record.number}）的效力。`)]],
        ['事实和理由', [
          body(`双方因${matterOf(facts)}，经${committeeOf(record)}主持调解，自愿达成协议。协议自${fullDay(effectiveAt)}起生效。现依照《中华人民共和国人民调解法》第三十三条的规定，共同申请司法确认。`),
          styled('note', `双方须在${fullDay(confirmationEnds(effectiveAt) - DAY)}当日或者之前共同提出申请。`),
        ]],
        ['双方承诺', numbered(['协议是双方自愿达成的，没有恶意串通、规避法律的行为；', '协议内容不侵害国家利益、社会公共利益和他人的合法权益；', '提交的材料真实，愿意接受法院的询问和审查；', '如因协议内容给他人造成损害的，愿意承担相应的法律责任。'])],
        ['随附材料', numbered(['人民调解协议书；', '双方当事人的身份证明；', '与协议有关的财产权利证明等材料；', '委托他人代为申请的，授权委托书。'])],
      ),
      styled('plain', '此致'),
      styled('plain', court),
      { is: 'signing', signers: sides.map((side) => toSign('申请人', nameOf(facts[side]))) },
    ],
  };
}
