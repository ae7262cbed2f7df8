/** 托管 childcare as two kinds of case: a child's record, and a visit. */
import compact from 'lodash/compact';
import uniq from 'lodash/uniq';
import { nextDueAt } from '../../miniprogram/domain/case/clock';
import { childClocks, childTransitions } from '../../miniprogram/domain/childcare/child-transitions';
import type { ChildCase, VisitCase, VisitFacts } from '../../miniprogram/domain/childcare/facts';
import { messagesAfter, remindersAt, type Audience, type Told } from '../../miniprogram/domain/childcare/messages';
import { childRelations, visitRelations } from '../../miniprogram/domain/childcare/relations';
import { openStates, visitClocks, visitTransitions } from '../../miniprogram/domain/childcare/transitions';
import type { ChildKeys, VisitKeys } from '../_kit/case-keys';
import type { CaseKind, Letter } from '../_kit/case-engine';
import { collections, type CaseDocument, type Roster } from '../_kit/collections';
import { orderKey } from '../_kit/database';
import { inOfficeOver, rosterIn } from '../_kit/staff';
import type { Transaction } from '../_kit/transaction';

/** The year 9999: what nobody waits for sorts last. */
const NEVER = 253_402_300_799_000;
const offices: readonly Audience[] = ['carer', 'officer', 'leader'];

export const children: CaseKind<ChildCase, ChildKeys> = {
  name: 'child',
  collection: collections.children,
  transitions: childTransitions,
  clocks: childClocks,
  // staff come to a child by one of its visits alone: see `childOf`
  relations: (person, { facts }) => childRelations(person, facts, []),
  keys: ({ _id, facts, clocks, openedAt }) => ({
    people: uniq(compact(facts.guardians.map(({ id }) => id))),
    joinedKey: orderKey(openedAt, _id),
    tickKey: orderKey(nextDueAt(clocks, childClocks) ?? NEVER, _id),
  }),
  letters: () => Promise.resolve([]),
  reminders: () => Promise.resolve([]),
};

export const visits: CaseKind<VisitCase, VisitKeys> = {
  name: 'visit',
  collection: collections.visits,
  transitions: visitTransitions,
  clocks: visitClocks,
  relations: (person, { facts }) => visitRelations(person, facts),
  keys: ({ _id, state, facts, clocks }) => ({
    people: facts.guardians,
    childId: facts.childId,
    postId: facts.postId,
    isOpen: (openStates as readonly string[]).includes(state),
    stands: state,
    startKey: orderKey(facts.startAt, _id),
    tickKey: orderKey(nextDueAt(clocks, visitClocks) ?? NEVER, _id),
  }),
  letters: (db, move, visit, now) => addressed(db, messagesAfter(move, visit.facts, now), visit, now),
  reminders: (db, due, visit, now) => addressed(db, remindersAt(due, visit.facts), visit, now),
};

/** Turns audiences into people. The roster is read only when somebody in office is to be told. */
async function addressed(db: Transaction, told: readonly Told[], { _id, facts }: CaseDocument<VisitCase>, now: number): Promise<Letter[]> {
  const needsRoster = told.some(({ to }) => to.some((audience) => offices.includes(audience)));
  const roster = needsRoster ? await rosterIn(db, facts.path) : undefined;
  const page = `/features/childcare/visit/visit?id=${_id}`;
  return told.flatMap(({ to, sentence }) => uniq(to.flatMap((audience) => idsOf(audience, facts, roster, now))).map((id) => ({ to: id, sentence, page })));
}

function idsOf(audience: Audience, { guardians, path }: VisitFacts, roster: Roster | undefined, now: number): readonly string[] {
  if (audience === 'guardians') return guardians;
  return roster ? inOfficeOver(roster, audience, path, now).map(({ id }) => id) : [];
}
