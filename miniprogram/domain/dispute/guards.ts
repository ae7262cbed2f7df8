/** 纠纷 disputes: what must hold before a move. Each says why not, in a sentence for the person, or nothing. */
import type { Track } from '../../../typings/contract/dispute';
import type { Side } from '../../../typings/contract/dispute';
import type { Objection } from '../case/transition';
import { DAY, HOUR, MINUTE, momentOfDay, startOfDay, wallClock } from '../time/format';
import { isClaimed } from './claims';
import type { DisputeFacts, Signature, Whistle } from './facts';
import { sideLabels } from './labels';
import { hasDanger, isLowered, proposeColour } from './grading';
import { hasEachAgreed, hasEachConsented, mayHelp } from './panel';
import { contestDays, earlyMinutes, mostExtendedDays, reaching, session } from './policy';
import { isHandled, isUndecided } from './law';
import { basisBy, isGuardianTold, isToldWhole, isWritten, mayBeRepresented, withinRetry, withinSecurity } from './security';

type Why = Objection | undefined;

/** Somebody who files for a neighbour has the neighbour's word. */
export function applicantAgreed({ agentId, applicant }: DisputeFacts): Why {
  if (agentId === undefined || applicant.consentedAt !== undefined) return undefined;
  return { message: '代别人说事，请先征得本人同意。' };
}

/** On the spot only what is blue and safe, and only when both said yes. */
export function canSettleOnSpot(facts: DisputeFacts): Why {
  if (hasDanger(facts.danger)) return { message: '有人身危险的事不能当场说和，请马上联系民警，紧急打110。', basis: '人民调解法 第25条' };
  if (facts.track === 'security') return { message: '治安调解的事，由民警当场调解。', basis: basisBy('', '178')(facts) };
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
  const isAgreed = facts.lowered?.neededTwo === true && !isLowered(facts.colour, facts.lowered.colour);
  if (proposed === 'red' && isLowered(facts.colour, proposed) && !isAgreed) return { message: '红色的事不能由一个人降级。' };
  return withinSecurity(facts);
}

/** Two named persons take down a red one or a danger; one is enough for a yellow one. */
export function mayLower({ lowered, lowering }: DisputeFacts): Why {
  if (!lowered || lowering) return { message: '请先写明降到什么颜色、为什么。' };
  if (lowered.neededTwo && new Set(lowered.by).size < 2) return { message: '红色的和有危险的，要另一个人同意才能降。' };
  return undefined;
}

export function hasProposal({ lowering }: DisputeFacts): Why {
  if (!lowering) return { message: '没有人提出降级。' };
  return hasDanger(lowering.danger) && lowering.colour !== 'red' ? { message: '还有人身危险，颜色不能降。' } : undefined;
}

export function isDangerous({ danger }: DisputeFacts): Why {
  return hasDanger(danger) ? undefined : { message: '请点一下是什么危险。' };
}

export function hasReceiver({ transfer }: DisputeFacts): Why {
  return transfer ? undefined : { message: '请选转给哪个单位。' };
}

export function wasReceived({ transfer }: DisputeFacts): Why {
  return transfer?.acknowledgedBy === undefined ? { message: '请写对方单位谁接的。' } : undefined;
}

/** Nobody is given up after two rings on the phone. */
export function isUnreachable({ tries, respondent }: DisputeFacts): Why {
  if (respondent?.consentedAt !== undefined) return { message: '对方已经说愿意谈了。' };
  const ways = new Set(tries.map(({ channel }) => channel));
  if (tries.length >= reaching.tries && ways.size >= reaching.channels) return undefined;
  return { message: `至少用 ${reaching.channels} 种办法联系 ${reaching.tries} 次，才能说联系不上。` };
}

export function hasRespondentConsented({ respondent }: DisputeFacts): Why {
  return respondent?.consentedAt === undefined ? { message: '请先看权利和义务，再点愿意。' } : undefined;
}

/** Danger bars a meeting of the two; the reason is for the applicant and staff alone. */
export function canMeet({ danger, track }: Pick<DisputeFacts, 'danger'> & { readonly track?: Track | undefined }): Why {
  if (!hasDanger(danger)) return undefined;
  const basis = basisBy('人民调解法 第25条', '179')({ track });
  if (danger.isHomeViolence) return { message: '涉及家暴，不能面对面调解，民警会单独联系您。有危险请打110。', basis };
  return { message: '有人身危险，不能安排双方见面，先由民警处理。', basis };
}

