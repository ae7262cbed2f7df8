/** Where a dispute lies. */
import type { DisputePlace } from './facts';

/** Station, street, community: the third place of a path. */
export function communityOf({ path }: Pick<DisputePlace, 'path'>): string {
  return path[2] ?? '';
}
