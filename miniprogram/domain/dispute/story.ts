/** 纠纷 disputes: the story in plain words, one sentence a move. */
import type { DisputeMove, StoryLine } from '../../../typings/contract/dispute';

/** What happened, after the name of who did it: `沈警官 看过了，安排好了怎么办`. */
const happened: Readonly<Record<DisputeMove, string>> = {
  file: '把这件事告诉了警务室',
  settle: '当场把两边说和了',
  triage: '看过了，定好怎么办',
  decline: '说明这里办不了',
  invite: '联系了对方',
  correctRespondent: '更正了对方是谁',
  refuse: '表示不愿调解，调解到此为止',
  accept: '确认双方都愿意谈',
  assign: '请好了调解员',
  schedule: '约好了时间',
  sit: '请双方坐下来谈',
  adjourn: '记下了这次谈话，约了下一次',
  note: '记了一笔',
  draft: '写好了约定',
  sign: '签了约定',
  agree: '双方谈成了',
  perform: '约定开始兑现',
  prove: '说明有一条做到了',
  default: '说明有一条没做到',
  conclude: '每一条都有了结果',
  close: '回访过，办完了',
  contest: '说还没解决',
  fail: '说这次没谈成',
  lapse: '30天到了，调解结束',
  withdraw: '撤回了这件事',
  remind: '说好的时间过了',
};

/** Moves that happen by themselves: nobody is named. */
const impersonal: ReadonlySet<DisputeMove> = new Set(['agree', 'perform', 'conclude', 'lapse', 'remind']);

/** `沈警官看过了，定好怎么办` */
export function sentenceOf({ move, who, words, isForParty }: Pick<StoryLine, 'move' | 'who' | 'words' | 'isForParty'>): string {
  // a party's own signature needs no words; a mediator's say whose was recorded
  if (move === 'sign' && words !== undefined) return `${who}记下了签字`;
  if (isForParty) return `${who}记下有一方不愿调解，调解到此为止`;
  return impersonal.has(move) ? happened[move] : `${who}${happened[move]}`;
}
