import * as v from 'valibot';
import type { Compound } from '../../../typings/contract/identity';
import { communityOn } from '../../../miniprogram/domain/identity/territory';
import { query } from '../../_kit/action';
import { indexes, type PlaceDocument } from '../../_kit/collections';
import { find } from '../../_kit/database';
import { anyone } from '../../_kit/policy';
import { mostPlaces } from '../places';

/** 小区 and buildings to choose a home from, those in use. */
export const showTerritory = query('identity.territory', {
  input: v.object({}),
  allow: anyone,
  async run({ caller }) {
    const places = await find(indexes.placesByKind, { kind: ['community', 'compound', 'building'] }, { limit: mostPlaces });
    const inUse = places.filter(({ isRetired }) => !isRetired);
    const communities = inUse.filter(({ kind }) => kind === 'community');
    const own = communities.find(({ _id }) => _id === communityOn(caller.user?.facts.homePath ?? []));
    return {
      community: (own ?? communities[0])?.name ?? '',
      compounds: inUse.filter(({ kind }) => kind === 'compound').map((compound) => compoundView(compound, inUse)),
    };
  },
});

function compoundView({ _id, name, hasProperty = false }: PlaceDocument, places: readonly PlaceDocument[]): Compound {
  const buildings = places.filter(({ kind, parentId }) => kind === 'building' && parentId === _id);
  return { id: _id, name, hasProperty, buildings: buildings.map((building) => ({ id: building._id, name: building.name, gridId: building.gridId ?? '' })) };
}
