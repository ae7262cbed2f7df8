/** 要打的电话: parties who must know and can only be told by telephone. */
import type { DisputeMove, Side } from '../../typings/contract/dispute';
import type { DueMark } from '../../miniprogram/domain/case/clock';
import type { DisputeCase, DisputeClock } from '../../miniprogram/domain/dispute/facts';
import { sides } from '../../miniprogram/domain/dispute/labels';
import { isWorthACall, type Told } from '../../miniprogram/domain/dispute/messages';
import { communityOf } from '../../miniprogram/domain/dispute/place';
import type { Letter } from '../_kit/case-engine';
import type { CaseDocument, RingUp } from '../_kit/collections';
import { callListOf } from '../_kit/outbox';

type Dispute = CaseDocument<DisputeCase>;

export function storyPage(id: string): string {
  return `/features/dispute/story/story?id=${id}`;
}

/** Lines for parties who are spoken to, and have no account to read it in. */
export function callsAfter(move: DisputeMove, told: readonly Told[], dispute: Dispute): Letter[] {
  return isWorthACall(move, false) ? linesFor(told, dispute) : [];
}

function linesFor(told: readonly Told[], dispute: Dispute): Letter[] {
  return sides.flatMap((side) => {
    const party = dispute.facts[side];
    const sentence = told.find(({ to }) => to.includes(side))?.sentence;
    if (sentence === undefined || !party?.phone || party.id !== undefined) return [];
    const ring = ringUp(dispute, side);
    return [{ to: callListOf(ring.community, side), sentence, page: storyPage(dispute._id), ring }];
  });
}

/** The same for a right that runs out: the court's thirty days. */
export function callsAtReminder({ clock }: DueMark<DisputeClock>, told: readonly Told[], dispute: Dispute): Letter[] {
  return clock.name === 'confirmation' ? linesFor(told, dispute) : [];
}

/** What a party with an account must know as well goes there when the message does not arrive. */
export function withRings(move: DisputeMove, letters: readonly Letter[], dispute: Dispute): Letter[] {
  if (!isWorthACall(move, true)) return [...letters];
  return letters.map((letter) => {
    const side = sides.find((each) => dispute.facts[each]?.id === letter.to && dispute.facts[each].phone !== undefined);
    return side ? { ...letter, ring: ringUp(dispute, side) } : letter;
  });
}

function ringUp({ _id, facts }: Dispute, side: Side): RingUp {
  const letGo = side === 'respondent' ? facts.earlierRespondents.length : 0;
  return { caseId: _id, side, community: communityOf(facts.place), ...(letGo > 0 && { letGo }) };
}
