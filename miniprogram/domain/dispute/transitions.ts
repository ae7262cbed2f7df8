/** 纠纷 disputes: the table of moves. What each row means: docs/disputes.md. */
import type { DisputeState } from '../../../typings/contract/dispute';
import type { ClockRules, ClockStart } from '../case/clock';
import type { Transition } from '../case/transition';
import { DAY, HOUR } from '../time/format';
import type { DisputeCase, DisputeFacts } from './facts';
import { proposeColour } from './grading';
import * as guards from './guards';
import { followUpDays, mediationDays, triageHours, workdays } from './policy';

type Row = Transition<DisputeCase>;
type Start = ClockStart<DisputeCase>;

/** Mediation was asked for and is not yet agreed: either party may still say no. */
const preAgreed = ['inviting', 'accepted', 'assigned', 'scheduled', 'mediating'] as const satisfies readonly DisputeState[];
/** Something is still to be done. */
export const openStates = ['submitted', 'triaged', ...preAgreed, 'agreed', 'performing', 'following', 'settledOnSpot'] as const satisfies readonly DisputeState[];

const triageClock: Start = { clock: 'triage', due: (facts, at) => at + triageHours[proposeColour(facts).colour] * HOUR };
const contactClock = workdayClock('contact', workdays.contact);
const replyClock = workdayClock('reply', workdays.reply);
const chooseClock = workdayClock('choose', workdays.choose);
const takeClock = workdayClock('take', workdays.take);
const deadlineClock: Start = { clock: 'deadline', due: (_facts, at) => at + mediationDays * DAY };
const promiseClock: Start = { clock: 'promise', due: guards.nextPromiseDue };
const followUpClock: Start = { clock: 'followUp', due: (_facts, at) => at + followUpDays[0] * DAY };
/** Somebody who says 没解决 is not left for a week. */
const contestedClock = workdayClock('followUp', workdays.reply);

const mediation = ['choose', 'take', 'deadline'] as const;
const all = ['triage', 'contact', 'reply', 'choose', 'take', 'deadline', 'promise', 'followUp'] as const;

/** Article by article, where a row rests on one. `basis` is shown with a refusal. */
export const disputeTransitions: readonly Row[] = [
  { move: 'file', to: 'submitted', by: ['applicant', 'agent'], guard: guards.applicantAgreed, starts: [triageClock] },
  { move: 'settle', to: 'settledOnSpot', by: ['officer', 'gridWorker', 'volunteer'], guard: guards.canSettleOnSpot, starts: [followUpClock] },
  { move: 'settle', from: ['submitted', 'triaged'], to: 'settledOnSpot', by: ['officer', 'gridWorker', 'volunteer'], guard: guards.canSettleOnSpot, stops: all, starts: [followUpClock] },

  { move: 'triage', from: ['submitted'], to: 'triaged', by: ['officer'], guard: guards.isGraded, stops: ['triage'], starts: [contactClock] },
  { move: 'triage', from: ['triaged'], by: ['officer'], guard: guards.isGraded },
  { move: 'decline', from: ['triaged'], to: 'declined', by: ['officer'], stops: all },
  { move: 'invite', from: ['triaged', 'inviting'], to: 'inviting', by: ['officer', 'auxiliary'], guard: guards.canMeet, stops: ['contact'], starts: [replyClock] },
  { move: 'correctRespondent', from: preAgreed, to: 'inviting', by: ['officer', 'mediator'], guard: guards.hasRespondent, stops: all, starts: [contactClock] },
  { move: 'refuse', from: preAgreed, to: 'refused', by: ['applicant', 'respondent', 'officer', 'mediator'], stops: all, basis: '人民调解法 第17条' },
  { move: 'accept', from: ['inviting'], to: 'accepted', by: ['officer'], guard: guards.bothConsent, stops: ['contact', 'reply'], starts: [deadlineClock, chooseClock] },

  { move: 'assign', from: ['accepted'], to: 'assigned', by: ['applicant', 'respondent', 'officer'], guard: guards.hasMediator, stops: ['choose'], starts: [takeClock], basis: '人民调解法 第19条' },
  { move: 'schedule', from: ['assigned', 'scheduled'], to: 'scheduled', by: ['mediator'], guard: guards.canSchedule, stops: ['take'] },
  { move: 'sit', from: ['scheduled'], to: 'mediating', by: ['mediator'], guard: guards.canMeet },
  { move: 'adjourn', from: ['mediating'], to: 'scheduled', by: ['mediator'], guard: guards.canSchedule },
  { move: 'draft', from: ['mediating'], by: ['mediator'], guard: guards.isDraftWhole },
  { move: 'sign', from: ['mediating'], by: ['applicant', 'respondent', 'mediator'], guard: guards.mayBeSigned },
  { move: 'agree', from: ['mediating'], to: 'agreed', by: ['system'], guard: guards.haveAllSigned, stops: mediation, basis: '人民调解法 第29条' },
  { move: 'perform', from: ['agreed'], to: 'performing', by: ['system'], starts: [promiseClock], basis: '人民调解法 第31条' },
  { move: 'prove', from: ['performing'], by: ['applicant', 'respondent', 'mediator'], starts: [promiseClock] },
  { move: 'default', from: ['performing'], by: ['applicant', 'respondent', 'mediator'], starts: [promiseClock], basis: '人民调解法 第31条' },
  { move: 'conclude', from: ['performing'], to: 'following', by: ['system'], guard: guards.isEveryClauseSettled, stops: ['promise'], starts: [followUpClock] },

  { move: 'close', from: ['following', 'settledOnSpot'], to: 'closed', by: ['followUpOfficer'], guard: guards.wasFollowedUp, stops: all },
  { move: 'contest', from: ['closed', 'settledOnSpot'], to: 'following', by: ['applicant', 'respondent'], guard: guards.canContest, starts: [contestedClock] },
  { move: 'fail', from: ['mediating'], to: 'failed', by: ['applicant', 'respondent', 'mediator'], stops: all, basis: '人民调解法 第26条' },
  { move: 'lapse', from: ['accepted', 'assigned', 'scheduled', 'mediating'], to: 'failed', by: ['system'], stops: all, basis: '人民调解工作若干规定 第33条' },
  { move: 'withdraw', from: ['submitted', 'triaged', ...preAgreed], to: 'withdrawn', by: ['applicant'], stops: all, basis: '人民调解法 第23条' },

  { move: 'note', from: openStates, by: ['officer', 'auxiliary', 'leader', 'mediator', 'gridWorker', 'agent'] },
  { move: 'remind', from: openStates, by: ['system'] },
];

/** 50 % → whoever has it, 80 % → the leader, 100 % → the leader, and a line on the timeline that says so. */
export const disputeClocks: ClockRules<DisputeCase> = {
  triage: { marks: [50, 80, 100] },
  contact: { marks: [50, 80, 100] },
  reply: { marks: [80, 100] },
  choose: { marks: [50, 100] },
  take: { marks: [50, 80, 100] },
  deadline: { marks: [50, 80, 100], move: 'lapse' },
  promise: { marks: [100] },
  followUp: { marks: [100] },
};

function workdayClock(clock: DisputeCase['clock'], count: number): Start {
  return { clock, due: (_facts: DisputeFacts, at, calendar) => calendar.endOfWorkday(at, count) };
}
