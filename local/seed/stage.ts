/** Where the demo's stories are told: the clock goes from step to step, and the timers fire on the way. */
import { indexes } from '../../cloudfunctions/_kit/collections';
import { MINUTE } from '../../miniprogram/domain/time/format';
import type { Cloud } from '../cloud';
import type { Actor } from './actor';
import type { Calendar } from './moment';
import type { People } from './people';
import type { Territory } from './territory';

export interface Stage {
  readonly calendar: Calendar;
  /** Somebody by the key of people.ts. */
  readonly as: (key: string) => Actor;
  /** The id of a building such as `桐花苑 3号楼`. */
  readonly at: (building: string) => string;
}

/** One thing that happens to a dispute. The first of a story opens it and gives its id. */
export interface Step {
  readonly at: number;
  readonly happens: (stage: Stage, id: string) => Promise<{ readonly id: string } | undefined>;
}

export type Story = readonly Step[];

export function stageOf(calendar: Calendar, people: People, territory: Territory): Stage {
  const known = <T>(all: ReadonlyMap<string, T>, key: string): T => {
    const found = all.get(key);
    if (found === undefined) throw new Error(`the demo has no ${key}`);
    return found;
  };
  return { calendar, as: (key) => known(people, key), at: (building) => known(territory, building) };
}

/** Tells all stories side by side, each step at its time. */
export async function tell(cloud: Cloud, stage: Stage, stories: readonly Story[]): Promise<void> {
  const ids = new Map<Story, string>();
  const steps = stories.flatMap((story) => story.map((step) => ({ story, step })));
  steps.sort((a, b) => a.step.at - b.step.at);
  for (const { story, step } of steps) {
    await goOnTo(cloud, step.at);
    const opened = await step.happens(stage, ids.get(story) ?? '');
    if (opened) ids.set(story, opened.id);
  }
}

/** Moves the clock on, and fires the clocks of cases in the minute in which each is due. */
export async function goOnTo(cloud: Cloud, to: number): Promise<void> {
  let fired = 0;
  for (let due = nextTick(cloud); due <= to; due = nextTick(cloud)) {
    if (due === fired) throw new Error('a clock of the demo stays due after it was fired');
    fired = due;
    moveOn(cloud, Math.ceil(due / MINUTE) * MINUTE);
    for (const feature of ['dispute', 'hazard', 'childcare']) await fireTimers(cloud, feature);
  }
  moveOn(cloud, to);
}

/** When the next clock of any case wants attention. */
function nextTick(cloud: Cloud): number {
  const ticks = [indexes.disputesToTick, indexes.hazardsToTick, indexes.visitsToTick].map(({ orderBy, collection }) => {
    const [first] = cloud.database.find(collection.name, {}, { order: { [orderBy]: 1 }, limit: 1 }).documents;
    return first ? Number.parseInt(String(first[orderBy]), 10) : Infinity;
  });
  return Math.min(...ticks);
}

/** Fires the timers; a clock that cannot be fired would leave a demo that tells wrong times. */
export async function fireTimers(cloud: Cloud, name?: string): Promise<void> {
  const failed = (await cloud.timers.runAll(name)).find(({ ok }) => !ok);
  if (failed) throw new Error(`the timer of ${failed.function}: ${failed.error ?? ''}`);
}

/** Never back: what has happened has happened. */
function moveOn(cloud: Cloud, to: number): void {
  if (to > cloud.clock.now()) cloud.clock.moveTo(to);
}
