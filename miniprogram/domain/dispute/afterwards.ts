/** 纠纷 disputes after their end: rated, said not to be solved, taken up again; and on which level they were settled. */
import type { SettledLevel } from '../../../typings/contract/dispute-board';
import type { Side } from '../../../typings/contract/dispute';
import type { Objection } from '../case/transition';
import { DAY } from '../time/format';
import type { DisputeFacts, DisputePlace } from './facts';
import { raised } from './grading';
import { isHandled } from './law';
import { afterwardsDays } from './policy';

/** When it last was said or seen that it is not solved, or not kept; nothing when all is well. */
export function grievanceAt({ contestedAt, agreement, followUps }: Pick<DisputeFacts, 'contestedAt' | 'agreement' | 'followUps'>): number | undefined {
  const clauses = agreement?.clauses ?? [];
  const last = followUps[followUps.length - 1];
  const isNotKept = last?.applicant === 'notKept' || last?.respondent === 'notKept';
  // a promise that was broken early does not run out while the others are still open
  const whenBroken = clauses.some(({ state }) => state === 'broken') ? clauses.map(({ settledAt }) => settledAt) : [];
  const moments = [contestedAt, isNotKept ? last.at : undefined, ...whenBroken].filter((at) => at !== undefined);
  return moments.length > 0 ? Math.max(...moments) : undefined;
}

/** Taken up again soon after that; later it is a new matter. `reopenedFor` says what for. */
export function canReopen(facts: DisputeFacts, at: number): Objection | undefined {
  const { reopenedFor, earlierAgreements = [] } = facts;
  if (reopenedFor === undefined) return { message: '没有人说没解决，也没有没做到的，不用重新办。' };
  if (at > reopenedFor + afterwardsDays * DAY) return { message: `过了${afterwardsDays}天，请作为一件新的事再说一次。` };
  return isHandled(facts, earlierAgreements[earlierAgreements.length - 1]?.agreement);
}

/**
 * The facts of a case that begins anew: what was agreed before is kept beside it, and everybody is asked again. One that
 * did not hold counts as a mediation that failed, and its colour only rises.
 */
export function reopened(facts: DisputeFacts, at: number): DisputeFacts {
  const {
    agreement, confirmation, respondent, groups, mediator: _chosenAnew, session: _over, panel: _agreedToAnew, invitation: _void, closedAt: _open, contestedAt: _seenTo,
    transfer: _taken, settledLevel: _notSettled, extension: _asked, extendedDays: _used, retryUntil: _past, reopenedFor: _before, ...kept
  } = facts; // prettier-ignore
  const grievance = grievanceAt(facts);
  const again: DisputeFacts = {
    ...kept,
    failures: (facts.failures ?? 0) + 1,
    track: facts.track ?? 'people',
    tries: [],
    ...(respondent && { respondent: withoutConsent(respondent) }),
    ...(groups && { groups: Object.fromEntries(Object.entries(groups).map(([side, members]) => [side, members.map((each) => ({ ...each, hasConsented: false, hasAgreed: false }))])) }),
    ...(agreement && { earlierAgreements: [...(facts.earlierAgreements ?? []), { agreement, until: at, ...(confirmation && { confirmation }) }] }),
    ...(grievance !== undefined && { reopenedFor: grievance }),
  };
  return { ...again, colour: raised(facts.colour, again) };
}

function withoutConsent({ consentedAt: _asked, ...party }: NonNullable<DisputeFacts['respondent']>): NonNullable<DisputeFacts['respondent']> {
  return party;
}

/** A party rates a closing for so long after it. */
export function canRate({ closedAt }: DisputeFacts, at: number): Objection | undefined {
  if (closedAt !== undefined && at <= closedAt + afterwardsDays * DAY) return undefined;
  return { message: `办完已经超过${afterwardsDays}天，不用再打分了。` };
}

/** What a side said of the last closing; nothing when it said nothing. */
export function ratingOf({ ratings = [], closedAt }: Pick<DisputeFacts, 'ratings' | 'closedAt'>, side: Side): number | undefined {
  return closedAt === undefined ? undefined : ratings.find((rating) => rating.side === side && rating.at >= closedAt)?.score;
}

/** The facts with a rating: one each side for each closing. */
export function rated(facts: DisputeFacts, side: Side, score: number, at: number): DisputeFacts {
  const { ratings = [], closedAt = 0 } = facts;
  return { ...facts, ratings: [...ratings.filter((rating) => rating.side !== side || rating.at < closedAt), { side, score, at }] };
}

/** From the widest: the places on every path stand in this order. */
const levels = ['station', 'street', 'community', 'policeGrid', 'grid'] as const satisfies readonly SettledLevel[];

/** 小事不出网格: the level of whoever settled it, by the narrowest place over which they hold an office there. */
export function levelOf({ path }: Pick<DisputePlace, 'path'>, scopes: readonly string[]): SettledLevel | undefined {
  const narrowest = Math.max(...scopes.map((scopeId) => path.indexOf(scopeId)), -1);
  return narrowest < 0 ? undefined : levels[Math.min(narrowest, levels.length - 1)];
}