/** The same for those who work on it; empty when both may meet. `dangerOf`: who is in danger. */
export function whyApart({ danger, dangerOf = ['applicant'] }: Pick<DisputeFacts, 'danger'> & { readonly dangerOf?: readonly Side[] }): string {
  if (!danger.isHomeViolence) return canMeet({ danger })?.message ?? '';
  return `涉及家暴，不能面对面调解。请单独联系${dangerOf.map((side) => sideLabels[side]).join('、')}，先保证安全，紧急打110。`;
}

export function hasRespondent({ respondent }: DisputeFacts): Why {
  return respondent ? undefined : { message: '请填写对方是谁。' };
}

/** Mediation needs both to be willing, and both to know their rights (人民调解法 第17、23条; 程序规定 第180条). */
export function bothConsent(facts: DisputeFacts): Why {
  if (facts.applicant.consentedAt === undefined || facts.respondent?.consentedAt === undefined) {
    return { message: '要双方都愿意，才能开始调解。', basis: basisBy('人民调解法 第17条', '180')(facts) };
  }
  return canMeet(facts) ?? withinSecurity(facts) ?? hasEachConsented(facts);
}

export function hasMediator({ mediator }: DisputeFacts): Why {
  return mediator ? undefined : { message: '请选一位调解员。' };
}

