/** A child who walked in belongs to who answers the number that was rung, and knows the word that was said then. */
import { byOffice } from '../../miniprogram/domain/childcare/relations';
import { codes } from '../../miniprogram/domain/childcare/policy';
import { holds } from '../../miniprogram/domain/dispute/relations';
import type { Caller } from '../_kit/caller';
import { collections, indexes, type User } from '../_kit/collections';
import { find } from '../_kit/database';
import { badField, Refusal } from '../_kit/errors';
import { inTransaction } from '../_kit/transaction';
import { blindIndex, open } from '../_kit/vault';
import { codeOf, secretOf } from './codes';

/** Looks into the record of a child who is here for an afternoon. */
const MOST_LOOKS = 100;
/** Children of one number who may wait at once. */
const MOST = 4;

/** A keyed hash, so that a child is found by the number that was rung. */
export function walkInPhoneIndex(phone: string): string {
  return blindIndex('walk-in phone', phone);
}

/** Of the own account. Throws `INVALID_INPUT` without a number. */
export function walkInPhoneOf({ _id, facts }: User): string {
  if (!facts.phone) throw badField('phone', '请先在“我的”里留警务室打通的那个电话。');
  return walkInPhoneIndex(open(facts.phone, _id));
}

/** Six digits that no document holds. */
export function walkInWordOf(childId: string): string {
  return codeOf(secretOf(childId, 'walk-in'), 0);
}

/** The child whose word it is. A number in an account is only said to be one's own, so each wrong word counts, for every account together. */
export async function judgeWalkInWord(user: User, word: string, now: number): Promise<string> {
  const waiting = await find(indexes.childrenByWalkInPhone, { walkInPhone: walkInPhoneOf(user) }, { limit: MOST });
  if (waiting.length === 0) throw noSuchWalkIn();
  const right = waiting.find(({ _id }) => walkInWordOf(_id) === word);
  const isLocked = await inTransaction(async (db) => {
    let locked = false;
    for (const { _id } of right ? [right] : waiting) {
      const tries = (await db.get(collections.tries, `walkIn:${_id}`)) ?? { _id: `walkIn:${_id}`, at: [], rev: 0 };
      locked ||= tries.at.length >= codes.failures;
      await db.replace(collections.tries, { ...tries, at: right ? tries.at : [...tries.at, now].slice(0, codes.failures), rev: tries.rev + 1 });
    }
    return locked;
  });
  if (isLocked) throw new Refusal('RATE_LIMITED', { message: `数字错了${codes.failures}次，已锁住，请打警务室电话。` });
  if (!right) throw noSuchWalkIn();
  await assertOutsider(right._id, user._id);
  return right._id;
}

/** The same for a wrong number and for wrong digits: nobody learns whose child is at the post. */
export function noSuchWalkIn(): Refusal {
  return badField('word', '电话或数字对不上，请再听一遍警务室说的。');
}

/** Who of the staff looked at the word knows it from the screen, and not from the telephone. */
async function assertOutsider(childId: string, personId: string): Promise<void> {
  const looks = await find(indexes.readLogByCase, { caseId: childId }, { limit: MOST_LOOKS });
  if (looks.some(({ by, what }) => by === personId && what === 'walkInWord')) throw ofThePost();
}

/** Nor is the child theirs who hold an office over the post: they could note down any number. */
export function assertNoOffice(caller: Caller, path: readonly string[]): void {
  if (byOffice.some((role) => holds(caller, role, path))) throw ofThePost();
}

function ofThePost(): Refusal {
  return new Refusal('FORBIDDEN', { message: '您在这个警务室值班，请孩子的另一位家长来同意。' });
}
