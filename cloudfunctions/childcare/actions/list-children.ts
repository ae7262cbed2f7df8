import * as v from 'valibot';
import { query } from '../../_kit/action';
import { ownVisits } from '../../_kit/care-cards';
import { indexes } from '../../_kit/collections';
import { find } from '../../_kit/database';
import { anyone } from '../../_kit/policy';
import { childView } from '../children';

const MOST_CHILDREN = 10;

/** The own children, what is booked for them, and what today came to. */
export const listChildren = query('childcare.children', {
  input: v.object({}),
  allow: anyone,
  async run(context) {
    const { caller, now } = context;
    const [children, visits] = await Promise.all([
      find(indexes.childrenByPerson, { people: caller.id }, { limit: MOST_CHILDREN }),
      ownVisits(caller, now),
    ]);
    const known = children.filter(({ state }) => state === 'known');
    return { children: known.map((child) => childView(context, child, ['guardian'], true)), visits, now };
  },
});
