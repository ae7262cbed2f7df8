/** 谈之前要念给双方听的, in plain words: of the people's mediation (人民调解法 第4、23、24条), and of the police's (程序规定 第179–186条). */
import type { Track } from '../../../typings/contract/dispute';

export interface Notice {
  /** With its articles. */
  readonly title: string;
  readonly items: readonly string[];
}

const people: readonly Notice[] = [
  {
    title: '您可以（人民调解法 第4、23条）',
    items: ['调解不收钱。', '调解员可以自己选，也可以接受推荐的。', '愿意谈就谈，不愿意随时可以停。', '可以要求公开谈，也可以要求不公开。', '说什么、答应不答应，都由自己定。'],
  },
  { title: '也请您（人民调解法 第24条）', items: ['说实话。', '守现场秩序，尊重调解员。', '尊重对方也有这些权利。'] },
];

const police: readonly Notice[] = [
  {
    title: '您可以（公安机关办理行政案件程序规定 第179–182条）',
    items: [
      '愿意谈就谈，说不愿意就不调解。',
      '由民警主持，要合法、公正、自愿、及时。',
      '未成年人的父母或监护人要通知到场。',
      '受侵害的一方可以写委托书请人来；被指违法的一方要本人来。',
      '邻里的事，可以请居委会的人或双方都熟悉的人来帮忙。',
    ],
  },
  {
    title: '也请您知道（第183–186条）',
    items: [
      '一般谈一次；要再谈，在第一次以后的7个工作日内谈完。',
      '谈成了写协议书，双方签名，都要照做；做到了，不再处罚。',
      '没谈成或者没做到，违法的部分依法处理；赔偿可以去法院。',
      '经人民调解或者自己和解、并且做到了的，可以一起书面申请，认可后不予处罚。',
    ],
  },
];

export function noticesOf({ track }: { readonly track?: Track }): readonly Notice[] {
  return track === 'security' ? police : people;
}
