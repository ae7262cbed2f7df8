/** 本楼近30天 2 人说过: a nuisance that others told of too, and nothing of who they are. Pure. */
import type { DisputeCategory } from '../../../../../typings/contract/dispute';
import { similar } from '../../../../domain/dispute/policy';

/** Whether anybody may hear of others at all. */
export function isPublicNuisance(category: DisputeCategory | ''): category is DisputeCategory {
  return (similar.categories as readonly string[]).includes(category);
}

/** Empty when too few told of it to stay unnamed. */
export function similarWords({ people, days }: { people: number; days: number }, isInBuilding: boolean): string {
  return people === 0 ? '' : `${isInBuilding ? '本楼' : '这个小区'}近${days}天 ${people} 人说过`;
}
