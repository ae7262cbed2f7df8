/** Where people live and who is responsible: station → street → community → 警格 → grid; a 小区 lies in a community. */
import type { PlaceKind } from '../../../typings/contract/identity';

/** What each kind of place lies in. A building also belongs to a grid. */
export const parentKinds: Readonly<Record<PlaceKind, PlaceKind | undefined>> = {
  station: undefined,
  street: 'station',
  community: 'street',
  policeGrid: 'community',
  grid: 'policeGrid',
  compound: 'community',
  building: 'compound',
};

/** Kinds of place whose telephone people are given. */
export const placesWithPhone: readonly PlaceKind[] = ['station', 'community', 'policeGrid'];

/** The community on a path: station, street, community. */
export function communityOn(path: readonly string[]): string | undefined {
  return path[2];
}
