/** One dispute in a list: words and flags, no rules. */
import type { Colour, DisputeState, DisputeSummary } from '../../../typings/contract/dispute';
import { categoryNouns, stateLabelOf } from '../../domain/dispute/labels';
import { nextStepOf, type NextStepView } from '../next-step/next-step.view';

/** How a state feels: under way, well ended, waiting for somebody, or ended some other way. */
export type Tone = 'brand' | 'ok' | 'warm' | 'plain';

export interface DisputeCard {
  readonly id: string;
  readonly number: string;
  /** `噪音 · 桐花苑 3号楼` */
  readonly title: string;
  readonly excerpt: string;
  readonly state: string;
  readonly tone: Tone;
  readonly colour: Colour | '';
  readonly hasDanger: boolean;
  readonly next: NextStepView | null;
  /** Where a tap leads. */
  readonly page: string;
}

/** Pages that staff do their own work on, apart from the steps of one dispute. */
const deskPages: ReadonlySet<string> = new Set(['settle', 'together']);

/** Where something is done about one dispute: `settle` is 当场说和. */
export function disputePage(name: string, id: string): string {
  return `/features/${deskPages.has(name) ? 'desk' : 'dispute'}/${name}/${name}?id=${id}`;
}

export const stateTones: Readonly<Record<DisputeState, Tone>> = {
  lead: 'warm',
  dismissed: 'plain',
  submitted: 'brand',
  triaged: 'brand',
  transferred: 'brand',
  declined: 'plain',
  inviting: 'brand',
  refused: 'plain',
  accepted: 'warm',
  assigned: 'brand',
  scheduled: 'brand',
  mediating: 'brand',
  agreed: 'ok',
  performing: 'ok',
  following: 'ok',
  closed: 'ok',
  failed: 'plain',
  withdrawn: 'plain',
  duplicate: 'plain',
  settledOnSpot: 'ok',
};

/** A list as it is read: whoever may be in danger comes first, also where nothing has a date. */
export function dangerFirst(disputes: readonly DisputeSummary[]): DisputeSummary[] {
  const isCalm = ({ hasDanger, next }: DisputeSummary) => Number(!hasDanger || !next);
  return [...disputes].sort((a, b) => isCalm(a) - isCalm(b));
}

export function disputeCardOf(dispute: DisputeSummary, now: number): DisputeCard {
  const { id, number, category, place, excerpt, state, colour, hasDanger, next, relations, unit } = dispute;
  const isAsked = state === 'inviting' && relations.includes('respondent'); // 对方 is the reader
  return {
    id,
    number,
    title: `${categoryNouns[category]} · ${place}`,
    excerpt,
    state: isAsked ? '请您来谈' : stateLabelOf(state, relations.includes('receiver') && unit !== undefined ? '您单位' : unit),
    tone: state === 'closed' && unit !== undefined ? 'brand' : stateTones[state], // it goes on there
    colour: colour ?? '',
    hasDanger,
    next: next ? nextStepOf(next.who === '接手单位' && unit !== undefined ? { ...next, who: unit } : next, now, state === 'scheduled') : null,
    page: pageOf(dispute),
  };
}

/** Where somebody goes on with it: 分流台 for who may grade what nobody has graded, 事情进展 for all others. */
function pageOf({ id, state, moves }: DisputeSummary): string {
  return state === 'submitted' && moves.includes('triage') ? `/features/dispute/triage/triage?id=${id}` : storyPage(id);
}

/** 事情进展 of one dispute. */
export function storyPage(id: string): string {
  return `/features/dispute/story/story?id=${id}`;
}
