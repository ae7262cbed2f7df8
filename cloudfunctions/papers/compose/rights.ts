/** 权利义务告知: what a mediator tells both before he begins (人民调解法 第4、17、23、24、26条), and what police tell (程序规定 第178–186条). */
import { acceptanceOf, isOfSecurity, issuerOf } from '../../../miniprogram/domain/papers/record';
import { body, heading, styled, type Block, type Paper } from '../paper';
import { fullDay, matterOf, numbered, toSign, type NumberedRecord } from './words';

const rights = [
  '选择或者接受人民调解员；',
  '接受调解、拒绝调解或者要求终止调解；',
  '要求调解公开进行或者不公开进行；',
  '自主表达意愿、自愿达成调解协议。',
];
const duties = ['如实陈述纠纷事实；', '遵守调解现场秩序，尊重人民调解员；', '尊重对方当事人行使权利。'];

export function composeRights(record: NumberedRecord): Paper {
  const accepted = acceptanceOf(record);
  const names = accepted && record.facts; // before both agreed, neither learns the other's name from this
  const date = accepted && fullDay(accepted.at);
  return {
    issuer: issuerOf(record),
    title: '调解权利义务告知书',
    blocks: [
      styled('right', record.number),
      ...(isOfSecurity(record) ? ofPolice(record) : ofCommittee(record)),
      ...(accepted ? [body(`以上内容已于${fullDay(accepted.at)}由${accepted.who}向双方当事人告知，双方表示清楚并愿意调解。`)] : []),
      { is: 'signing', signers: [toSign('申请人', names?.applicant.name), toSign('被申请人', names?.respondent?.name), { ...toSign('告知人', accepted?.who), ...(date !== undefined && { date }) }] },
    ],
  };
}

function ofCommittee(record: NumberedRecord): Block[] {
  return [
    body(`您和对方的${matterOf(record.facts)}，双方自愿的，由人民调解员主持调解。根据《中华人民共和国人民调解法》，现将有关事项告知如下：`),
    heading('一、当事人在人民调解活动中享有下列权利（第二十三条）'),
    ...numbered(rights),
    heading('二、当事人在人民调解活动中履行下列义务（第二十四条）'),
    ...numbered(duties),
    heading('三、其他事项'),
    ...numbered([
      '人民调解不收取任何费用（第四条）。',
      '当事人一方明确拒绝调解的，不得调解（第十七条）。',
      '调解协议依法达成后具有法律约束力，当事人应当按照约定履行（第三十一条）；双方认为有必要的，可以自协议生效之日起三十日内共同向人民法院申请司法确认（第三十三条）。',
      '调解不成的，可以依法通过仲裁、行政、司法等途径维护自己的权利（第二十六条）。',
    ]),
  ];
}

/** Each sentence by its article. */
function ofPolice(record: NumberedRecord): Block[] {
  return [
    body(`您和对方的${matterOf(record.facts)}，符合治安调解的条件，双方自愿的，由公安机关主持调解。根据《公安机关办理行政案件程序规定》，现将有关事项告知如下：`),
    ...numbered([
      '调解遵循合法、公正、自愿、及时的原则（第一百八十条）；当事人明确表示不愿意调解的，不适用调解（第一百七十九条）。',
      '当事人中有未成年人的，通知其父母或者其他监护人到场。被侵害人委托他人参加调解的，提交委托书并写明权限；违法嫌疑人不得委托他人参加（第一百八十一条）。',
      '调解一般为一次；调解不成，有必要或者当事人申请的，可以再次调解，在第一次调解后的七个工作日内完成（第一百八十三条）。',
      '达成协议的，制作调解协议书，双方签名并履行（第一百八十四条）。达成协议并履行的，公安机关不再处罚；未达成协议或者达成后不履行的，依法对违反治安管理行为人予以处罚，损害赔偿可以向人民法院提起民事诉讼（第一百八十五条）。',
    ]),
  ];
}
