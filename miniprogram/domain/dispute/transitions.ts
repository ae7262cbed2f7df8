/** 纠纷 disputes: the table of moves. What each row means: docs/disputes.md. */
import type { DisputeMove, DisputeState } from '../../../typings/contract/dispute';
import type { ClockRules, ClockStart } from '../case/clock';
import type { Transition } from '../case/transition';
import { DAY, HOUR } from '../time/format';
import { canRate, canReopen } from './afterwards';
import { claimedSince, withSilence } from './claims';
import { canApply, isInOrder } from './confirmation';
import type { DisputeCase, DisputeClock, DisputeFacts } from './facts';
import { hasDanger, proposeColour } from './grading';
import * as guards from './guards';
import { brokenSince, canRecognize, hasStep, isBrokenBeforePolice, isDecided, isOfPolice, isUndecided, mayAskDamages } from './law';
import { hasPanel, isGroupWhole, isPanelWhole } from './panel';
import { acknowledgeHours, caseDays, confirmation, followUpDays, mediationDays, triageHours, workdays } from './policy';
import { basisBy, canSettleByPolice, isFirstByPolice, mayTakeLonger, rulesOfPolice } from './security';
import { unitsByCategory } from './units';

type Row = Transition<DisputeCase>;
type Start = ClockStart<DisputeCase>;

/** Mediation was asked for and is not yet agreed: either party may still say no. */
const preAgreed = ['inviting', 'accepted', 'assigned', 'scheduled', 'mediating'] as const satisfies readonly DisputeState[];
const underWay = ['accepted', 'assigned', 'scheduled', 'mediating'] as const satisfies readonly DisputeState[];
/** Something is still to be done. A lead waits too, and is for officers alone. */
export const openStates = ['submitted', 'triaged', 'transferred', ...preAgreed, 'agreed', 'performing', 'following', 'settledOnSpot'] as const satisfies readonly DisputeState[];

const leadClock = workdayClock('lead', workdays.lead);
const triageClock: Start = { clock: 'triage', due: (facts, at) => at + triageHours[proposeColour(facts).colour] * HOUR };
/** Danger does not wait for the next workday (人民调解法 第25条). */
const contactClock: Start = {
  clock: 'contact',
  due: ({ danger }, at, calendar) => (hasDanger(danger) ? at + triageHours.red * HOUR : calendar.endOfWorkday(at, workdays.contact)),
};
/** Who is in danger is not left alone after one call: somebody asks again. */
const againClock: Start = { clock: 'contact', due: (facts, at, calendar) => (hasDanger(facts.danger) ? calendar.endOfWorkday(at, workdays.contact) : undefined) };
const acknowledgeClock: Start = { clock: 'acknowledge', due: (_facts, at) => at + acknowledgeHours * HOUR };
const replyClock = workdayClock('reply', workdays.reply);
const chooseClock = workdayClock('choose', workdays.choose);
const takeClock = workdayClock('take', workdays.take);
/** Thirty days from when both agreed to mediate, and what all have added; a second mediation by police has its own end. */
const deadlineClock: Start = {
  clock: 'deadline',
  due: ({ acceptedAt, extendedDays = 0, track, retryUntil }, at) =>
    track === 'security' && retryUntil !== undefined ? retryUntil : (acceptedAt ?? at) + (mediationDays + extendedDays) * DAY,
};
const sealClock: Start = { clock: 'seal', due: (facts, at, calendar) => (guards.isEffective(facts) ? calendar.endOfWorkday(at, workdays.seal) : undefined) };
const promiseClock: Start = { clock: 'promise', due: guards.nextPromiseDue };
/** Whoever promised says that it was kept; the other side has some workdays to say otherwise. */
const claimClock: Start = {
  clock: 'claim',
  due(facts, _at, calendar) {
    const since = claimedSince(facts);
    return since === undefined ? undefined : calendar.endOfWorkday(since, workdays.claim);
  },
};
const confirmationClock: Start = { clock: 'confirmation', due: (facts, at) => (canApply(facts, at) ? undefined : at + confirmation.days * DAY) };
const followUpClock: Start = { clock: 'followUp', due: (_facts, at) => at + followUpDays[0] * DAY };
/** Once more, long after: of what was promised on paper or by word, not of what was settled on the spot. */
const secondClock: Start = {
  clock: 'secondFollowUp',
  due: ({ agreement }, at) => (agreement ? at + (followUpDays[1] - followUpDays[0]) * DAY : undefined),
};
/** Somebody who says 没解决 is not left for a week. */
const contestedClock = workdayClock('followUp', workdays.reply);
const overdueClock = workdayClock('overdue', workdays.overdue);
/** One department's answer gives the others no more time. */
const answerClock: Start = {
  clock: 'answer',
  due(facts, _at, calendar) {
    const since = guards.whistledSince(facts);
    return since === undefined ? undefined : calendar.endOfWorkday(since, workdays.answer);
  },
};
/** 程序规定 第185条: where nothing was agreed before police the days of the case begin to run; an officer says how it goes on. */
const lawClocks: readonly Start[] = [
  { clock: 'handOn', due: ({ track }, at, calendar) => (track === 'security' ? calendar.endOfWorkday(at, workdays.handOn) : undefined) },
  { clock: 'caseDays', due: ({ track }, at) => (track === 'security' ? at + caseDays * DAY : undefined) },
];
/** The same where what was agreed is not kept: from when the first promise was broken, and only as long as one is. */
const brokenClocks: readonly Start[] = [
  { clock: 'handOn', due: (facts, _at, calendar) => (facts.handling ? undefined : whenBroken(facts, (since) => calendar.endOfWorkday(since, workdays.handOn))) },
  { clock: 'caseDays', due: (facts) => (isUndecided(facts) ? undefined : whenBroken(facts, (since) => since + caseDays * DAY)) },
];
const taskClock: Start = { clock: 'task', due: guards.nextTaskDue };

