/** The places over which a role can be held. */
import type { GrantedRole, Place, PlaceKind } from '../../../../../typings/contract/identity';
import type { Chip } from '../../../../components/filter-chips/filter-chips.view';

/** The smallest place comes first: nobody gets more than the work needs. */
const kinds: Readonly<Record<GrantedRole, readonly PlaceKind[]>> = {
  volunteer: ['grid', 'community'],
  gridWorker: ['grid'],
  mediator: ['community', 'station'],
  auxiliary: ['policeGrid', 'community', 'station'],
  officer: ['policeGrid', 'community', 'station'],
  leader: ['station'],
  carer: ['community'],
  partner: ['community'],
  admin: ['station'],
};

export function scopesOf(places: readonly Place[], role: GrantedRole): Chip[] {
  return kinds[role].flatMap((kind) =>
    places.filter((place) => place.kind === kind && !place.isRetired).map(({ id, name }) => ({ value: id, label: name })),
  );
}
