/**
 * Letters: how somebody without an account comes to a case. Staff make one, and tell its word on the phone or at the
 * door; who has the code and knows the word becomes the letter's person, once. Before that a letter says nothing of the
 * case. What is kept of code and word are keyed hashes.
 */
import { randomBytes } from 'node:crypto';
import { invitation as limits } from '../../miniprogram/domain/dispute/policy';
import { DAY } from '../../miniprogram/domain/time/format';
import type { Call, WriteContext } from './action';
import { collections, type Letter } from './collections';
import type { Reader } from './database';
import { badField, Refusal } from './errors';
import { inTransaction } from './transaction';
import { blindIndex } from './vault';

/** For whom in the case it is, and where the case lies: the post there answers questions. */
export interface Addressed {
  readonly kind: Letter['kind'];
  readonly caseId: string;
  readonly slot: string;
  readonly path: readonly string[];
  readonly word: string;
}

/** What a letter is at this moment, for this person. */
export type LetterState = 'open' | 'mine' | 'taken' | 'locked' | 'expired';

/** The id under which the letter of a code is kept. */
export function letterId(code: string): string {
  return blindIndex('letter', code);
}

/** Makes a letter; the code is known here and to whoever is handed it, and never again. 132 random bits in 22 characters. */
export async function makeLetter({ db, caller, now }: WriteContext, { word, ...addressed }: Addressed): Promise<{ code: string; letterId: string; expiresAt: number }> {
  const code = randomBytes(Math.ceil((limits.length * 6) / 8)).toString('base64url').slice(0, limits.length);
  const _id = letterId(code);
  const expiresAt = now + limits.days * DAY;
  await db.create(collections.letters, { ...addressed, _id, wordIndex: wordIndexOf(_id, word), expiresAt, madeBy: caller.id, madeAt: now, wrong: 0, rev: 0 });
  return { code, letterId: _id, expiresAt };
}

/** The letter behind a code; nothing for a code that was never one. */
export function readLetter(db: Reader, code: string): Promise<Letter | undefined> {
  return db.get(collections.letters, letterId(code));
}

export function letterStateOf({ boundTo, wrong, expiresAt, revokedAt }: Letter, personId: string, now: number): LetterState {
  if (boundTo !== undefined) return boundTo === personId ? 'mine' : 'taken';
  if (wrong >= limits.tries) return 'locked';
  return revokedAt !== undefined || expiresAt <= now ? 'expired' : 'open';
}

/**
 * Tries a word, and counts a wrong one in a transaction of its own: the count stays although the action is refused.
 * The letter is written for a right word too, so that many guesses at once wait for each other.
 */
export async function assertWord({ caller, now }: Call, code: string, word: string): Promise<void> {
  const outcome = await inTransaction(async (db) => {
    const letter = await readLetter(db, code);
    if (!letter) return { state: 'expired' as const, isRight: false };
    const state = letterStateOf(letter, caller.id, now);
    const isRight = wordIndexOf(letter._id, word) === letter.wordIndex;
    const isWrong = state === 'open' && !isRight;
    await db.replace(collections.letters, { ...letter, wrong: letter.wrong + (isWrong ? 1 : 0), rev: letter.rev + 1 });
    return { state, isRight: isRight || state === 'mine' };
  });
  assertUsable(outcome.state);
  if (!outcome.isRight) throw badField('word', '口令不对，请再想想民警说的那个词。');
}

/** Makes the letter the caller's. Throws like `assertWord` when it cannot be had any more. */
export async function bindLetter({ db, caller, now }: WriteContext, code: string): Promise<Letter> {
  const letter = await readLetter(db, code);
  if (!letter) throw new Refusal('NOT_FOUND', { message: '没有这封邀请，请再看一看。' });
  assertUsable(letterStateOf(letter, caller.id, now));
  const bound = { ...letter, boundTo: caller.id, rev: letter.rev + 1 };
  await db.replace(collections.letters, bound);
  return bound;
}

/** Nobody can come in with it any more. Who came in before stays. */
export async function revokeLetter(db: WriteContext['db'], id: string, now: number): Promise<void> {
  const letter = await db.get(collections.letters, id);
  if (letter) await db.replace(collections.letters, { ...letter, revokedAt: now, rev: letter.rev + 1 });
}

function assertUsable(state: LetterState): void {
  if (state === 'locked') throw new Refusal('RATE_LIMITED', { message: `码错了${limits.tries}次，已锁住，请找值班人员。` });
  if (state === 'taken') throw new Refusal('REFUSED', { message: '这封邀请已经有人用了。是您本人的，请打警务室电话。' });
  if (state === 'expired') throw new Refusal('REFUSED', { message: '邀请过期或收回了，请打警务室电话，再要一封。' });
}

/** A word as people say it: spaces, signs and large letters do not matter. */
function wordIndexOf(id: string, word: string): string {
  return blindIndex('letter word', `${id}:${word.toLowerCase().replace(/[\s\p{P}]/gu, '')}`);
}