/** What stands beside the way to an agreement, as the court's thirty days, goes on: so do the days of a case. */
const law = ['handOn', 'caseDays'] as const;
const mediation = ['choose', 'take', 'deadline'] as const;
/** All that waits for the way to an agreement. */
const all = ['lead', 'triage', 'contact', 'acknowledge', 'reply', 'choose', 'take', 'deadline', 'seal', 'promise', 'claim', 'followUp', 'secondFollowUp'] as const;

/** Mediation ended here, or never began. */
const ended = ['declined', 'refused', 'failed', 'withdrawn'] as const satisfies readonly DisputeState[];
const holding = ['performing', 'following', 'closed'] as const satisfies readonly DisputeState[];

const staff = ['officer', 'auxiliary', 'leader', 'mediator', 'panelMember', 'gridWorker'] as const;
const parties = ['applicant', 'respondent'] as const;

/** Article by article, where a row rests on one. `basis` is shown with a refusal. */
const rows: readonly Row[] = [
  { move: 'notice', to: 'lead', by: ['volunteer', 'gridWorker', 'officer'], starts: [leadClock] },
  { move: 'dismissLead', from: ['lead'], to: 'dismissed', by: ['officer'], stops: all },
  { move: 'adoptLead', from: ['lead'], to: 'submitted', by: ['officer'], guard: guards.applicantAgreed, stops: all, starts: [triageClock] },
  { move: 'file', to: 'submitted', by: ['applicant', 'agent'], guard: guards.applicantAgreed, starts: [triageClock] },
  { move: 'file', to: 'submitted', by: ['system'], starts: [triageClock] },
  { move: 'settle', to: 'settledOnSpot', by: ['officer', 'gridWorker', 'volunteer'], guard: guards.canSettleOnSpot, starts: [followUpClock] },
  { move: 'settle', from: ['lead', 'submitted', 'triaged'], to: 'settledOnSpot', by: ['officer', 'gridWorker', 'volunteer'], guard: guards.canSettleOnSpot, stops: all, starts: [followUpClock] },

  { move: 'settleByPolice', from: ['triaged'], to: 'settledOnSpot', by: ['officer'], guard: (facts, at) => guards.canMeet(facts) ?? canSettleByPolice(facts, at), stops: all, starts: [followUpClock], basis: `${rulesOfPolice} 第178条` },

  { move: 'triage', from: ['submitted'], to: 'triaged', by: ['officer'], guard: guards.isGraded, stops: ['triage'], starts: [contactClock] },
  { move: 'triage', from: ['triaged'], by: ['officer'], guard: guards.isGraded },
  { move: 'warn', from: ['submitted'], by: [...parties, 'agent', ...staff], guard: guards.isDangerous, starts: [triageClock] },
  { move: 'warn', from: ['triaged'], by: [...parties, 'agent', ...staff], guard: guards.isDangerous, starts: [contactClock] },
  { move: 'warn', from: ['lead', 'transferred', 'agreed', 'performing', 'following', 'settledOnSpot'], by: [...parties, 'agent', ...staff], guard: guards.isDangerous },
  { move: 'warn', from: preAgreed, to: 'triaged', by: [...parties, 'agent', ...staff], guard: guards.isDangerous, stops: all, starts: [contactClock] },
  { move: 'proposeLower', from: ['triaged', ...preAgreed], by: ['officer'], guard: guards.hasProposal },
  { move: 'lower', from: ['triaged', ...preAgreed], by: ['officer', 'leader'], guard: guards.mayLower },
  { move: 'keepColour', from: ['triaged', ...preAgreed], by: ['officer', 'leader'] },
  { move: 'contact', from: ['triaged'], by: ['officer', 'auxiliary'], starts: [againClock] },
  { move: 'transfer', from: ['triaged'], to: 'transferred', by: ['officer'], guard: guards.hasReceiver, stops: all, starts: [acknowledgeClock] },
  { move: 'acknowledge', from: ['transferred'], to: 'closed', by: ['officer', 'receiver'], guard: guards.wasReceived, stops: all },
  { move: 'return', from: ['transferred'], to: 'triaged', by: ['officer', 'receiver'], stops: all, starts: [contactClock] },
  { move: 'decline', from: ['triaged'], to: 'declined', by: ['officer'], stops: all, starts: lawClocks },
  { move: 'merge', from: ['lead', 'submitted', 'triaged', ...preAgreed], to: 'duplicate', by: ['officer'], stops: all },
  { move: 'absorb', from: openStates, by: ['officer'] },

  { move: 'invite', from: ['triaged', 'inviting'], to: 'inviting', by: ['officer', 'auxiliary'], guard: guards.canMeet, stops: ['contact'], starts: [replyClock] },
  { move: 'letIn', from: [...underWay, 'agreed', 'performing', 'following'], by: ['officer', 'auxiliary'], guard: guards.hasRespondent },
  { move: 'revokeInvitation', from: [...preAgreed, 'agreed', 'performing', 'following'], by: ['officer', 'auxiliary'] },
  { move: 'bind', from: [...preAgreed, 'agreed', 'performing', 'following', 'closed'], by: ['system'], guard: guards.hasRespondent },
  { move: 'consent', from: ['inviting'], by: ['respondent'], guard: guards.hasRespondentConsented },
  { move: 'tell', from: preAgreed, by: ['respondent'] },
  { move: 'unreachable', from: ['inviting'], to: 'failed', by: ['officer'], guard: guards.isUnreachable, stops: all, starts: lawClocks },
  { move: 'correctRespondent', from: preAgreed, to: 'inviting', by: ['officer', 'mediator'], guard: guards.hasRespondent, stops: all, starts: [contactClock] },
  { move: 'refuse', from: preAgreed, to: 'refused', by: ['applicant', 'respondent', 'officer', 'mediator'], stops: all, starts: lawClocks, basis: basisBy('人民调解法 第17条', '179') },
  { move: 'accept', from: ['inviting'], to: 'accepted', by: ['officer'], guard: (facts) => guards.bothConsent(facts) ?? isFirstByPolice(facts), stops: ['contact', 'reply'], starts: [deadlineClock, chooseClock] },

  { move: 'group', from: ['triaged', ...preAgreed], by: ['officer', 'mediator', 'agent'], guard: isGroupWhole },
  { move: 'formPanel', from: ['triaged', ...preAgreed], by: ['officer', 'mediator'], guard: isPanelWhole },
  { move: 'declare', from: ['triaged', ...preAgreed], by: ['panelMember', 'askedHelper'] },
  { move: 'consentPanel', from: ['triaged', ...preAgreed], by: [...parties, 'officer', 'mediator'], guard: hasPanel, basis: basisBy('人民调解法 第20条', '182') },
  { move: 'assign', from: ['accepted'], to: 'assigned', by: [...parties, 'officer'], guard: guards.hasMediator, stops: ['choose'], starts: [takeClock], basis: basisBy('人民调解法 第19条', '184') },
  { move: 'cover', from: ['agreed', 'performing'], by: ['officer', 'leader'], guard: guards.hasMediator },
  { move: 'cover', from: ['assigned', 'scheduled', 'mediating'], to: 'assigned', by: ['officer', 'leader'], guard: guards.hasMediator, starts: [takeClock] },
  { move: 'schedule', from: ['assigned', 'scheduled'], to: 'scheduled', by: ['mediator'], guard: guards.canSchedule, stops: ['take'] },
  { move: 'sit', from: ['scheduled'], to: 'mediating', by: ['mediator'], guard: guards.canSit },
  { move: 'adjourn', from: ['mediating'], to: 'scheduled', by: ['mediator'], guard: guards.canSchedule },
  { move: 'record', from: ['mediating'], by: ['mediator'] },
  { move: 'askExtend', from: underWay, by: [...parties, 'mediator'], guard: mayTakeLonger },
  { move: 'extend', from: underWay, by: ['system'], guard: guards.haveAllAskedForMore, starts: [deadlineClock] },
  { move: 'draft', from: ['mediating'], by: ['mediator'], guard: guards.isDraftWhole },
  { move: 'sign', from: ['mediating'], by: [...parties, 'mediator'], guard: guards.mayBeSigned },
  { move: 'agree', from: ['mediating'], to: 'agreed', by: ['system'], guard: guards.haveAllSigned, stops: mediation, starts: [sealClock], basis: basisBy('人民调解法 第29条', '184') },
  { move: 'seal', from: ['agreed'], by: ['mediator'], guard: guards.isEffective, basis: basisBy('人民调解法 第29条', '184') },
  { move: 'perform', from: ['agreed'], to: 'performing', by: ['system'], guard: guards.isEffective, stops: ['seal'], starts: [promiseClock, confirmationClock], basis: basisBy('人民调解法 第31条', '184') },
  { move: 'claim', from: ['performing', 'following'], by: [...parties], starts: [promiseClock, claimClock] },
  { move: 'prove', from: ['performing', 'following'], by: [...parties, 'mediator', 'system'], starts: [promiseClock, claimClock, ...brokenClocks] },
  { move: 'default', from: ['performing'], by: [...parties, 'mediator'], starts: [promiseClock, claimClock, ...brokenClocks], basis: basisBy('人民调解法 第31条', '185') },
  { move: 'default', from: ['following'], by: [...parties, 'mediator'], guard: guards.isStillBroken, starts: [claimClock], basis: basisBy('人民调解法 第31条', '185') },
  { move: 'dueDay', from: ['performing'], by: ['system'], starts: [promiseClock] },
  { move: 'supervise', from: ['performing', 'following'], by: ['mediator', 'officer'], basis: basisBy('人民调解法 第31条', '184') },
  { move: 'conclude', from: ['performing'], to: 'following', by: ['system'], guard: guards.isEveryClauseSettled, stops: ['promise'], starts: [followUpClock] },
  { move: 'askConfirmation', from: ['performing', 'following', 'closed'], by: [...parties, 'mediator', 'officer'], guard: canApply, basis: '人民调解法 第33条' },
  { move: 'applyConfirmation', from: ['performing', 'following', 'closed'], by: ['system'], guard: canApply, stops: ['confirmation'] },
  { move: 'recordConfirmation', from: ['performing', 'following', 'closed'], by: ['mediator', 'officer'], guard: isInOrder },

  { move: 'followUp', from: ['following', 'settledOnSpot'], by: ['followUpOfficer', 'leader'], guard: guards.wasAsked, stops: ['followUp'], starts: [secondClock] },
  { move: 'followUp', from: ['closed'], by: ['followUpOfficer', 'leader'], guard: guards.wasAsked, stops: ['secondFollowUp'] },
  { move: 'close', from: ['following', 'settledOnSpot'], to: 'closed', by: ['followUpOfficer', 'leader'], guard: guards.mayClose, stops: all, starts: [secondClock] },
  { move: 'rate', from: ['closed'], by: [...parties], guard: canRate },
  { move: 'contest', from: ['closed', 'settledOnSpot'], to: 'following', by: [...parties, 'officer', 'auxiliary'], guard: guards.canContest, starts: [contestedClock] },
  { move: 'reopen', from: ['closed', 'following', 'settledOnSpot'], to: 'triaged', by: ['officer'], guard: canReopen, stops: [...all, 'confirmation'], starts: [contactClock] },
  { move: 'fail', from: ['mediating'], to: 'failed', by: [...parties, 'mediator'], stops: all, starts: lawClocks, basis: basisBy('人民调解法 第26条', '185') },
  { move: 'retry', from: ['failed'], to: 'assigned', by: ['officer'], guard: guards.canRetry, stops: law, starts: [takeClock, deadlineClock], basis: basisBy('人民调解法 第26条', '183') },
  { move: 'lapse', from: underWay, to: 'failed', by: ['system'], stops: all, starts: lawClocks, basis: basisBy('人民调解工作若干规定 第33条', '183') },
  { move: 'withdraw', from: ['submitted', 'triaged', ...preAgreed], to: 'withdrawn', by: ['applicant', 'officer'], stops: all, starts: lawClocks, basis: basisBy('人民调解法 第23条', '179') },

  { move: 'handOn', from: ended, by: ['officer'], guard: (facts, at) => isOfPolice(facts) ?? isUndecided(facts) ?? hasStep(facts, at), stops: ['handOn'], basis: `${rulesOfPolice} 第185条` },
  { move: 'handOn', from: holding, by: ['officer'], guard: (facts, at) => isBrokenBeforePolice(facts) ?? isUndecided(facts) ?? hasStep(facts, at), starts: brokenClocks, basis: `${rulesOfPolice} 第185条` },
  { move: 'recordDecision', from: [...ended, ...holding, 'triaged', ...preAgreed, 'agreed'], by: ['officer'], guard: isDecided, stops: law, basis: `${rulesOfPolice} 第185条` },
  { move: 'askDamages', from: [...ended, ...holding], by: [...parties, 'officer'], guard: mayAskDamages, basis: `${rulesOfPolice} 第185条` },
  { move: 'recognize', from: ['triaged', ...preAgreed, ...ended, 'performing', 'following'], to: 'closed', by: ['officer'], guard: (facts) => guards.canMeet(facts) ?? canRecognize(facts), stops: [...all, ...law], basis: `${rulesOfPolice} 第186条` },
  { move: 'notRecognize', from: ['triaged', ...preAgreed, ...ended, 'performing', 'following'], by: ['officer'], guard: (facts) => isOfPolice(facts) ?? isUndecided(facts), basis: `${rulesOfPolice} 第186条` },

  { move: 'whistle', from: openStates, by: ['officer', 'leader', 'gridWorker'], starts: [answerClock] },
  { move: 'whistle', from: openStates, by: ['system'], starts: [answerClock] },
  { move: 'answerWhistle', from: openStates, by: ['officer', 'auxiliary', 'leader', 'receiver'], starts: [answerClock] },
  { move: 'decide', from: openStates, by: ['officer', 'auxiliary', 'leader'], guard: guards.hasTask, starts: [taskClock] },
  { move: 'finishTask', from: openStates, by: [...staff], starts: [taskClock] },
  { move: 'urge', from: openStates, by: ['leader', 'officer'] },
  { move: 'note', from: ['lead', ...openStates], by: [...staff, 'agent'] },
  { move: 'remind', from: openStates, by: ['system'], starts: [overdueClock] },
];

