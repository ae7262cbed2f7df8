/** 隐患 hazards: the story in plain words, one sentence a move. */
import type { HazardLine, HazardMove } from '../../../typings/contract/hazard';

const happened: Readonly<Record<HazardMove, string>> = {
  find: '报了这处隐患',
  advise: '当面提醒对方整改',
  order: '要求对方限期整改',
  dismiss: '看过，不算隐患',
  invite: '给责任人发了邀请',
  bind: '责任人打开了邀请',
  revokeInvitation: '收回了邀请',
  rectify: '记下整改了什么',
  present: '都整改了，等复查',
  recheck: '去复查了',
  close: '每一项都过了',
  sendBack: '有没过的，接着整改',
  escalate: '转给了管这件事的单位',
  link: '和一件纠纷连在一起',
  remind: '说好的时间过了',
};

/** Moves that happen by themselves: nobody is named. */
const impersonal: ReadonlySet<HazardMove> = new Set(['bind', 'present', 'close', 'sendBack', 'remind']);

/** The same to whoever has to put it right. */
const happenedToYou: Readonly<Partial<Record<HazardMove, string>>> = { advise: '当面提醒您整改', order: '要求您限期整改', invite: '给您发了邀请', bind: '您打开了邀请' };

/** `沈警官要求对方限期整改` */
export function hazardSentence({ move, who }: Pick<HazardLine, 'move' | 'who'>, isForResponsible = false): string {
  const what = (isForResponsible && happenedToYou[move]) || happened[move];
  return impersonal.has(move) ? what : `${who}${what}`;
}
