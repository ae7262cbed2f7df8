/** 纠纷 disputes: what must hold before a move. Each says why not, in a sentence for the person, or nothing. */
import type { Objection } from '../case/transition';
import { DAY, HOUR, momentOfDay, startOfDay, wallClock } from '../time/format';
import type { DisputeFacts, Signature } from './facts';
import { hasDanger, isLowered, proposeColour } from './grading';
import { contestDays, session } from './policy';

type Why = Objection | undefined;

/** Somebody who files for a neighbour has the neighbour's word. */
export function applicantAgreed({ agentId, applicant }: DisputeFacts): Why {
  if (agentId === undefined || applicant.consentedAt !== undefined) return undefined;
  return { message: '代别人说事，请先征得本人同意。' };
}

/** On the spot only what is blue and safe, and only when both said yes. */
export function canSettleOnSpot(facts: DisputeFacts): Why {
  if (hasDanger(facts.danger)) return { message: '有人身危险的事不能当场说和，请马上联系民警，紧急打110。', basis: '人民调解法 第25条' };
  if ((facts.colour ?? proposeColour(facts).colour) !== 'blue') return { message: '这件事不是一般小事，请交给民警安排。' };
  if (facts.applicant.consentedAt === undefined || facts.respondent?.consentedAt === undefined) {
    return { message: '要两边都说同意，才算当场说好。' };
  }
  return undefined;
}

/** A colour is given; red is not lowered by one person. */
export function isGraded(facts: DisputeFacts): Why {
  if (facts.colour === undefined || facts.track === undefined) return { message: '请选颜色和处理方式。' };
  const proposed = proposeColour(facts).colour;
  if (proposed === 'red' && isLowered(facts.colour, proposed)) return { message: '红色的事不能由一个人降级。' };
  return undefined;
}

/** Danger bars a meeting of the two; the reason is for the applicant and staff alone. */
export function canMeet({ danger }: Pick<DisputeFacts, 'danger'>): Why {
  if (danger.isHomeViolence) {
    return { message: '涉及家暴，不能面对面调解，民警会单独联系您。有危险请打110。', basis: '人民调解法 第25条' };
  }
  if (hasDanger(danger)) return { message: '有人身危险，不能安排双方见面，先由民警处理。', basis: '人民调解法 第25条' };
  return undefined;
}

/** The same for those who work on it; empty when both may meet. */
export function whyApart({ danger }: Pick<DisputeFacts, 'danger'>): string {
  if (!danger.isHomeViolence) return canMeet({ danger })?.message ?? '';
  return '涉及家暴，不能面对面调解。请单独联系申请人，先保证安全，紧急打110。';
}

export function hasRespondent({ respondent }: DisputeFacts): Why {
  return respondent ? undefined : { message: '请填写对方是谁。' };
}

/** Mediation needs both to be willing, and both to know their rights (人民调解法 第17、23条). */
export function bothConsent(facts: DisputeFacts): Why {
  if (facts.applicant.consentedAt === undefined || facts.respondent?.consentedAt === undefined) {
    return { message: '要双方都愿意，才能开始调解。', basis: '人民调解法 第17条' };
  }
  return canMeet(facts);
}

export function hasMediator({ mediator }: DisputeFacts): Why {
  return mediator ? undefined : { message: '请选一位调解员。' };
}

/** A time to come, in the hours of the post, and a safe one. */
export function canSchedule(facts: DisputeFacts, at: number): Why {
  const unsafe = canMeet(facts);
  if (unsafe) return unsafe;
  if (!facts.mediator?.hasDeclared) return { message: '请先确认您和双方都没有利害关系。' };
  const start = facts.session?.startAt;
  if (start === undefined || !(start > at)) return { message: '请选一个还没到的时间。' };
  const { hour, minute } = wallClock(start);
  const isOnStep = minute % session.stepMinutes === 0 && start % (HOUR / 2) === 0;
  if (!isOnStep || hour < session.firstHour || hour >= session.lastHour) {
    return { message: `请选 ${session.firstHour}:00–${session.lastHour}:00 之间的整点或半点。` };
  }
  return undefined;
}

/** Every clause says who, what, by when and how it shows. */
export function isDraftWhole({ agreement }: DisputeFacts, at: number): Why {
  if (!agreement || agreement.clauses.length === 0) return { message: '至少写一条约定：谁、做什么、哪天前、怎么算做到。' };
  const isLate = agreement.clauses.some(({ byDay }) => !(momentOfDay(byDay) >= startOfDay(at)));
  if (isLate) return { message: '约定的日子要从今天往后。' };
  if (agreement.form === 'partial' && agreement.unsettled === undefined) return { message: '只谈成一部分的，请写明还有哪些没谈成。' };
  return undefined;
}

/** Marriage, adoption, inheritance, by the words that people use. */
const kinship = /离婚|婚姻|抚养|收养|继承|遗产|遗嘱/;

/** Some papers the law wants on paper (电子签名法 第3条). What counts is the paper, whatever the matter began with. */
export function paperOnly({ category, story, agreement }: Pick<DisputeFacts, 'category' | 'story' | 'agreement'>): Why {
  const written = agreement ? [agreement.facts, agreement.unsettled ?? '', ...agreement.clauses.flatMap(({ what, proof }) => [what, proof])] : [];
  const isAbout = kinship.test(written.join('\n')) || (category === 'family' && kinship.test(story));
  if (!isAbout) return undefined;
  return { message: '涉及婚姻、收养、继承的约定，要打印出来在纸上签。', basis: '电子签名法 第3条' };
}

export function mayBeSigned(facts: DisputeFacts): Why {
  const { agreement } = facts;
  if (!agreement) return { message: '约定还没写好。' };
  if (agreement.signatures.some(({ digest }) => digest !== agreement.digest)) return { message: '约定改过了，请看过新内容再签。' };
  const isSigned = (by: Signature['how']) => agreement.signatures.some(({ how }) => how === by);
  if (agreement.form !== 'oral' && isSigned('spoken')) return { message: '书面约定要签字，不能只说同意。' };
  return isSigned('phone') ? paperOnly(facts) : undefined;
}

/** The agreement holds once both have signed this very text (人民调解法 第29、30条). */
export function haveAllSigned({ agreement }: DisputeFacts): Why {
  const signed = new Set((agreement?.signatures ?? []).map(({ side }) => side));
  return signed.size === 2 ? undefined : { message: '还有一方没有签。' };
}

/** The day after the last day of the earliest promise that is still open. */
export function nextPromiseDue({ agreement }: DisputeFacts): number | undefined {
  const days = (agreement?.clauses ?? []).filter(({ state }) => state === 'open').map(dueOfClause);
  return days.length > 0 ? Math.min(...days) : undefined;
}

/** A promise for Tuesday is broken when Wednesday begins. */
export function dueOfClause({ byDay }: { readonly byDay: string }): number {
  return momentOfDay(byDay) + DAY;
}

export function isEveryClauseSettled(facts: DisputeFacts): Why {
  return nextPromiseDue(facts) === undefined ? undefined : { message: '还有约定没有兑现。' };
}

export function wasFollowedUp({ followUps }: DisputeFacts): Why {
  return followUps.length > 0 ? undefined : { message: '请先问过双方，再办结。' };
}

/** A party may say 没解决 for thirty days. */
export function canContest({ closedAt }: DisputeFacts, at: number): Why {
  if (closedAt !== undefined && at <= closedAt + contestDays * DAY) return undefined;
  return { message: '办完已经超过30天，请作为一件新的事再说一次。' };
}
