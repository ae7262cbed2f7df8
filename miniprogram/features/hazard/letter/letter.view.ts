/** 邀请: what it shows before it is opened: the post, and how to go on. */
import type { OutputOf } from '../../../../typings/contract/actions';
import { beforeDay } from '../days.view';

type Letter = OutputOf<'hazard.readInvitation'>;

export interface LetterView {
  readonly title: string;
  readonly note: string;
  readonly isOpen: boolean;
  /** Said when somebody has guessed before. */
  readonly left: string;
  /** To ask at; empty when the post has none. */
  readonly phone: string;
}

const notes: Readonly<Record<Exclude<Letter['state'], 'open' | 'mine'>, string>> = {
  taken: '已经有人用这封邀请打开了。是您本人的，请打警务室电话。',
  locked: '口令错了5次，已经锁住。请打警务室电话，再要一封。',
  expired: '邀请过期了，或者收回了。请打警务室电话，再要一封。',
};

/** Before it is bound it says no name and no fact. */
export function letterView({ state, post, phone = '', expiresAt, triesLeft }: Letter, most: number): LetterView {
  const isOpen = state === 'open';
  const until = expiresAt === undefined ? '' : `${beforeDay(expiresAt)}有效。`;
  return {
    title: `${post}有一件事请您看`,
    note: state === 'open' || state === 'mine' ? `填上口令就能看。口令是工作人员当面或在电话里跟您说的那个词。${until}` : notes[state],
    isOpen,
    left: triesLeft !== undefined && triesLeft < most ? `还可以试 ${triesLeft} 次。` : '',
    phone,
  };
}

/** What must be there before it is sent. */
export function missingIn(code: string, word: string): Record<string, string> {
  return {
    ...(code === '' && { code: '请填邀请码，22个字母和数字。' }),
    ...(word === '' && { word: '请填口令，工作人员跟您说过的那个词。' }),
  };
}
