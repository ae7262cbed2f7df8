/** 纠纷 disputes: what each gives to the figures of the month in which it was opened. Sums, so that they can be kept up one by one. */
import type { SettledLevel } from '../../../typings/contract/dispute-board';
import type { DisputeState } from '../../../typings/contract/dispute';
import type { DisputeFacts } from './facts';

type Counts<Key extends string> = Partial<Readonly<Record<Key, number>>>;

export type CaseCount = 'told' | 'onTheSpot' | 'invited' | 'replied' | 'accepted' | 'resolved' | 'closed' | 'contested';

export interface Figures {
  readonly cases: Counts<CaseCount>;
  readonly settledAt: Counts<SettledLevel>;
  /** Milliseconds spent in states that were left, and how many cases left them. */
  readonly spent: Counts<DisputeState>;
  readonly left: Counts<DisputeState>;
}

export const noFigures: Figures = { cases: {}, settledAt: {}, spent: {}, left: {} };

interface Counted {
  readonly state: DisputeState;
  readonly facts: Pick<DisputeFacts, 'isLead' | 'agreement' | 'confirmation' | 'settledLevel' | 'invitedAt' | 'repliedAt' | 'acceptedAt' | 'closedAt' | 'contests'>;
  readonly spent: Counts<DisputeState>;
}

/** A lead is nobody's dispute yet, and what was taken into another is counted there. */
const uncounted: ReadonlySet<DisputeState> = new Set(['lead', 'dismissed', 'duplicate']);

/** What one case gives now; it depends on nothing but the case. */
export function contributionOf({ state, facts, spent }: Counted): Figures {
  if (facts.isLead === true || uncounted.has(state)) return noFigures;
  const { agreement, confirmation, settledLevel, invitedAt, repliedAt, acceptedAt, closedAt, contests } = facts;
  const isInForce = agreement?.effectiveAt !== undefined;
  const isPerformed = isInForce && agreement.clauses.every((clause) => clause.state === 'kept');
  const isSettled = settledLevel !== undefined;
  const are: Record<CaseCount, boolean> = {
    told: true,
    onTheSpot: isSettled && !isInForce,
    invited: invitedAt !== undefined,
    replied: invitedAt !== undefined && repliedAt !== undefined,
    accepted: acceptedAt !== undefined,
    resolved: acceptedAt !== undefined && (isPerformed || confirmation?.state === 'confirmed'),
    // also what was taken up again since
    closed: closedAt !== undefined || spent.closed !== undefined || spent.settledOnSpot !== undefined || contests > 0,
    contested: contests > 0,
  };
  return {
    cases: filled(are, (is) => (is ? 1 : 0)),
    settledAt: isSettled ? { [settledLevel]: 1 } : {},
    spent: filled(spent, (ms) => ms),
    left: filled(spent, (ms) => (ms > 0 ? 1 : 0)), // passed through within one move, as what was said holds at once, is not left
  };
}

/** `from` with what one case gave before taken away and what it gives now put in. */
export function replaced(from: Figures, before: Figures, now: Figures): Figures {
  return {
    cases: sum(from.cases, before.cases, now.cases),
    settledAt: sum(from.settledAt, before.settledAt, now.settledAt),
    spent: sum(from.spent, before.spent, now.spent),
    left: sum(from.left, before.left, now.left),
  };
}

function sum<Key extends string>(from: Counts<Key>, minus: Counts<Key>, plus: Counts<Key>): Counts<Key> {
  const keys = Object.keys({ ...from, ...minus, ...plus }) as Key[];
  return filled(Object.fromEntries(keys.map((key) => [key, (from[key] ?? 0) - (minus[key] ?? 0) + (plus[key] ?? 0)])) as Counts<Key>, (count) => count);
}

/** Without the zeros: what never happened is not there. */
function filled<Key extends string, Value>(of: Partial<Readonly<Record<Key, Value>>>, countOf: (value: Value) => number): Counts<Key> {
  const counted = (Object.entries(of) as [Key, Value][]).map(([key, value]) => [key, countOf(value)] as const);
  return Object.fromEntries(counted.filter(([, count]) => count !== 0)) as Counts<Key>;
}
