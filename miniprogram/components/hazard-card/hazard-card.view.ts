/** One hazard in a list: words and flags, no rules. */
import type { HazardState, HazardSummary } from '../../../typings/contract/hazard';
import { checklists } from '../../domain/hazard/checklists';
import { plainState, stateLabels } from '../../domain/hazard/labels';
import { isHazardStaff } from '../../domain/hazard/relations';
import { nextStepOf, type NextStepView } from '../next-step/next-step.view';

export interface HazardCard {
  readonly id: string;
  readonly number: string;
  /** `充电 · 桐花苑 3号楼` */
  readonly title: string;
  readonly excerpt: string;
  readonly state: string;
  readonly tone: 'brand' | 'ok' | 'warm' | 'plain';
  readonly hasDanger: boolean;
  readonly next: NextStepView | null;
  readonly page: string;
}

const tones: Readonly<Record<HazardState, HazardCard['tone']>> = {
  found: 'brand',
  advised: 'brand',
  ordered: 'brand',
  rectifying: 'warm',
  recheck: 'warm',
  closed: 'ok',
  escalated: 'plain',
  dismissed: 'plain',
};

/** Staff read where it stands, others what that means for them. */
export function hazardCardOf(hazard: HazardSummary, now: number): HazardCard {
  const { id, number, checklist, place, excerpt, state, relations, hasDanger, next } = hazard;
  return {
    id,
    number,
    title: `${checklists[checklist].name} · ${place}`,
    excerpt,
    state: isHazardStaff(relations) || relations.includes('responsible') ? stateLabels[state] : plainState(state),
    tone: tones[state],
    hasDanger,
    next: next ? nextStepOf(relations.includes('responsible') && next.who === '责任人' ? { ...next, who: '您' } : next, now) : null,
    page: hazardPage(id),
  };
}

/** The story of one hazard. */
export function hazardPage(id: string): string {
  return `/features/hazard/story/story?id=${id}`;
}
