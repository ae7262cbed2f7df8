/** 隐患 hazards: what must hold before a move. Each says why not, in a sentence for the person, or nothing. */
import type { Objection } from '../case/transition';
import { DAY, momentOfDay } from '../time/format';
import type { HazardFacts, HazardItem } from './facts';
import { failuresToEscalate, longestDays } from './policy';

type Why = Objection | undefined;

export function hasItems({ items }: HazardFacts): Why {
  return items.length > 0 ? undefined : { message: '请点一下看到了什么。' };
}

export function isSomebodyNamed({ responsible }: HazardFacts): Why {
  return responsible ? undefined : { message: '请先写清楚谁来整改。' };
}

/** An order goes to somebody, and every item has its own day. */
export function isOrderWhole({ responsible, items }: HazardFacts, at: number): Why {
  if (!responsible) return { message: '请写清楚谁来整改。' };
  return areDaysToCome(items, at);
}

export function isAdviceWhole({ responsible, items }: HazardFacts, at: number): Why {
  if (!responsible) return { message: '请写清楚提醒了谁。' };
  return areDaysToCome(items, at);
}

export function isEverythingRectified({ items }: HazardFacts): Why {
  return items.some(({ state }) => state === 'open') ? { message: '还有没整改的。' } : undefined;
}

/** Every item that was put right is judged, and what did not pass has a new day. */
export function isJudged(facts: HazardFacts, at: number): Why {
  if (facts.items.some(({ state }) => state === 'rectified')) return { message: '还有一项没判，逐项点一下。' };
  return areDaysToCome(facts.items.filter(({ state }) => state === 'open'), at);
}

export function hasEverythingPassed({ items }: HazardFacts): Why {
  return items.every(({ state }) => state === 'passed') ? undefined : { message: '还有没过的。' };
}

export function hasSomethingFailed({ items }: HazardFacts): Why {
  return items.some(({ state }) => state === 'open') ? undefined : { message: '都过了。' };
}

/** Only after a second failure, or when an order's day has passed, does it go to somebody else. */
export function mayEscalate({ items, isOrdered }: HazardFacts, at: number): Why {
  const hasFailedTwice = items.some(({ state, failures }) => state !== 'passed' && failures >= failuresToEscalate);
  const isLate = isOrdered && items.some((item) => item.state === 'open' && at >= dueOfItem(item));
  if (hasFailedTwice || isLate) return undefined;
  return { message: '复查两次没过，或者责令的日子过了，才能转出去。' };
}

/** A day is kept until it ends; without a day nothing is due. */
export function dueOfItem({ byDay }: Pick<HazardItem, 'byDay'>): number {
  return byDay === undefined ? Infinity : momentOfDay(byDay) + DAY;
}

/** When the earliest day of what is still open has passed. */
export function nextItemDue({ items }: HazardFacts): number | undefined {
  const due = items.filter(({ state }) => state === 'open').map(dueOfItem).filter(Number.isFinite);
  return due.length > 0 ? Math.min(...due) : undefined;
}

function areDaysToCome(items: readonly HazardItem[], at: number): Why {
  if (items.some(({ byDay }) => byDay === undefined)) return { message: '每一项都要有一个日子。' };
  if (items.some((item) => dueOfItem(item) <= at)) return { message: '日子已经过了，请选今天或以后。' };
  if (items.some((item) => dueOfItem(item) > at + (longestDays + 1) * DAY)) return { message: `最长给${longestDays}天。` };
  return undefined;
}
