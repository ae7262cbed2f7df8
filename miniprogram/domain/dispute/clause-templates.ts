/** 写约定: clauses that people agree on again and again, by what the dispute is about: 谁·做什么·哪天前·怎么算做到. */
import type { DisputeCategory, Side } from '../../../typings/contract/dispute';

export interface ClauseTemplate {
  /** Who usually promises it. */
  readonly side: Side;
  readonly what: string;
  readonly proof: string;
  /** Days from today that are usually enough. */
  readonly days: number;
}

const pay: ClauseTemplate = { side: 'respondent', what: '付清＿＿元', proof: '转账截图给调解员看过', days: 7 };
const withdraw: ClauseTemplate = { side: 'applicant', what: '不再为这件事上门或在群里说', proof: '对方和调解员都没再听到', days: 30 };
const repair: ClauseTemplate = { side: 'respondent', what: '请人修好＿＿', proof: '双方到场看过', days: 7 };

export const templates: Readonly<Record<DisputeCategory, readonly ClauseTemplate[]>> = {
  noise: [
    { side: 'respondent', what: '晚上10点到早上7点不发出大声响', proof: '对方一周内没再被吵醒', days: 7 },
    { side: 'respondent', what: '铺地垫，给桌椅脚套软垫', proof: '调解员上门看过', days: 7 },
    { side: 'respondent', what: '把空调外机移到＿＿', proof: '拍照给调解员看过', days: 15 },
    { side: 'applicant', what: '有声响先发消息，不敲管子不砸门', proof: '对方没再遇到', days: 30 },
  ],
  leak: [
    { side: 'respondent', what: '请人修好漏水的地方', proof: '试水一天不再漏', days: 7 },
    pay,
    { side: 'applicant', what: '让工人进门查看和施工', proof: '工人进门做完', days: 7 },
    { side: 'respondent', what: '把泡坏的墙面恢复原样', proof: '双方到场看过', days: 15 },
  ],
  parking: [
    { side: 'respondent', what: '把车挪到＿＿，不再停在门口', proof: '一周内没再挡路', days: 7 },
    { side: 'respondent', what: '清走通道里的杂物', proof: '拍照给调解员看过', days: 3 },
    { side: 'applicant', what: '要挪车先打电话，不贴条不划车', proof: '对方没再遇到', days: 30 },
  ],
  pets: [
    { side: 'respondent', what: '遛狗拴绳，及时清理', proof: '对方两周内没再遇到', days: 14 },
    { side: 'respondent', what: '给狗办证、打疫苗', proof: '证件给调解员看过', days: 15 },
    pay,
    { side: 'respondent', what: '晚上把狗关进屋里', proof: '对方一周内没再听到叫声', days: 7 },
  ],
  money: [
    pay,
    { side: 'respondent', what: '先付＿＿元，剩下的每月付＿＿元', proof: '每次转账截图', days: 30 },
    { side: 'respondent', what: '退还押金＿＿元', proof: '转账截图给调解员看过', days: 7 },
    { side: 'applicant', what: '收到钱后还借条或打收条', proof: '双方当面交换', days: 7 },
  ],
  family: [
    { side: 'respondent', what: '每周去看望老人一次', proof: '老人说来过', days: 30 },
    { side: 'respondent', what: '每月给赡养费＿＿元', proof: '每月转账截图', days: 30 },
    { side: 'applicant', what: '有话好好说，不在孩子面前吵', proof: '家里人都说没再吵', days: 30 },
  ],
  property: [repair, { side: 'respondent', what: '贴出通知，说明哪天修好', proof: '通知贴在楼道，拍照', days: 3 }, { side: 'applicant', what: '修好后交清物业费', proof: '缴费收据', days: 15 }],
  unsure: [repair, pay, withdraw],
};
