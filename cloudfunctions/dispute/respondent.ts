/** 对方: how staff reach the respondent, and how one without an account comes to the case. */
import type { PersonInput } from '../../typings/contract/dispute';
import { movesOpenTo } from '../../miniprogram/domain/case/transition';
import type { ContactTry, DisputeFacts, Party } from '../../miniprogram/domain/dispute/facts';
import { disputeRelations, type Standing } from '../../miniprogram/domain/dispute/relations';
import { disputeTransitions } from '../../miniprogram/domain/dispute/transitions';
import { collections, type DisputeDocument, type Letter, type User } from '../_kit/collections';
import type { Reader } from '../_kit/database';
import { badField, Refusal } from '../_kit/errors';
import { letterStateOf, readLetter, type LetterState } from '../_kit/letters';
import { open } from '../_kit/vault';
import type { Dispute } from './kind';
import { partyOf } from './store';

/** The facts after one more try to reach the respondent, of whom something new may have been learnt. */
export function tried({ _id, facts }: Pick<Dispute, '_id' | 'facts'>, attempt: ContactTry, news: PersonInput | undefined): DisputeFacts {
  const respondent = news ? renamed(_id, facts.respondent, news) : facts.respondent;
  if (!respondent) throw badField('respondent', '请先填对方是谁。');
  return { ...facts, respondent, invitedAt: facts.invitedAt ?? attempt.at, tries: [...facts.tries, attempt] };
}

/** The number of another is not the number of this one; who has an account says the own name. */
function renamed(caseId: string, before: Party | undefined, news: PersonInput): Party {
  if (before?.id !== undefined) throw badField('respondent', '对方已经自己进来了，称呼和电话以他填的为准。人不对，请用“换了对方”。');
  const known = before?.name === news.name ? before : undefined;
  return { ...known, ...partyOf(caseId, 'respondent', news) };
}

/** With the own yes come the own name and number, where there are any; else what was told stays. */
export function willing(caseId: string, told: Party, { _id, facts: { name, phone } }: User, now: number): Party {
  const { isAsTold, ...kept } = told;
  const own = { name: name === '' ? told.name : name, ...(phone && { phone: open(phone, _id) }) };
  return { ...kept, ...partyOf(caseId, 'respondent', own, now), ...(name === '' && isAsTold === true && { isAsTold }) };
}

/** The letter behind a code, and the dispute that it leads to. Throws `NOT_FOUND` for a code that was never one. */
export async function invited(db: Reader, code: string): Promise<{ letter: Letter; dispute: DisputeDocument }> {
  const letter = await readLetter(db, code);
  const dispute = letter?.kind === 'dispute' ? await db.get(collections.disputes, letter.caseId) : undefined;
  if (!letter || !dispute) throw new Refusal('NOT_FOUND', { message: '没有这封邀请，请再看一看。' });
  return { letter, dispute };
}

/** What a letter is to this person now: only the newest of the case counts, and only while somebody can still come in. */
export function invitationStateOf(letter: Letter, { state, facts }: Pick<Dispute, 'state' | 'facts'>, personId: string, now: number): LetterState {
  const own = letterStateOf(letter, personId, now);
  const isNewest = facts.invitation?.letterId === letter._id;
  const mayBind = movesOpenTo(disputeTransitions, { state, roles: ['system'] }).includes('bind');
  if (own === 'mine') return isNewest && facts.respondent?.id === personId ? 'mine' : 'expired';
  return own === 'open' && !(isNewest && mayBind) ? 'expired' : own;
}

/** An invitation is for the other side: not for whoever told of it, wrote it down, handles it or handed it out. */
export function assertOtherSide(caller: Standing, { madeBy }: Letter, facts: DisputeFacts): void {
  const isInIt = madeBy === caller.id || facts.agentId === caller.id || disputeRelations(caller, facts).length > 0;
  if (isInIt) throw new Refusal('FORBIDDEN', { message: '这封邀请是给对方的。这件事是您说的或由您经办，您不能打开。' });
}
