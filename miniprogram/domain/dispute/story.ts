/** 纠纷 disputes: the story in plain words, one sentence a move. */
import type { Channel, DisputeMove, Side, StoryLine } from '../../../typings/contract/dispute';
import { sideLabels } from './labels';
import { workdays } from './policy';

/** What happened, after the name of who did it: `沈警官 看过了，安排好了怎么办`. */
const happened: Readonly<Record<DisputeMove, string>> = {
  notice: '看到一个苗头，告诉了民警',
  dismissLead: '看过了，不用管',
  adoptLead: '问过本人，转成一件事来办',
  file: '把这件事告诉了警务室',
  settle: '当场把两边说和了',
  settleByPolice: '当场调解好了',
  triage: '看过了，定好怎么办',
  warn: '说有人身危险，先保证安全',
  proposeLower: '提出把颜色降下来',
  lower: '把颜色降下来了',
  keepColour: '不同意降颜色',
  contact: '联系过申请人',
  transfer: '转给了能办的单位',
  acknowledge: '说接手单位已经接了',
  return: '退了回来，重新安排',
  decline: '说明这里办不了',
  merge: '并到了同一件事里',
  absorb: '又有人说了同一件事',
  invite: '试着联系过对方',
  revokeInvitation: '收回了邀请',
  letIn: '给对方发了邀请，以后在手机上看',
  bind: '对方打开了邀请',
  consent: '说愿意谈',
  tell: '说了自己这边的情况',
  unreachable: '试了几次都联系不上对方，这次到此为止',
  correctRespondent: '更正了对方是谁',
  refuse: '表示不愿调解，调解到此为止',
  accept: '确认双方都愿意谈',
  group: '记下了哪些人、谁是代表',
  formPanel: '请了人来一起调解',
  declare: '说明和双方没有利害关系',
  consentPanel: '同意请这些人来帮忙',
  assign: '请好了调解员',
  cover: '换了一位调解员接着谈',
  schedule: '约好了时间',
  sit: '请双方坐下来谈',
  adjourn: '记下了这次谈话，约了下一次',
  record: '记下了这次谈话',
  note: '记了一笔',
  askExtend: '想多谈几天',
  extend: '双方都同意，多谈几天',
  draft: '写好了约定',
  sign: '签了约定',
  agree: '双方谈成了',
  seal: '签名盖章，约定生效',
  perform: '约定开始兑现',
  claim: '说自己做到了一条，等另一方说是不是',
  prove: '说明有一条做到了',
  default: '说明有一条没做到',
  dueDay: '有一条约定到日子了',
  supervise: '督促过了',
  conclude: '每一条都有了结果',
  askConfirmation: '想请法院确认这份约定',
  applyConfirmation: '双方一起申请了司法确认',
  recordConfirmation: '记下了法院的答复',
  followUp: '回访过',
  close: '回访过，办完了',
  rate: '打了分',
  contest: '说还没解决',
  reopen: '重新办起来了',
  retry: '记下双方都愿意再谈一次',
  fail: '说这次没谈成',
  handOn: '说明违法的部分依法处理',
  recordDecision: '说明公安机关依法作出了决定',
  askDamages: '想请人调解赔偿，另开了一件',
  recognize: '认可双方的和解，不予处罚',
  notRecognize: '没有认可双方的申请',
  lapse: '期限到了，调解结束',
  withdraw: '撤回了这件事',
  whistle: '吹哨，请有关部门一起来办',
  answerWhistle: '记下了部门的答复',
  decide: '会商定了一件要做的事',
  finishTask: '说明有一件会商的事做完了',
  urge: '催了一次',
  remind: '说好的时间过了',
};

/** Moves that happen by themselves: nobody is named. */
const impersonal: ReadonlySet<DisputeMove> = new Set(['agree', 'perform', 'conclude', 'lapse', 'remind', 'bind', 'dueDay', 'extend', 'applyConfirmation', 'absorb']);

/** The same when staff put down what a party said. */
const recorded: Readonly<Partial<Record<DisputeMove, string>>> = {
  refuse: '记下有一方不愿调解，调解到此为止',
  contest: '记下有一方说还没解决',
  withdraw: '记下申请人要撤回',
  consentPanel: '记下有一方同意请这些人来帮忙',
  askExtend: '记下有一方想多谈几天',
  askConfirmation: '记下有一方想请法院确认这份约定',
  askDamages: '记下受侵害的一方想请人调解赔偿',
};

/** The same of the respondent's own danger. */
const ofRespondent: Readonly<Partial<Record<DisputeMove, string>>> = {
  warn: '说被申请人有人身危险，先保证安全',
  contact: '联系过被申请人',
};

/** To whom it happened. */
const happenedToYou: Readonly<Record<Side, Readonly<Partial<Record<DisputeMove, string>>>>> = {
  applicant: { contact: '联系过您' },
  respondent: { contact: '联系过您', invite: '试着联系过您', bind: '您打开了邀请', unreachable: '试了几次都联系不上您，这次到此为止' },
};

/** A try to reach the respondent: what was done, and what came of it. */
const reaching: Readonly<Record<Channel, { readonly reached: string; readonly missed: string }>> = {
  call: { reached: '打通了对方的电话', missed: '给对方打了电话，没接通' },
  door: { reached: '上门见到了对方', missed: '上门找对方，没遇上' },
  note: { reached: '给对方留了门条', missed: '给对方留了门条' },
  share: { reached: '给对方发了邀请', missed: '给对方发了邀请' },
};

/** What is something else when words were said with it: a party's own signature needs none, a mediator's say whose was recorded. */
const withWords: Readonly<Partial<Record<DisputeMove, string>>> = { sign: '记下了签字', declare: '不参加帮忙调解' };

/** What the post does by itself. */
const byThePost: Readonly<Partial<Record<DisputeMove, string>>> = {
  prove: `说做到了的那一条，对方${workdays.claim}个工作日没有说不是，算做到了`,
  file: '上一件事没谈成的部分，接着办',
  whistle: '说好的事过了一个工作日还没做到，社区吹哨，请有关部门一起来办',
};

type Told = Pick<StoryLine, 'move' | 'who' | 'words' | 'isForParty' | 'isOfRespondent' | 'reach'>;

/** `沈警官看过了，定好怎么办` */
export function sentenceOf(line: Told, reader?: Side): string {
  const { move, who, words, isForParty, isOfRespondent, reach } = line;
  const own = words === undefined ? '' : withWords[move];
  if (own) return `${who}${own}`;
  const ofPost = who === '警务室' ? byThePost[move] : '';
  if (ofPost) return ofPost;
  if (isForParty) return `${who}${recorded[move] ?? happened[move]}`;
  if (isOfRespondent && reader !== 'respondent' && who !== '您' && ofRespondent[move]) return `${who}${who === sideLabels.respondent ? '说自己有人身危险，先保证安全' : ofRespondent[move]}`;
  if (reach) return `${who}${reaching[reach.channel][reach.isReached ? 'reached' : 'missed'].replace('对方', reader === 'respondent' ? '您' : '对方')}`;
  const what = (reader && happenedToYou[reader][move]) ?? happened[move];
  return impersonal.has(move) ? what : `${who}${what}`;
}
