/** 托管 childcare: 接下来 — what happens next, by whom, by when. */
import type { NextStep } from '../../../typings/contract/dispute';
import type { VisitState } from '../../../typings/contract/childcare-words';
import type { VisitFacts } from './facts';

type What = (facts: VisitFacts) => { readonly what: string; readonly who: string; readonly dueAt?: number };

const steps: Readonly<Partial<Record<VisitState, What>>> = {
  booked: ({ startAt }) => ({ what: '放学到警务室', who: '孩子', dueAt: startAt }),
  waitlisted: () => ({ what: '有位了马上告诉您', who: '警务室' }),
  offered: ({ offeredUntil = 0 }) => ({ what: '点一下确认', who: '您', dueAt: offeredUntil }),
  expected: ({ startAt }) => ({ what: '到警务室', who: '孩子', dueAt: startAt }),
  fetching: ({ fetch: errand }) => ({ what: errand?.officer === undefined ? '派人去接' : '到学校接孩子', who: errand?.officer ?? '民警' }),
  checkedIn: ({ endAt }) => ({ what: '来接孩子', who: '您', dueAt: endAt }),
  pickupPending: () => ({ what: '核对后交接', who: '托管员' }),
  releaseRefused: () => ({ what: '核对清楚再交接', who: '民警' }),
  releaseClaimed: () => ({ what: '核实断网时的交接', who: '民警' }),
  noShow: () => ({ what: '联系家长和学校', who: '警务室' }),
  incident: () => ({ what: '查清楚孩子在哪里', who: '民警' }),
};

export function nextStepOf({ state, facts }: { readonly state: VisitState; readonly facts: VisitFacts }, now: number): NextStep | undefined {
  const step = steps[state]?.(facts);
  if (!step) return undefined;
  const { what, who, dueAt } = step;
  return { what, who, ...(dueAt !== undefined && { dueAt }), isOverdue: dueAt !== undefined && now > dueAt };
}
