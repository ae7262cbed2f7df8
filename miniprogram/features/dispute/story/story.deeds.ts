/** 事情进展: what a person may do from this page, each named for what it does, with what it costs. */
import type { DisputeMove, DisputeView } from '../../../../typings/contract/dispute';
import { sides } from '../../../domain/dispute/labels';
import { contestDays } from '../../../domain/dispute/policy';

export type DeedName = 'withdraw' | 'refuse' | 'fail' | 'contest' | 'prove' | 'default' | 'reopen' | 'contestForApplicant' | 'contestForRespondent';

/** What stands in the sheet. */
export interface Deed {
  readonly name: DeedName;
  /** On the page. */
  readonly label: string;
  readonly title: string;
  /** What happens then, and what is lost. */
  readonly happens: string;
  readonly question: string;
  readonly example: string;
  readonly confirm: string;
  readonly theme: 'primary' | 'danger';
  readonly hasPhotos: boolean;
  /** Nobody has to give a reason. */
  readonly isFree: boolean;
}

export const deeds: Readonly<Record<DeedName, Deed>> = {
  withdraw: {
    name: 'withdraw', label: '撤回这件事', title: '撤回这件事', theme: 'danger', hasPhotos: false, isFree: true,
    happens: '撤回后警务室不再办，已约的时间也会取消。记录会留着，以后要办得重新说一次。',
    question: '愿意的话，说说为什么', example: '例如：两家已经说好了', confirm: '撤回',
  },
  refuse: {
    name: 'refuse', label: '不愿调解了', title: '不愿调解了', theme: 'danger', hasPhotos: false, isFree: true,
    happens: '调解马上停下，不能再接着谈。这是您的权利，不用怕得罪谁；还有哪些办法，下一页会告诉您。',
    question: '愿意的话，说说为什么', example: '例如：想直接去法院', confirm: '不再调解',
  },
  fail: {
    name: 'fail', label: '谈不下去了', title: '谈不下去了', theme: 'danger', hasPhotos: false, isFree: true,
    happens: '这次调解到此结束，没签的约定作废。还有哪些办法，下一页会告诉您。',
    question: '愿意的话，说说卡在哪里', example: '例如：赔多少一直谈不拢', confirm: '结束调解',
  },
  contest: {
    name: 'contest', label: '没解决', title: '还没解决', theme: 'primary', hasPhotos: false, isFree: false,
    happens: `办完${contestDays}天内都可以说。说了以后，民警会再来问您，所领导也会知道。`,
    question: '哪里没解决', example: '例如：半夜还是有声音', confirm: '告诉民警没解决',
  },
  contestForApplicant: forParty('contestForApplicant', '申请人'),
  contestForRespondent: forParty('contestForRespondent', '被申请人'),
  reopen: {
    name: 'reopen', label: '重新办', title: '重新办这件事', theme: 'primary', hasPhotos: false, isFree: false,
    happens: '从联系双方重新开始，调解员重新选，双方都会知道。以前说好的都留着记录。',
    question: '为什么重新办', example: '例如：口头说的不管用，要请调解员谈', confirm: '重新办',
  },
  prove: {
    name: 'prove', label: '做到了', title: '这条做到了', theme: 'primary', hasPhotos: true, isFree: false,
    happens: '记下后，对方和调解员都会看到。',
    question: '怎么做到的', example: '例如：昨天换好了水管，钱已转账', confirm: '记下，做到了',
  },
  default: {
    name: 'default', label: '没做到', title: '这条没做到', theme: 'danger', hasPhotos: false, isFree: false,
    happens: '记下后，警务室会督促。还是不做的，可以凭约定去法院。',
    question: '是怎么回事', example: '例如：说好的钱还没给', confirm: '记下，没做到',
  },
}; // prettier-ignore

/** What a party may do besides the primary action, in the order in which it is offered. */
export function quietDeeds({ state, moves }: Pick<DisputeView, 'state' | 'moves'>): Deed[] {
  const isTalking = state === 'mediating';
  const offered: readonly { readonly move: DisputeMove & DeedName; readonly fits: boolean }[] = [
    { move: 'fail', fits: true },
    { move: 'refuse', fits: !isTalking }, // while they talk, one way to stop is enough
    { move: 'withdraw', fits: !isTalking },
  ];
  return offered.filter(({ move, fits }) => fits && moves.includes(move)).map(({ move }) => deeds[move]);
}

/** Somebody without an account said so, on the phone or at the desk. */
function forParty(name: DeedName, who: string): Deed {
  return {
    name, label: `替${who}记：没解决`, title: `${who}说还没解决`, theme: 'primary', hasPhotos: false, isFree: false,
    happens: '记下是他本人说的。这件事回到等回访，所领导也会知道。',
    question: '他说哪里没解决', example: '例如：半夜还是有声音', confirm: '记下',
  };
}

/** What staff may do besides their pages: put down 没解决 for who has no account, and begin anew when there is a reason to. */
export function afterDeeds(dispute: DisputeView): Deed[] {
  const { moves, parties } = dispute;
  const silent = sides.filter((side) => moves.includes('contest') && parties.some((party) => party.side === side && party.hasAccount === false));
  return [
    ...(moves.includes('reopen') && isComplaint(dispute) ? [deeds.reopen] : []),
    ...silent.map((side) => deeds[side === 'applicant' ? 'contestForApplicant' : 'contestForRespondent']),
  ];
}

/** Somebody said 没解决 and nobody has closed it since, or a promise was not kept. */
export function isComplaint({ lines, agreement, followUps }: Pick<DisputeView, 'lines' | 'agreement' | 'followUps'>): boolean {
  const last = followUps[followUps.length - 1];
  const isBroken = agreement?.clauses.some(({ state }) => state === 'broken') ?? false;
  const newest = lines.find(({ move }) => move === 'contest' || move === 'close' || move === 'reopen');
  return isBroken || last?.applicant === 'notKept' || last?.respondent === 'notKept' || newest?.move === 'contest';
}
