import * as v from 'valibot';
import { erasedFacts } from '../../../miniprogram/domain/childcare/child-transitions';
import { preparedCommand, type WriteContext } from '../../_kit/action';
import type { ChildDocument } from '../../_kit/care-documents';
import { handleOf } from '../../_kit/case-engine';
import { collections } from '../../_kit/collections';
import { Refusal } from '../../_kit/errors';
import { id } from '../../_kit/fields';
import { messageOf } from '../../_kit/outbox';
import { children } from '../child-kind';
import { childAfter } from '../children';
import { assertUnlimited, seeingChild } from '../policies';
import { sweepErased } from '../sweep';

/**
 * 个人信息保护法 第47条. The record is empty at once; visits, photos, words and messages follow, and the timer finishes
 * what a crash left. That there was a consent, and who looked, stays three years.
 */
export const eraseChild = preparedCommand('childcare.erase', {
  input: v.object({ id }),
  allow: seeingChild,
  prepare: ({ now }, { id: childId }) => Promise.resolve({ childId, now }),
  async run(context) {
    const { child, childRoles, caller } = context;
    assertUnlimited(child, caller);
    const record = handleOf({ ...children, relations: () => childRoles }, context, child);
    await record.move('erase', { facts: { ...erasedFacts(child.facts), visits: child.facts.visits } });
    // otherwise the limit could be shaken off by an erasure and a new record
    if (child.facts.barred.some(({ liftedAt }) => liftedAt === undefined)) throw new Refusal('FORBIDDEN', { message: '这一步请到警务室来办。' });
    await tellOthers(context, child);
    return childAfter(context, record, ['guardian']);
  },
  afterwards: ({ childId, now }) => sweepErased(childId, now).then(() => undefined),
});

/** Under no case's name, so that it stays when the case's messages go. */
async function tellOthers({ db, caller, now }: WriteContext, { _id, facts }: ChildDocument): Promise<void> {
  const others = facts.guardians.flatMap(({ id: to }) => (to === undefined || to === caller.id ? [] : [to]));
  const messages = others.map((to) => messageOf({ about: `erasure:${_id}`, to, sentence: '另一位监护人删除了孩子的托管资料。', at: now }));
  if (messages.length > 0) await db.create(collections.messages, messages);
}
