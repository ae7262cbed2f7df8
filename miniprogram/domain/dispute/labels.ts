/** 纠纷 disputes: the words for people. */
import type {
  AgreementForm,
  Channel,
  Colour,
  DangerAnswers,
  DisputeCategory,
  DisputeRole,
  DisputeSource,
  DisputeState,
  FollowUpAnswer,
  Side,
  Track,
} from '../../../typings/contract/dispute';

/** In the order in which a form offers them; the last is 说不清. */
export const disputeCategories = ['noise', 'leak', 'parking', 'pets', 'money', 'family', 'property', 'unsure'] as const;
export const disputeSources = ['app', '110', 'phone', 'visit', 'patrol', 'message'] as const;
export const colours = ['blue', 'yellow', 'red'] as const;
export const tracks = ['people', 'security', 'admin'] as const;
export const channels = ['call', 'door', 'note', 'share'] as const;
export const sides = ['applicant', 'respondent'] as const;
export const agreementForms = ['written', 'oral', 'partial'] as const;
export const followUpAnswers = ['kept', 'notKept', 'noAnswer'] as const;

export const categoryLabels: Readonly<Record<DisputeCategory, string>> = {
  noise: '太吵了',
  leak: '漏水',
  parking: '停车占道',
  pets: '猫狗',
  money: '钱和押金',
  family: '家里的事',
  property: '物业和公共地方',
  unsure: '说不清',
};

/** What an entry is called when spoken about: `噪音的事`. */
export const categoryNouns: Readonly<Record<DisputeCategory, string>> = {
  noise: '噪音',
  leak: '漏水',
  parking: '停车占道',
  pets: '养犬养猫',
  money: '钱款',
  family: '家庭',
  property: '物业',
  unsure: '邻里',
};

export const stateLabels: Readonly<Record<DisputeState, string>> = {
  lead: '苗头',
  dismissed: '看过了，不用管',
  submitted: '已收到',
  triaged: '正在安排',
  transferred: '已转出',
  declined: '这里办不了',
  inviting: '正在联系对方',
  refused: '有一方不愿调解',
  accepted: '请选调解员',
  assigned: '调解员已接手',
  scheduled: '时间定了',
  mediating: '正在谈',
  agreed: '谈成了',
  performing: '正在兑现',
  following: '等回访',
  closed: '办完了',
  failed: '没谈成',
  withdrawn: '已撤回',
  duplicate: '已并到同一件事',
  settledOnSpot: '当场说好了',
};

/** `已转给城管`, `城管接手了`: passed on, it says to whom. Closed here when the unit took it, nobody here says that it is solved. */
export function stateLabelOf(state: DisputeState, unit?: string): string {
  if (unit === undefined) return stateLabels[state];
  return state === 'closed' ? `${unit}接手了` : state === 'transferred' ? `已转给${unit}` : stateLabels[state];
}

/** Three colours carry a shape and a word too: colour is never the only sign. */
export const colourLabels: Readonly<Record<Colour, { readonly name: string; readonly shape: string; readonly word: string; readonly handler: string }>> = {
  blue: { name: '蓝', shape: '●', word: '一般', handler: '网格员当场说和' },
  yellow: { name: '黄', shape: '▲', word: '会诊', handler: '司法所和律师一起看' },
  red: { name: '红', shape: '■', word: '紧急', handler: '派出所、司法所、律师和法庭一起调解' },
};

/** Asked instead of "urgent?", and how a yes is said again. A weapon is a threat, whoever holds it. */
export const dangerQuestions: Readonly<Record<keyof DangerAnswers, { readonly question: string; readonly yes: string; readonly help?: string }>> = {
  isHurt: { question: '有人受伤吗', yes: '有人受伤' },
  isThreatened: { question: '有人威胁或拿着刀吗', yes: '有人威胁或拿着刀', help: '拿着棍子、砖头也算' },
  isChildAtRisk: { question: '孩子有危险吗', yes: '孩子有危险' },
  isHomeViolence: { question: '是家里人打人吗', yes: '家里人打人' },
};

export const sourceLabels: Readonly<Record<DisputeSource, string>> = {
  app: '本人说的',
  '110': '110转来',
  phone: '打电话来说的',
  visit: '来警务室说的',
  patrol: '巡逻时发现',
  message: '群里看到',
};

export const trackLabels: Readonly<Record<Track, string>> = { people: '人民调解', security: '治安调解', admin: '转行政部门' };
export const channelLabels: Readonly<Record<Channel, string>> = { call: '打电话', door: '上门', note: '贴门条', share: '发邀请卡' };
export const sideLabels: Readonly<Record<Side, string>> = { applicant: '申请人', respondent: '被申请人' };
export const formLabels: Readonly<Record<AgreementForm, string>> = { written: '书面约定', oral: '口头约定', partial: '先谈成一部分' };
export const answerLabels: Readonly<Record<FollowUpAnswer, string>> = { kept: '都做到了', notKept: '没做到', noAnswer: '没联系上' };

export const relationLabels: Readonly<Record<DisputeRole, string>> = {
  applicant: '申请人',
  respondent: '被申请人',
  agent: '代办人',
  officer: '民警',
  auxiliary: '辅警',
  leader: '所领导',
  mediator: '调解员',
  followUpOfficer: '回访民警',
  gridWorker: '网格员',
  volunteer: '义警',
  panelMember: '帮忙调解的人',
  askedHelper: '请来帮忙的人',
  receiver: '接手单位',
  system: '警务室',
};

/** What a party may still do when mediation ended without agreement, or never began (人民调解法 第26条). */
export const remedies: readonly string[] = [
  '可以向人民法院起诉，约好仲裁的可以申请仲裁；拿不准，先打法律援助电话 12348 问一问',
  '属于行政管理的事，可以打 12345 或找主管部门',
  '以后双方愿意谈，随时可以再来，不收费',
];

/** Of an act for which police mediated: with no agreement, or one that is not kept, they decide by law, and damages are the court's (程序规定 第185、186条). */
export function remediesOf({ track }: { readonly track?: Track }): readonly string[] {
  if (track !== 'security') return remedies;
  return [
    '没谈成或者没做到的，公安机关对违法行为依法处理（程序规定 第185条）',
    '赔偿的事，受侵害的一方可以申请另外调解，也可以向人民法院起诉；拿不准，先打法律援助电话 12348 问一问',
    '经人民调解或者自己和解、并且做到了的，双方可以一起书面申请，公安机关认可后不予处罚（程序规定 第186条）',
  ];
}
