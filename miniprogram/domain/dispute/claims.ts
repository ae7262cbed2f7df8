/** 说做到了: whoever promised says so. It counts once the other side or the mediator says it too, or nobody said otherwise in time. */
import type { Clause, DisputeFacts } from './facts';

type Agreed = Pick<DisputeFacts, 'agreement'>;

/** The own word of whoever promised, which nobody has answered yet. */
export function isClaimed({ state, claimedAt }: Pick<Clause, 'state' | 'claimedAt'>): boolean {
  return claimedAt !== undefined && state !== 'kept';
}

/** Since when the earliest own word waits for an answer. */
export function claimedSince({ agreement }: Agreed): number | undefined {
  const waiting = (agreement?.clauses ?? []).filter(isClaimed).map(({ claimedAt = 0 }) => claimedAt);
  return waiting.length > 0 ? Math.min(...waiting) : undefined;
}

/** Nobody said otherwise in time: the earliest own word counts, and it stays on record that it was the own word. */
export function withSilence(facts: DisputeFacts, at: number): DisputeFacts {
  const since = claimedSince(facts);
  if (!facts.agreement) return facts;
  const clauses = facts.agreement.clauses.map((clause): Clause => (isClaimed(clause) && clause.claimedAt === since ? { ...clause, state: 'kept', settledAt: at } : clause));
  return { ...facts, agreement: { ...facts.agreement, clauses } };
}
