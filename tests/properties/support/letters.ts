/** Who comes in with a code and a word: somebody who is nothing to the case, with the newest code and the right word, once. */
import type { CaseModel, Letter } from './model';
import type { Actor } from './people';
import { mayMove, relationsOf } from './table';

/** Five wrong words lock it. */
const MOST_WRONG = 5;

interface Judged {
  /** The caller becomes the respondent. */
  readonly binds: boolean;
  /** The caller is that already, and is only let in. */
  readonly isIn: boolean;
  /** A wrong word counts. */
  readonly isGuess: boolean;
}

export function judged(c: CaseModel, letter: Letter, actor: Actor, { now, isRight }: { readonly now: number; readonly isRight: boolean }): Judged {
  const isMember = actor !== 'stranger';
  const isOpen = letter.boundTo === undefined && letter.wrong < MOST_WRONG && !letter.isVoid && now < letter.expiresAt;
  return {
    binds: isMember && isRight && isOpen && isOtherSide(c, letter, actor) && c.respondent === undefined && mayMove('bind', c.state, ['system']),
    isIn: letter.boundTo === actor && c.respondent === actor,
    isGuess: isMember && isOpen && !isRight,
  };
}

/** It is not for whoever told of it, wrote it down, handles it or handed it out. */
function isOtherSide(c: CaseModel, { madeBy }: Letter, actor: Actor): boolean {
  return relationsOf(actor, c).length === 0 && madeBy !== actor && c.agent !== actor;
}
