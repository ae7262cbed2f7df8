/** 约定: new clauses from templates, and how their days read. Pure. */
import type { ClauseInput, DisputeCategory, PartyView, Side } from '../../../../../typings/contract/dispute';
import { templates, type ClauseTemplate } from '../../../../domain/dispute/clause-templates';
import { sideLabels } from '../../../../domain/dispute/labels';
import { DAY, dayKey } from '../../../../domain/time/format';

/** An empty clause of the respondent, a week from now. */
export function newClause(now: number): ClauseInput {
  return clauseFrom({ side: 'respondent', what: '', proof: '', days: 7 }, now);
}

export function clauseFrom({ side, what, proof, days }: ClauseTemplate, now: number): ClauseInput {
  return { side, what, proof, byDay: dayKey(now + days * DAY) };
}

/** What a sheet offers: the promise, who would make it, how it shows. */
export function templateRows(category: DisputeCategory, parties: readonly PartyView[]) {
  return templates[category].map(({ what, side, proof }, position) => ({ position, what, note: `${nameOf(parties, side)} · ${proof}` }));
}

/** The clauses with one of them a place further up. */
export function movedUp(clauses: readonly ClauseInput[], index: number): ClauseInput[] {
  const [above, clause] = [clauses[index - 1], clauses[index]];
  if (!above || !clause) return [...clauses];
  return clauses.map((each, position) => (position === index - 1 ? clause : position === index ? above : each));
}

function nameOf(parties: readonly PartyView[], side: Side): string {
  return parties.find((party) => party.side === side)?.name ?? sideLabels[side];
}