/** Moves that leave a broken promise broken: the community's whistle goes on waiting. */
const besides: ReadonlySet<DisputeMove> = new Set(['remind', 'dueDay', 'note', 'letIn', 'urge', 'absorb', 'group', 'tell', 'askExtend', 'rate', 'answerWhistle', 'finishTask', 'declare', 'consentPanel', 'proposeLower', 'keepColour', 'warn', 'askDamages', 'notRecognize']);

/** With any step forward the chase for the last one ends. */
export const disputeTransitions: readonly Row[] = rows.map((row) => (besides.has(row.move) ? row : { ...row, stops: [...(row.stops ?? []), 'overdue'] }));

/** 50 % → whoever has it, 80 % → the leader, 100 % → the leader, and a line on the timeline that says so. Why some ring at their end alone: docs/disputes.md, "Clocks". */
export const disputeClocks: ClockRules<DisputeCase> = {
  lead: { marks: [50, 80, 100] },
  triage: { marks: [50, 80, 100] },
  contact: { marks: [50, 80, 100] },
  acknowledge: { marks: [50, 80, 100] },
  reply: { marks: [50, 80, 100] },
  choose: { marks: [50, 80, 100] },
  take: { marks: [50, 80, 100] },
  deadline: { marks: [50, 80, 100], move: 'lapse', facts: (facts) => ({ ...facts, failures: (facts.failures ?? 0) + 1 }) },
  seal: { marks: [100] },
  promise: { marks: [100], move: 'dueDay' },
  claim: { marks: [100], move: 'prove', facts: withSilence, then: 'conclude' },
  confirmation: { marks: confirmation.remindAfterDays.map((day) => (day / confirmation.days) * 100) },
  followUp: { marks: [100] },
  secondFollowUp: { marks: [100] },
  overdue: { marks: [100], move: 'whistle', facts: whistledByClock },
  answer: { marks: [100] },
  task: { marks: [100] },
  handOn: { marks: [50, 80, 100] },
  caseDays: { marks: [50, 80, 100] },
};

function whistledByClock(facts: DisputeFacts, at: number): DisputeFacts {
  return { ...facts, whistles: [...(facts.whistles ?? []), { at, isByClock: true, units: unitsByCategory[facts.category], answers: [] }] };
}

function whenBroken(facts: DisputeFacts, due: (since: number) => number): number | undefined {
  const since = facts.track === 'security' ? brokenSince(facts) : undefined;
  return since === undefined ? undefined : due(since);
}

function workdayClock(clock: DisputeClock, count: number): Start {
  return { clock, due: (_facts: DisputeFacts, at, calendar) => calendar.endOfWorkday(at, count) };
}