/** A time to come, in the hours of the post, and a safe one. */
export function canSchedule(facts: DisputeFacts, at: number): Why {
  const unsafe = canMeet(facts) ?? withinSecurity(facts);
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

/** They sit down at their hour, with the helpers that both agreed to. */
export function canSit(facts: DisputeFacts, at: number): Why {
  const unsafe = canMeet(facts) ?? withinSecurity(facts) ?? isGuardianTold(facts) ?? mayBeRepresented(facts) ?? mayHelp(facts);
  if (unsafe) return unsafe;
  const start = facts.session?.startAt;
  if (start !== undefined && at < start - earlyMinutes * MINUTE) return { message: '还没到约好的时间。要提前谈，先改约。' };
  return undefined;
}

/** The thirty days move when all parties ask for the same days more. */
export function haveAllAskedForMore({ extension }: DisputeFacts): Why {
  if (!extension || extension.days > mostExtendedDays) return { message: `一次最多延长 ${mostExtendedDays} 天。` };
  return extension.sides.length === 2 ? undefined : { message: '要双方都同意，才能延长。' };
}

/** Every clause says who, what, by when and how it shows. */
export function isDraftWhole(facts: DisputeFacts, at: number): Why {
  const { agreement } = facts;
  if (!agreement || agreement.clauses.length === 0) return { message: '至少写一条约定：谁、做什么、哪天前、怎么算做到。' };
  const isLate = agreement.clauses.some(({ byDay }) => !(momentOfDay(byDay) >= startOfDay(at)));
  if (isLate) return { message: '约定的日子要从今天往后。' };
  if (agreement.form === 'partial' && agreement.unsettled === undefined) return { message: '只谈成一部分的，请写明还有哪些没谈成。' };
  return isWritten(facts) ?? isToldWhole(facts, at);
}

/** Marriage, adoption, inheritance, by the words that people use. */
export const kinshipWords = /离婚|婚姻|抚养|收养|继承|遗产|遗嘱/;

/** All that an agreement says. */
export function writtenWords({ agreement }: Pick<DisputeFacts, 'agreement'>): string {
  if (!agreement) return '';
  const { facts, disputed = '', responsibility = '', unsettled = '', occurrence, clauses } = agreement;
  const { cause = '', circumstances = '', result = '' } = occurrence ?? {};
  return [facts, disputed, responsibility, unsettled, cause, circumstances, result, ...clauses.flatMap(({ what, proof }) => [what, proof])].join('\n');
}

/** Some papers the law wants on paper (电子签名法 第3条). What counts is the paper, whatever the matter began with. */
export function paperOnly({ category, story, agreement }: Pick<DisputeFacts, 'category' | 'story' | 'agreement'>): Why {
  const isAbout = kinshipWords.test(writtenWords({ ...(agreement && { agreement }) })) || (category === 'family' && kinshipWords.test(story));
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
export function haveAllSigned(facts: DisputeFacts): Why {
  const signed = new Set((facts.agreement?.signatures ?? []).map(({ side }) => side));
  return signed.size === 2 ? hasEachAgreed(facts) : { message: '还有一方没有签。' };
}

/** Written agreements hold with the mediator's signature and the seal, oral ones when both have said yes (第29、30条); police make their own paper (程序规定 第184条). */
export function isEffective({ agreement, track }: DisputeFacts): Why {
  if (agreement?.form === 'oral' || agreement?.seal) return undefined;
  return { message: '调解员签名、盖章以后才生效。', basis: basisBy('人民调解法 第29条', '184')({ track }) };
}

/** The day after the last day of the next promise that is open and not past: one that nobody spoke of keeps no later one from ringing. */
export function nextPromiseDue({ agreement }: DisputeFacts, at: number): number | undefined {
  const days = (agreement?.clauses ?? []).filter((clause) => clause.state === 'open' && !isClaimed(clause)).map(dueOfClause).filter((due) => due > at);
  return days.length > 0 ? Math.min(...days) : undefined;
}

/** A promise for Tuesday is broken when Wednesday begins. */
export function dueOfClause({ byDay }: { readonly byDay: string }): number {
  return momentOfDay(byDay) + DAY;
}

/** After all has its outcome only a word that it was kept late is denied; what was kept stays kept. */
export function isStillBroken({ agreement }: DisputeFacts): Why {
  return agreement?.clauses.some(({ state }) => state === 'broken') ? undefined : { message: '这些约定都做到了。' };
}

export function isEveryClauseSettled(facts: DisputeFacts): Why {
  return facts.agreement?.clauses.every(({ state }) => state !== 'open') ? undefined : { message: '还有约定没有兑现。' };
}

/** Both were asked, and what was not kept is not closed as if it were: it is taken up again, or goes the way to court. */
export function mayClose(facts: DisputeFacts): Why {
  const { followUps, agreement } = facts;
  const last = followUps[followUps.length - 1];
  if (!last) return { message: '请先问过双方，再办结。' };
  const isBroken = last.applicant === 'notKept' || last.respondent === 'notKept';
  const isRecorded = agreement?.clauses.some(({ state }) => state === 'broken') ?? false;
  return isBroken && !isRecorded ? { message: '还有人说没做到，先重新办，不能办结。' } : isHandled(facts, agreement);
}

export function wasAsked({ followUps }: DisputeFacts): Why {
  return followUps.length > 0 ? undefined : { message: '请先问过双方。' };
}

/** Once more, when both want to; police do so once, and soon. */
export function canRetry(facts: DisputeFacts, at: number): Why {
  return isUndecided(facts) ?? hasMediator(facts) ?? bothConsent(facts) ?? withinRetry(facts, at);
}

/** A party may say 没解决 for thirty days. */
export function canContest({ closedAt }: DisputeFacts, at: number): Why {
  if (closedAt !== undefined && at <= closedAt + contestDays * DAY) return undefined;
  return { message: '办完已经超过30天，请作为一件新的事再说一次。' };
}

export function hasTask({ tasks = [] }: DisputeFacts, at: number): Why {
  const last = tasks[tasks.length - 1];
  return last && momentOfDay(last.byDay) >= startOfDay(at) ? undefined : { message: '请写明谁、做什么、哪天前。' };
}

/** The day after the last day of the earliest task that is still open. */
export function nextTaskDue({ tasks = [] }: DisputeFacts): number | undefined {
  const days = tasks.filter(({ doneAt }) => doneAt === undefined).map(dueOfClause);
  return days.length > 0 ? Math.min(...days) : undefined;
}

/** Whether a whistle still waits for somebody. */
export function isWhistleOpen(facts: Pick<DisputeFacts, 'whistles'>): boolean {
  return whistledSince(facts) !== undefined;
}

/** When the earliest whistle was blown on which somebody still owes an answer. */
export function whistledSince({ whistles = [] }: Pick<DisputeFacts, 'whistles'>): number | undefined {
  return whistles.find((whistle) => whistle.units.some((unit) => awaits(whistle, unit)))?.at;
}

export function awaits({ units, answers }: Pick<Whistle, 'units' | 'answers'>, unit: string): boolean {
  return units.includes(unit) && !answers.some((answer) => answer.unit === unit);
}
