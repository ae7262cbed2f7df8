/** 托管 childcare: a child's record as a kind of case. */
import compact from 'lodash/compact';
import uniq from 'lodash/uniq';
import { childGoneAt, childTransitions } from '../../miniprogram/domain/childcare/child-transitions';
import type { ChildCase } from '../../miniprogram/domain/childcare/facts';
import { childRelations } from '../../miniprogram/domain/childcare/relations';
import type { ChildKeys } from '../_kit/case-keys';
import { handleOf, type CaseKind, type Mover } from '../_kit/case-engine';
import { collections } from '../_kit/collections';
import { NEVER, orderKey } from '../_kit/database';

export const children: CaseKind<ChildCase, ChildKeys> = {
  name: 'child',
  collection: collections.children,
  transitions: childTransitions,
  clocks: {},
  // staff come to a child by one of its visits alone: see `childOf`
  relations: (person, { facts }) => childRelations(person, facts, []),
  keys: ({ _id, state, facts, openedAt, changedAt }) => ({
    people: uniq(compact(facts.guardians.map(({ id }) => id))),
    walkInPhone: facts.walkInPhone ?? '',
    joinedKey: orderKey(openedAt, _id),
    goneKey: orderKey(childGoneAt({ state, facts, changedAt }) ?? NEVER, _id),
  }),
  letters: () => Promise.resolve([]),
  reminders: () => Promise.resolve([]),
};

/** The visit is over: the child is free for another. */
export async function forgetVisit(mover: Mover, childId: string, visitId: string): Promise<void> {
  const child = await mover.db.get(collections.children, childId);
  if (!child?.facts.visits.some(({ id }) => id === visitId)) return;
  const record = handleOf(children, mover, child);
  await record.moveBySystem('visitClosed', { facts: { ...child.facts, visits: child.facts.visits.filter(({ id }) => id !== visitId) } });
}
