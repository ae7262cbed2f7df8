/** 隐患 hazards: the table of moves. What each row means: docs/hazards.md. */
import type { HazardState } from '../../../typings/contract/hazard';
import type { ClockRules, ClockStart } from '../case/clock';
import type { Transition } from '../case/transition';
import { HOUR } from '../time/format';
import type { HazardCase } from './facts';
import * as guards from './guards';
import { lookHours, recheckWorkdays } from './policy';

type Row = Transition<HazardCase>;
type Start = ClockStart<HazardCase>;

/** Something is still to be done. */
export const openStates = ['found', 'advised', 'ordered', 'rectifying', 'recheck'] as const satisfies readonly HazardState[];

const lookClock: Start = { clock: 'look', due: ({ isDangerNow }, at) => at + (isDangerNow ? lookHours.danger : lookHours.usual) * HOUR };
const rectifyClock: Start = { clock: 'rectify', due: guards.nextItemDue };
const recheckClock: Start = { clock: 'recheck', due: (_facts, at, calendar) => calendar.endOfWorkday(at, recheckWorkdays) };
/** Somebody has something to put right, or has said that it is. */
const underWay = ['advised', 'ordered', 'rectifying', 'recheck'] as const satisfies readonly HazardState[];
const all = ['look', 'rectify', 'recheck'] as const;

export const hazardTransitions: readonly Row[] = [
  { move: 'find', to: 'found', by: ['finder'], guard: guards.hasItems, starts: [lookClock] },
  { move: 'advise', from: ['found'], to: 'advised', by: ['officer', 'auxiliary', 'gridWorker', 'volunteer', 'finder'], guard: guards.isAdviceWhole, stops: ['look'], starts: [rectifyClock] },
  { move: 'order', from: ['found', 'advised'], to: 'ordered', by: ['officer'], guard: guards.isOrderWhole, stops: ['look'], starts: [rectifyClock] },
  { move: 'dismiss', from: ['found'], to: 'dismissed', by: ['officer'], stops: all },

  { move: 'invite', from: underWay, by: ['officer', 'auxiliary', 'gridWorker'], guard: guards.isSomebodyNamed },
  { move: 'revokeInvitation', from: underWay, by: ['officer', 'auxiliary', 'gridWorker'] },
  { move: 'bind', from: underWay, by: ['system'], guard: guards.isSomebodyNamed },
  { move: 'rectify', from: ['advised', 'ordered', 'rectifying'], to: 'rectifying', by: ['responsible', 'officer', 'auxiliary', 'gridWorker'], starts: [rectifyClock] },
  { move: 'present', from: ['rectifying'], to: 'recheck', by: ['system'], guard: guards.isEverythingRectified, stops: ['rectify'], starts: [recheckClock] },
  { move: 'recheck', from: ['recheck'], by: ['rechecker'], guard: guards.isJudged, stops: ['recheck'] },
  { move: 'close', from: ['recheck'], to: 'closed', by: ['system'], guard: guards.hasEverythingPassed, stops: all },
  { move: 'sendBack', from: ['recheck'], to: 'rectifying', by: ['system'], guard: guards.hasSomethingFailed, starts: [rectifyClock] },
  { move: 'escalate', from: ['ordered', 'rectifying'], to: 'escalated', by: ['officer'], guard: guards.mayEscalate, stops: all },

  { move: 'link', from: [...openStates, 'closed', 'escalated'], by: ['officer'] },
  { move: 'remind', from: openStates, by: ['system'] },
];

/** 50 % → whoever has it, 80 % → the leader too, 100 % → both, and a line on the timeline that says so. */
export const hazardClocks: ClockRules<HazardCase> = {
  look: { marks: [50, 80, 100] },
  rectify: { marks: [50, 80, 100] },
  recheck: { marks: [50, 80, 100] },
};
