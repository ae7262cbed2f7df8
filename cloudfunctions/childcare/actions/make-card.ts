import * as v from 'valibot';
import { command } from '../../_kit/action';
import { id } from '../../_kit/fields';
import { cardIndex, childAfter, newCardCode } from '../children';
import { keepingChild } from '../policies';

/** A new card voids the old one; the code is shown this once. */
export const makeCard = command('childcare.card', {
  input: v.object({ id }),
  allow: keepingChild,
  async run(context) {
    const { record, childRoles } = context;
    const code = newCardCode();
    await record.move('makeCard', { facts: { ...record.document.facts, card: cardIndex(code) } });
    return { code, child: childAfter(context, record, childRoles) };
  },
});
