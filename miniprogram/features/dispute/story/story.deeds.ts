/** 事情进展: each thing that a person may do from this page, named for what it does, with what it costs. */
import { contestDays, workdays } from '../../../domain/dispute/policy';

export type DeedName = 'withdraw' | 'refuse' | 'fail' | 'contest' | 'claim' | 'prove' | 'default' | 'reopen' | 'contestForApplicant' | 'contestForRespondent' | 'askDamages' | 'askDamagesFor';

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
    name: 'refuse', label: '不愿意调解', title: '不愿意调解', theme: 'danger', hasPhotos: false, isFree: true,
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
  claim: {
    name: 'claim', label: '做到了', title: '这条我做到了', theme: 'primary', hasPhotos: true, isFree: false,
    happens: `拍张照片让对方看看。对方说是，或者${workdays.claim}个工作日没有说不是，就算做到了。`,
    question: '怎么做到的', example: '例如：昨天换好了水管，钱已转账', confirm: '记下，请对方看看',
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
  askDamages: {
    name: 'askDamages', label: '申请调解赔偿', title: '赔偿的事，另外调解', theme: 'primary', hasPhotos: false, isFree: false,
    happens: '另开一件，由人民调解员来谈赔偿，民警会问对方愿不愿意。谈不成，可以向人民法院起诉。',
    question: '要赔什么', example: '例如：医药费三百元', confirm: '申请',
  },
  askDamagesFor: {
    name: 'askDamagesFor', label: '替受侵害的一方记：申请调解赔偿', title: '他想请人调解赔偿', theme: 'primary', hasPhotos: false, isFree: false,
    happens: '记下是他本人说的，另开一件。也要告诉他：谈不成，可以向人民法院起诉。',
    question: '他说要赔什么', example: '例如：医药费三百元', confirm: '记下，另开一件',
  },
}; // prettier-ignore

/** Somebody without an account said so, on the phone or at the desk. */
function forParty(name: DeedName, who: string): Deed {
  return {
    name, label: `替${who}记：没解决`, title: `${who}说还没解决`, theme: 'primary', hasPhotos: false, isFree: false,
    happens: '记下是他本人说的。这件事回到等回访，所领导也会知道。',
    question: '他说哪里没解决', example: '例如：半夜还是有声音', confirm: '记下',
  };
}
