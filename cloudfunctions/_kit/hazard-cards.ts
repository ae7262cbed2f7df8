/** A hazard on one card, as one reader may see it. Two functions show it: the own lists, and everybody's home. */
import type { HazardDesk, HazardPage, HazardState, HazardSummary } from '../../typings/contract/hazard';
import { movesOpenTo } from '../../miniprogram/domain/case/transition';
import type { Standing } from '../../miniprogram/domain/dispute/relations';
import { itemOf } from '../../miniprogram/domain/hazard/checklists';
import type { HazardCase } from '../../miniprogram/domain/hazard/facts';
import { mayEscalate } from '../../miniprogram/domain/hazard/guards';
import { nextStepOf } from '../../miniprogram/domain/hazard/next';
import { pageSize } from '../../miniprogram/domain/hazard/policy';
import { hazardRelations } from '../../miniprogram/domain/hazard/relations';
import { hazardTransitions } from '../../miniprogram/domain/hazard/transitions';
import type { CaseDocument, HazardDocument } from './collections';

/** Where a hazard lies on the staff's table. */
const desks: Readonly<Record<HazardState, HazardDesk>> = {
  found: 'fresh',
  advised: 'active',
  ordered: 'active',
  rectifying: 'active',
  recheck: 'recheck',
  closed: 'done',
  escalated: 'done',
  dismissed: 'done',
};

export function hazardDeskOf(state: HazardState): HazardDesk {
  return desks[state];
}

/** What a person who is something to the hazard is shown of it: field by field, never the document. */
export function hazardSummaryOf(person: Standing, hazard: CaseDocument<HazardCase>, now: number): HazardSummary {
  const { _id, version, state, facts, openedAt } = hazard;
  const { number, checklist, items, place, isDangerNow } = facts;
  const relations = hazardRelations(person, facts);
  const next = nextStepOf(hazard, now);
  const isTooEarly = mayEscalate(facts, now) !== undefined;
  return {
    id: _id,
    number,
    version,
    state,
    checklist,
    place: place.door === undefined ? place.text : `${place.text} ${place.door}`,
    excerpt: items.map(({ key }) => itemOf(checklist, key)?.what ?? '').join('；'),
    hasDanger: isDangerNow,
    openedAt,
    ...(next && { next }),
    relations,
    moves: movesOpenTo(hazardTransitions, { state, roles: relations }).filter((move) => move !== 'escalate' || !isTooEarly),
  };
}

/** Cards for a list: a hazard to which the reader is nothing any more is left out. */
export function hazardSummariesOf(person: Standing, hazards: readonly CaseDocument<HazardCase>[], now: number): HazardSummary[] {
  return hazards.map((hazard) => hazardSummaryOf(person, hazard, now)).filter(({ relations }) => relations.length > 0);
}

/** A page of cards, cut by an order key. */
export function hazardPageOf(reader: Standing, hazards: readonly HazardDocument[], key: 'openedKey' | 'dueKey', now: number): HazardPage {
  const last = hazards.length === pageSize ? hazards[pageSize - 1]?.[key] : undefined;
  return { hazards: hazardSummariesOf(reader, hazards, now), now, ...(last !== undefined && { next: last }) };
}
