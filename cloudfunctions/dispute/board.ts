/** 所里看板: with whom things are stuck, and what the month's sums say. */
import type { DisputeBoard, MonthRates, Rate, StuckWith } from '../../typings/contract/dispute-board';
import type { NextStep } from '../../typings/contract/dispute';
import { noFigures, type CaseCount, type Figures } from '../../miniprogram/domain/dispute/figures';
import { stateLabels } from '../../miniprogram/domain/dispute/labels';
import { staffTitle } from '../../miniprogram/domain/identity/labels';
import { nextStepOf } from '../../miniprogram/domain/dispute/next';
import { HOUR } from '../../miniprogram/domain/time/format';
import type { DisputeDocument } from '../_kit/collections';

/** Of each person as many as are shown; the rest is a number. */
const MOST_SHOWN = 5;
const settledLevels = ['grid', 'policeGrid', 'community', 'street', 'station'] as const;
const states = Object.keys(stateLabels) as (keyof typeof stateLabels)[];

/** Overdue cases, which come oldest first, by who has each now; whoever has most comes first. */
export function stuckWith(overdue: readonly DisputeDocument[], now: number): StuckWith[] {
  const groups = new Map<string, StuckWith>();
  for (const dispute of overdue) {
    const next = nextStepOf(dispute, now, 'staff');
    const who = holderOf(next, dispute);
    const { count, disputes } = groups.get(who) ?? { count: 0, disputes: [] };
    const shown = { id: dispute._id, number: dispute.number, state: dispute.state, place: dispute.facts.place.text, ...(next && { next }) };
    groups.set(who, { who, count: count + 1, disputes: count < MOST_SHOWN ? [...disputes, shown] : disputes });
  }
  return [...groups.values()].sort((a, b) => b.count - a.count);
}

/** `丁调解员`, the unit that it was passed to, else the word for whoever has it. */
function holderOf(next: NextStep | undefined, { facts: { mediator, track, transfer }, state }: DisputeDocument): string {
  if (state === 'transferred' && transfer) return transfer.unit;
  if (next?.who.includes('调解员') === true && mediator) return staffTitle(mediator.name, track === 'security' ? 'officer' : 'mediator');
  return next?.who ?? '民警';
}

/** Each rate with what it is a part of. */
export function ratesOf({ cases }: Figures = noFigures): MonthRates {
  const rate = (part: CaseCount, whole: CaseCount): Rate => ({ part: cases[part] ?? 0, whole: cases[whole] ?? 0 });
  return {
    told: cases.told ?? 0,
    resolved: rate('resolved', 'accepted'),
    onTheSpot: rate('onTheSpot', 'told'),
    replied: rate('replied', 'invited'),
    contested: rate('contested', 'closed'),
  };
}

/** Where it was settled, and how long each state took. */
export function detailsOf({ settledAt, spent, left }: Figures = noFigures): Pick<DisputeBoard, 'settledAt' | 'hours'> {
  return {
    settledAt: settledLevels.flatMap((level) => (settledAt[level] ? [{ level, count: settledAt[level] }] : [])),
    hours: states.flatMap((state) => {
      const count = left[state];
      return count ? [{ state, hours: Math.round(((spent[state] ?? 0) / count / HOUR) * 10) / 10, count }] : [];
    }),
  };
}
