import * as v from 'valibot';
import { hasConsent } from '../../../miniprogram/domain/childcare/guards';
import { command } from '../../_kit/action';
import { collections } from '../../_kit/collections';
import { Refusal } from '../../_kit/errors';
import { id } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { assertUnlimited } from '../policies';
import { visitAfter } from '../store';
import { visits } from '../visit-kind';

/** In time: the seat is the child's. */
export const takeOffer = command('childcare.take', {
  input: v.object({ id }),
  allow: involvedIn(visits),
  async run(context) {
    const { theCase, db, caller } = context;
    await theCase.move('take');
    const child = await db.get(collections.children, theCase.document.facts.childId);
    if (!child || !hasConsent(child.facts)) throw new Refusal('REFUSED', { message: '请先看过说明并同意，再约。', basis: '个人信息保护法 第31条' });
    assertUnlimited(child, caller);
    return visitAfter(context, theCase);
  },
});
