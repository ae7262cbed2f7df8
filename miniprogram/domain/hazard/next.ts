/** 隐患 hazards: 接下来 — what happens next, by whom, by when; and the promise that was not kept. */
import type { NextStep } from '../../../typings/contract/dispute';
import type { HazardState } from '../../../typings/contract/hazard';
import { dueOf, type Clock } from '../case/clock';
import { dateAndTime, monthAndDay, spokenDay, spokenTime, weekdayName } from '../time/format';
import type { HazardClock, HazardFacts } from './facts';

/** Who has it in each state; nothing where all is done. */
const steps: Readonly<Partial<Record<HazardState, { readonly what: string; readonly who: string; readonly clock: HazardClock }>>> = {
  found: { what: '去看一看，定怎么整改', who: '警务室', clock: 'look' },
  advised: { what: '整改', who: '责任人', clock: 'rectify' },
  ordered: { what: '整改', who: '责任人', clock: 'rectify' },
  rectifying: { what: '把剩下的整改好', who: '责任人', clock: 'rectify' },
  recheck: { what: '换一个人去复查', who: '警务室', clock: 'recheck' },
};

interface Running {
  readonly state: HazardState;
  readonly facts: HazardFacts;
  readonly clocks: readonly Clock<HazardClock>[];
}

export function nextStepOf({ state, clocks }: Pick<Running, 'state' | 'clocks'>, now: number): NextStep | undefined {
  const step = steps[state];
  if (!step) return undefined;
  const dueAt = dueOf(clocks, step.clock);
  return { what: step.what, who: step.who, ...(dueAt !== undefined && { dueAt }), isOverdue: dueAt !== undefined && now > dueAt };
}

/** Said first on the page: `说好今天 18:00前复查，没做到，已告诉所领导。` */
export function brokenPromiseOf(clocks: readonly Clock<HazardClock>[], now: number): string | undefined {
  const broken = clocks.find(({ dueAt }) => now > dueAt);
  return broken && wordsOf(broken, spokenDay(lastMoment(broken), now), spokenTime(broken.dueAt, now));
}

/** The same for one clock, by its date, since the timeline keeps it. */
export function brokenLineOf(clock: Clock<HazardClock>): string {
  const last = lastMoment(clock);
  return wordsOf(clock, `${monthAndDay(last)} ${weekdayName(last)}`, dateAndTime(clock.dueAt));
}

/** A rectification is promised by a day, which ends at midnight. */
function lastMoment({ dueAt }: Clock<HazardClock>): number {
  return dueAt - 1;
}

function wordsOf({ name }: Clock<HazardClock>, day: string, time: string): string {
  if (name === 'rectify') return `要求${day}整改好，没做到，已告诉所领导。`;
  return `说好${time}前${name === 'look' ? '去看' : '复查'}，没做到，已告诉所领导。`;
}
