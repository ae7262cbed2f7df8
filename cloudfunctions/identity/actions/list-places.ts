import * as v from 'valibot';
import { query } from '../../_kit/action';
import { indexes } from '../../_kit/collections';
import { find } from '../../_kit/database';
import { inOffice } from '../../_kit/policy';
import { mostPlaces, placeView } from '../places';
import { adminScopes } from '../store';

/** The admin's own places and what they hold, with those above them, which say where they are. */
export const listPlaces = query('identity.places', {
  input: v.object({}),
  allow: inOffice('admin'),
  async run({ caller }) {
    const places = await find(indexes.placesByKey, {}, { limit: mostPlaces });
    const scopes = adminScopes(caller.offices);
    const above = new Set(places.filter(({ _id }) => scopes.includes(_id)).flatMap(({ path }) => path));
    return { places: places.filter(({ _id, path }) => above.has(_id) || scopes.some((scope) => path.includes(scope))).map(placeView) };
  },
});
