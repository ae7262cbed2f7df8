/** 责任人: how whoever has to put it right, without an account, comes to the hazard. */
import { movesOpenTo } from '../../miniprogram/domain/case/transition';
import type { Standing } from '../../miniprogram/domain/dispute/relations';
import type { HazardFacts } from '../../miniprogram/domain/hazard/facts';
import { hazardRelations } from '../../miniprogram/domain/hazard/relations';
import { hazardTransitions } from '../../miniprogram/domain/hazard/transitions';
import type { HazardDocument, Letter } from '../_kit/collections';
import { Refusal } from '../_kit/errors';
import { letterStateOf, type LetterState } from '../_kit/letters';

/** The code was never one of a hazard's letter. */
export function noSuchLetter(): Refusal {
  return new Refusal('NOT_FOUND', { message: '没有这封邀请，请再看一看。' });
}

/** What a letter is to this person now: only the newest of the hazard counts, and only while something is under way. */
export function invitationStateOf(letter: Letter, { state, facts }: Pick<HazardDocument, 'state' | 'facts'>, personId: string, now: number): LetterState {
  const own = letterStateOf(letter, personId, now);
  const isNewest = facts.invitation?.letterId === letter._id;
  const mayBind = movesOpenTo(hazardTransitions, { state, roles: ['system'] }).includes('bind');
  if (own === 'mine') return isNewest && facts.responsible?.id === personId ? 'mine' : 'expired';
  return own === 'open' && !(isNewest && mayBind) ? 'expired' : own;
}

/** An invitation is for somebody else: not for whoever told of it, was there, handles it or handed it out. */
export function assertSomebodyElse(caller: Standing, { madeBy }: Letter, facts: HazardFacts): void {
  const isInIt = madeBy === caller.id || hazardRelations(caller, facts).length > 0;
  if (isInIt && facts.responsible?.id !== caller.id) throw new Refusal('FORBIDDEN', { message: '这封邀请是给责任人的。这处隐患是您报的或由您经办，您不能打开。' });
}
