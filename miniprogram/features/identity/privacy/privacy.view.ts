/** The privacy notice, in the words of its readers. A change of meaning needs a new `privacyVersion` in domain/identity. */

export interface NoticePart {
  readonly title: string;
  readonly lines: readonly string[];
}

export const notice: readonly NoticePart[] = [
  {
    title: '我们记什么',
    lines: [
      '您说的事：写的字、照片、录音、在哪里。',
      '怎么找您：称呼、电话、住哪栋楼。电话加密保存。',
      '经过：谁在什么时候办了哪一步，方便您查。',
    ],
  },
  {
    title: '用来做什么',
    lines: ['只用来办您说的这件事，和告诉您它走到哪一步。', '不做广告，不卖给任何人。'],
  },
  {
    title: '谁看得到',
    lines: [
      '只有办这件事的人：这里的民警、辅警、所领导和网格员，替您说事的人，请来的调解员。每次看您的完整电话，都会留下记录。',
      '对方看不到您写的原话、照片、录音和电话。',
      '别的邻居看不到。同一栋楼多人说同一种公共的事，只显示人数。',
    ],
  },
  {
    title: '放多久',
    lines: ['办的事，随调解档案存 10 年。', '住哪栋楼，改了就换成新的。没提交的草稿只在您的手机里。'],
  },
  {
    title: '您能做什么',
    lines: [
      '称呼、电话和住处，随时在“我的”里查看和改正。',
      '想撤回同意或删除，打警务室电话，或到警务室说一声，由民警来办；办过的事，依法要留的部分会留下。',
      '孩子不满 14 岁的，由爸爸妈妈或监护人来说。',
    ],
  },
];
