/** A child who walked in belongs to who answers the number that was rung, and knows the word that was said then. */
import { codes } from '../../miniprogram/domain/childcare/policy';
import { collections, indexes, type User } from '../_kit/collections';
import { find } from '../_kit/database';
import { badField, Refusal } from '../_kit/errors';
import { inTransaction } from '../_kit/transaction';
import { blindIndex, open } from '../_kit/vault';
import { codeOf, secretOf } from './codes';

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
  if (!right) throw badField('word', '数字不对，请再听一遍警务室说的。');
  return right._id;
}

export function noSuchWalkIn(): Refusal {
  return new Refusal('NOT_FOUND', { message: '没有找到等您同意的孩子，请看电话对不对。' });
}
