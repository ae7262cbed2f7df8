/** 托管 childcare: what a person is to a child and to a visit, by name or by office. */
import type { ChildRole, VisitRole } from '../../../typings/contract/childcare-words';
import { holds, type Standing } from '../dispute/relations';
import type { ChildFacts, VisitFacts } from './facts';

export const byOffice = ['carer', 'officer', 'auxiliary', 'leader'] as const;

/** A parent who is a carer too is a guardian of the own child, and nothing else: nobody hands over to himself. */
export function visitRelations(person: Standing, { guardians, path, claim }: VisitFacts): VisitRole[] {
  if (guardians.includes(person.id)) return ['guardian'];
  const roles: VisitRole[] = byOffice.filter((role) => holds(person, role, path));
  const mayReview = (roles.includes('officer') || roles.includes('leader')) && claim?.by !== person.id;
  return mayReview ? [...roles, 'claimReviewer'] : roles;
}

/** Staff are something to a child only while a visit leads them there: `paths` are those of its visits that are not over. */
export function childRelations(person: Standing, { guardians }: ChildFacts, paths: readonly (readonly string[])[]): ChildRole[] {
  if (guardians.some(({ id }) => id === person.id)) return ['guardian'];
  return byOffice.filter((role) => paths.some((path) => holds(person, role, path)));
}
