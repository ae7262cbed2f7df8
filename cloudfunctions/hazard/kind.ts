/** 隐患 hazards as a kind of case: where they are kept, what they are found by, and who is told what. */
import compact from 'lodash/compact';
import uniq from 'lodash/uniq';
import { nextDueAt } from '../../miniprogram/domain/case/clock';
import { communityOf } from '../../miniprogram/domain/dispute/place';
import type { HazardCase, HazardFacts } from '../../miniprogram/domain/hazard/facts';
import { messagesAfter, remindersAt, type Audience, type Told } from '../../miniprogram/domain/hazard/messages';
import { brokenLineOf, nextStepOf } from '../../miniprogram/domain/hazard/next';
import { hazardRelations } from '../../miniprogram/domain/hazard/relations';
import { hazardClocks, hazardTransitions, openStates } from '../../miniprogram/domain/hazard/transitions';
import type { CaseKind, Letter } from '../_kit/case-engine';
import { collections, type CaseDocument, type HazardKeys, type Roster } from '../_kit/collections';
import { orderKey } from '../_kit/database';
import { hazardDeskOf } from '../_kit/hazard-cards';
import { inOfficeOver, rosterOf } from '../_kit/staff';
import type { Transaction } from '../_kit/transaction';

type Hazard = CaseDocument<HazardCase>;

/** The year 9999: what nobody waits for sorts last. */
const NEVER = 253_402_300_799_000;
const offices: readonly Audience[] = ['officer', 'gridWorker', 'leader'];

export const hazards: CaseKind<HazardCase, HazardKeys> = {
  name: 'hazard',
  collection: collections.hazards,
  transitions: hazardTransitions,
  clocks: hazardClocks,
  relations: (person, { facts }) => hazardRelations(person, facts),
  keys: keysOf,
  letters: (db, move, hazard, now) => addressed(db, messagesAfter(move, hazard.facts), hazard, now),
  reminders: (db, due, hazard, now) => addressed(db, remindersAt(due, hazard.facts), hazard, now),
  broken: ({ clock }) => ({ move: 'remind', words: brokenLineOf(clock) }),
};

function keysOf(hazard: Hazard): HazardKeys {
  const { _id, state, facts, clocks, openedAt } = hazard;
  const { finder, companion, responsible, place } = facts;
  return {
    number: facts.number,
    community: communityOf(place),
    people: uniq(compact([finder.id, companion?.id, responsible?.id])),
    places: place.path,
    desk: hazardDeskOf(state),
    isOpen: (openStates as readonly string[]).includes(state),
    disputeId: facts.disputeId ?? '',
    openedKey: orderKey(openedAt, _id),
    dueKey: orderKey(nextStepOf(hazard, openedAt)?.dueAt ?? NEVER, _id),
    tickKey: orderKey(nextDueAt(clocks, hazardClocks) ?? NEVER, _id),
  };
}

/** Turns audiences into people. The roster is read only when somebody in office is to be told. */
async function addressed(db: Transaction, told: readonly Told[], { _id, facts }: Hazard, now: number): Promise<Letter[]> {
  const needsRoster = told.some(({ to }) => to.some((audience) => offices.includes(audience)));
  const roster = needsRoster ? await rosterOf(db, facts.place.path) : undefined;
  const page = `/features/hazard/story/story?id=${_id}`;
  return told.flatMap(({ to, sentence }) => uniq(to.flatMap((audience) => idsOf(audience, facts, roster, now))).map((id) => ({ to: id, sentence, page })));
}

function idsOf(audience: Audience, { finder, responsible, place }: HazardFacts, roster: Roster | undefined, now: number): string[] {
  switch (audience) {
    case 'finder':
      return finder.id === responsible?.id ? [] : [finder.id];
    case 'responsible':
      return responsible?.id === undefined ? [] : [responsible.id];
    case 'officer':
    case 'gridWorker':
    case 'leader':
      return roster ? inOfficeOver(roster, audience, place.path, now).map(({ id }) => id).filter((id) => id !== responsible?.id) : [];
  }
}
