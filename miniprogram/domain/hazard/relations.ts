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
  const relations: HazardRole[] = [];
  if (finder.id === person.id) relations.push('finder');
  if (companion?.id === person.id) relations.push('companion');
  const wasThere = relations.length > 0;
  for (const role of byOffice) if (holds(person, role, place.path)) relations.push(role);
  if (wasThere && holds(person, 'volunteer', place.path)) relations.push('volunteer');
  if (mayRecheck(person, facts)) relations.push('rechecker');
  return relations;
}

/** Another pair of eyes: not who found it, not who was there, not who told them to put it right. */
function mayRecheck(person: Standing, { finder, companion, toldBy, place }: HazardFacts): boolean {
  if (finder.id === person.id || companion?.id === person.id || toldBy.includes(person.id)) return false;
  return recheckOffices.some((role) => holds(person, role, place.path));
}

/** Those who work on it, as opposed to those who told of it or have to put it right. */
export function isHazardStaff(relations: readonly HazardRole[]): boolean {
  return relations.some((relation) => (byOffice as readonly HazardRole[]).includes(relation));
}
