/** 隐患 hazards: what a person is to one, by name or by office. */
import type { HazardRole } from '../../../typings/contract/hazard';
import type { GrantedRole } from '../../../typings/contract/identity';
import { holds, type Standing } from '../dispute/relations';
import type { HazardFacts } from './facts';

/** Offices that see the hazards of their place. A volunteer sees those he found, or saw with somebody. */
const byOffice = ['officer', 'auxiliary', 'leader', 'gridWorker'] as const;
/** Offices that recheck: who was there counts only for these. */
export const recheckOffices = ['officer', 'auxiliary', 'gridWorker'] as const satisfies readonly GrantedRole[];
/** Those who may name somebody that was there too. */
export const patrolOffices = ['officer', 'auxiliary', 'gridWorker', 'volunteer'] as const satisfies readonly GrantedRole[];

/** Who has to put it right handles nothing else of it, whatever office he holds. */
export function hazardRelations(person: Standing, facts: HazardFacts): HazardRole[] {
  const { finder, companion, responsible, place } = facts;
  if (responsible?.id === person.id) return ['responsible'];
  const relations: HazardRole[] = byOffice.filter((role) => holds(person, role, place.path));
  const isFinder = finder.id === person.id;
  const isCompanion = companion?.id === person.id;
  if ((isFinder || isCompanion) && holds(person, 'volunteer', place.path)) relations.push('volunteer');
  // Somebody went along because of an office: without one, it is no longer theirs to follow.
  if (isCompanion && relations.length > 0) relations.unshift('companion');
  if (isFinder) relations.unshift('finder');
  if (mayRecheck(person, facts)) relations.push('rechecker');
  return relations;
}

function mayRecheck(person: Standing, facts: HazardFacts): boolean {
  return !hadAHand(person.id, facts) && recheckOffices.some((role) => holds(person, role, facts.place.path));
}

/** Another pair of eyes rechecks: not who found it, was there, told them, put it right, or wrote that down. */
export function hadAHand(personId: string, { finder, companion, responsible, toldBy, recordedBy }: HazardFacts): boolean {
  return [finder.id, companion?.id, responsible?.id, ...toldBy, ...recordedBy].includes(personId);
}

/** Those who work on it, as opposed to those who told of it or have to put it right. */
export function isHazardStaff(relations: readonly HazardRole[]): boolean {
  return relations.some((relation) => (byOffice as readonly HazardRole[]).includes(relation));
}
