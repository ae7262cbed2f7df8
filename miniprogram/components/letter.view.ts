/** 邀请函: what it says before it is opened: who would like to talk, and how to go on. No name and no fact. */
import type { OutputOf } from '../../typings/contract/actions';
import { invitation } from '../domain/dispute/policy';
import { dateAndTime } from '../domain/time/format';

/** As the cloud tells of one, whatever it is about. */
export type Letter = Omit<OutputOf<'dispute.readInvitation'>, 'disputeId'>;

/** What differs: a dispute asks to talk, a hazard asks to look. */
export interface LetterWords {
  /** After the name of the post: `想和您谈一件事`. */
  readonly asks: string;
  readonly note: string;
  /** What the word opens: `填上口令就能看是什么事。` */
  readonly opens: string;
}

export interface LetterView {
  readonly title: string;
  readonly notes: readonly string[];
  readonly canOpen: boolean;
  readonly asksForCode: boolean;
  /** Said when somebody has guessed before. */
  readonly left: string;
  /** To ask at; empty when nobody knows it. */
  readonly phone: string;
}

const aboutWord = '口令是工作人员在电话里或当面跟您说的那个词。不知道，打警务室电话问。';

/** Nothing is known yet: the code is typed. */
export const emptyLetter: LetterView = {
  title: '填邀请码，看一封邀请', notes: ['门条上的码，用微信扫一下就行。警务室发给您一串字的，填在下面：一共22个字母、数字和横线，大小写不一样。', aboutWord], canOpen: true, asksForCode: true, left: '', phone: '',
}; // prettier-ignore

const closed: Readonly<Record<Exclude<Letter['state'], 'open'>, string>> = {
  mine: '正在打开。',
  taken: '这封邀请已经有人用了。是您本人的，请打警务室电话。',
  locked: `码错了${invitation.tries}次，已锁住，请找值班人员。`,
  expired: '码过期了，点“换一个”；不行就请工作人员回拨。',
};

export function letterView(letter: Letter | undefined, { asks, note, opens }: LetterWords): LetterView {
  if (!letter) return { ...emptyLetter, title: '没有这封邀请', notes: ['码可能抄错了，请对着原来的再填一次。'] };
  const { state, post, phone = '', expiresAt = 0, triesLeft = invitation.tries } = letter;
  if (state !== 'open') return { title: `${post}给您的邀请`, notes: [closed[state]], canOpen: false, asksForCode: false, left: '', phone };
  return {
    title: `${post}${asks}`,
    notes: [note, `${opens}${aboutWord}`, `这封邀请 ${dateAndTime(expiresAt)} 前有效，只能您一个人用。`],
    canOpen: true,
    asksForCode: false,
    left: triesLeft < invitation.tries ? `还可以试 ${triesLeft} 次，错满${invitation.tries}次就锁住。` : '',
    phone,
  };
}

/** What must be there before it is sent. */
export function missingIn(code: string, word: string): Record<string, string> {
  return {
    ...(code === '' && { code: '请填邀请码，警务室发给您的那串字。' }),
    ...(word === '' && { word: '请填口令，工作人员跟您说过的那个词。' }),
  };
}
