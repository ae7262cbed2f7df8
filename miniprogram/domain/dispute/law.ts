/** 依法处理: what follows where police mediated in vain, or where both came to terms elsewhere (程序规定 第185、186条). */
import type { DisputeMove, Side, TermsBy } from '../../../typings/contract/dispute';
import type { Objection } from '../case/transition';
import { momentOfDay, startOfDay } from '../time/format';
import type { Agreement, DisputeFacts } from './facts';
import { rulesOfPolice, withinSecurity } from './security';

type Why = Objection | undefined;

export const termsLabels: Readonly<Record<TermsBy, string>> = { people: '经人民调解', themselves: '自行和解' };
export const waysToTerms = ['people', 'themselves'] as const satisfies readonly TermsBy[];

const byPolice: ReadonlySet<DisputeMove> = new Set(['settleByPolice', 'handOn', 'recordDecision', 'askDamages', 'recognize', 'notRecognize']);

/** Whether a move belongs to the track at all: what is for police alone is offered nowhere else, but for the end of what they began. */
export function isOfTrack(move: DisputeMove, { track, handling }: Pick<DisputeFacts, 'track' | 'handling'>): boolean {
  return !byPolice.has(move) || track === 'security' || (move === 'recordDecision' && handling !== undefined);
}

/** Since when what was agreed before police is not kept; nothing while it is. */
export function brokenSince({ agreement, followUps }: { readonly agreement?: Agreement | undefined; readonly followUps: DisputeFacts['followUps'] }): number | undefined {
  if (agreement?.effectiveAt === undefined) return undefined;
  const last = followUps[followUps.length - 1];
  const isNotKept = last?.applicant === 'notKept' || last?.respondent === 'notKept';
  const moments = [...agreement.clauses.flatMap(({ state, settledAt }) => (state === 'broken' && settledAt !== undefined ? [settledAt] : [])), ...(isNotKept ? [last.at] : [])];
  return moments.length > 0 ? Math.min(...moments) : undefined;
}

/** Police mediated it, or were to. */
export function isOfPolice({ track }: Pick<DisputeFacts, 'track'>): Why {
  return track === 'security' ? undefined : { message: '治安调解的事才要依法处理违法行为。' };
}

/** The same where an agreement holds: only one that was not kept is dealt with by law. */
export function isBrokenBeforePolice(facts: DisputeFacts): Why {
  return isOfPolice(facts) ?? (brokenSince(facts) === undefined ? { message: '约定还没有没做到的；履行了的，不再处罚。', basis: `${rulesOfPolice} 第185条` } : undefined);
}

/** A named step, on a day to come. */
export function hasStep({ handling }: DisputeFacts, at: number): Why {
  return handling && momentOfDay(handling.byDay) >= startOfDay(at) ? undefined : { message: '请写明下一步做什么，哪天前。' };
}

/** A decision follows a step that was written down, and has been made. */
export function isDecided({ handling }: DisputeFacts, at: number): Why {
  if (handling?.decidedOn === undefined) return { message: '请先写明依法处理的下一步。' };
  return momentOfDay(handling.decidedOn) <= at ? undefined : { message: '作出决定的日子还没有到。' };
}

/** What was decided by law is not mediated any more. */
export function isUndecided({ handling }: DisputeFacts): Why {
  return handling?.decidedOn === undefined ? undefined : { message: '公安机关已经依法作出处理决定。', basis: `${rulesOfPolice} 第186条` };
}

/** Before it is closed or begins anew, what was broken before police has its next step by law. */
export function isHandled({ track, handling }: DisputeFacts, agreement: Agreement | undefined): Why {
  const isBroken = agreement?.clauses.some(({ state }) => state === 'broken') ?? false;
  if (track !== 'security' || handling || !isBroken) return undefined;
  return { message: '有约定没做到，先写明依法处理的下一步。', basis: `${rulesOfPolice} 第185条` };
}

/** Who was harmed: the side whose act it was not. */
export function harmedSide({ track, security }: Pick<DisputeFacts, 'track' | 'security'>): Side | undefined {
  if (track !== 'security' || !security) return undefined;
  return security.offender === 'applicant' ? 'respondent' : 'applicant';
}

/** The damages are talked about once, and only where mediation came to nothing or was not kept. */
export function mayAskDamages(facts: DisputeFacts): Why {
  const { agreement, links = [] } = facts;
  if (links.filter(({ how }) => how === 'damages').length > 1) return { message: '赔偿已经另开一件了。' };
  return agreement?.effectiveAt === undefined ? isOfPolice(facts) : isBrokenBeforePolice(facts);
}

/** 第186条: within what may be mediated, no decision yet, both asked in writing, and it was done. */
export function canRecognize(facts: DisputeFacts): Why {
  const { settlement } = facts;
  const basis = `${rulesOfPolice} 第186条`;
  const outside = isOfPolice(facts) ?? withinSecurity(facts) ?? isUndecided(facts);
  if (outside || !settlement) return outside ?? { message: '请写明双方怎么说好的。' };
  if (!settlement.haveBothApplied) return { message: '要双方一起书面申请。', basis };
  return settlement.isPerformed ? undefined : { message: '说好的都做到了，才能申请不予处罚。', basis };
}
