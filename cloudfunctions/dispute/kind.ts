/** 纠纷 disputes as a kind of case: where they are kept, what they are found by, and who is told what. */
import compact from 'lodash/compact';
import uniq from 'lodash/uniq';
import uniqBy from 'lodash/uniqBy';
import { nextDueAt } from '../../miniprogram/domain/case/clock';
import type { DisputeCase, DisputeFacts } from '../../miniprogram/domain/dispute/facts';
import { hasDanger } from '../../miniprogram/domain/dispute/grading';
import { messagesAfter, remindersAt, type Audience, type Told } from '../../miniprogram/domain/dispute/messages';
import { brokenLineOf, nextStepOf } from '../../miniprogram/domain/dispute/next';
import { communityOf } from '../../miniprogram/domain/dispute/place';
import { disputeRelations } from '../../miniprogram/domain/dispute/relations';
import { disputeClocks, disputeTransitions, openStates } from '../../miniprogram/domain/dispute/transitions';
import type { CaseKind, Letter } from '../_kit/case-engine';
import { collections, type CaseDocument, type DisputeKeys, type Roster } from '../_kit/collections';
import { orderKey } from '../_kit/database';
import { deskOf } from '../_kit/dispute-cards';
import { inOfficeOver, rosterOf } from '../_kit/staff';
import type { Transaction } from '../_kit/transaction';
import { askersOf } from './askers';
import { callsAfter, callsAtReminder, storyPage, withRings } from './calls';
import { releaseSession } from './sessions';
import { whoMoved } from './who-moved';

export type Dispute = CaseDocument<DisputeCase>;

/** The year 9999: what nobody waits for sorts last. */
const NEVER = 253_402_300_799_000;
const offices: readonly Audience[] = ['officer', 'leader', 'asker'];

export const disputes: CaseKind<DisputeCase, DisputeKeys> = {
  name: 'dispute',
  collection: collections.disputes,
  transitions: disputeTransitions,
  clocks: disputeClocks,
  relations: (person, { facts }) => disputeRelations(person, facts),
  keys: keysOf,
  async letters(db, move, dispute, now) {
    const told = messagesAfter(move, dispute.facts, dispute.state);
    return [...withRings(move, await addressed(db, told, dispute, now), dispute), ...callsAfter(move, told, dispute)];
  },
  async reminders(db, due, dispute, now) {
    const told = remindersAt(due, dispute.facts);
    return [...(await addressed(db, told, dispute, now)), ...callsAtReminder(due, told, dispute)];
  },
  whoMoved,
  async release(db, before, after) {
    if (meets(before) && !meets(after) && !isHourUsed(before, after.changedAt)) await releaseSession(db, before.facts);
  },
  broken({ clock }) {
    const words = brokenLineOf(clock);
    return words === undefined ? undefined : { move: 'remind', words };
  },
};

function meets({ state }: Dispute): boolean {
  return state === 'scheduled' || state === 'mediating';
}

function isHourUsed({ state, facts }: Dispute, now: number): boolean {
  return state === 'mediating' && facts.session !== undefined && facts.session.startAt <= now;
}

function keysOf(dispute: Dispute): DisputeKeys {
  const { _id, state, facts, clocks, openedAt, changedAt } = dispute;
  const { place, applicant, respondent, agentId } = facts;
  const dueAt = nextStepOf(dispute, openedAt, 'staff')?.dueAt ?? NEVER;
  const isOwed = clocks.some(({ name }) => name === 'caseDays'); // police must still decide (程序规定 第185条)
  return {
    number: facts.number,
    community: communityOf(place),
    building: place.buildingId,
    category: facts.category,
    people: uniq(compact([applicant.id, respondent?.id, agentId, facts.transfer?.personId, ...(facts.panel?.members ?? []).map(({ personId }) => personId)])),
    places: place.path,
    mediator: facts.mediator?.id ?? '',
    desk: isOwed && deskOf(state) === 'done' ? 'active' : deskOf(state),
    colour: facts.colour ?? 'none',
    isOpen: isOwed || (openStates as readonly string[]).includes(state),
    openedKey: orderKey(openedAt, _id),
    dueKey: orderKey(dueAt, _id),
    urgentKey: orderKey(hasDanger(facts.danger) ? 0 : dueAt, _id),
    tickKey: orderKey(nextDueAt(clocks, disputeClocks) ?? NEVER, _id),
    changedKey: orderKey(changedAt, _id),
  };
}

/** Turns audiences into people. The roster is read only when somebody in office is to be told. */
async function addressed(db: Transaction, told: readonly Told[], { _id, facts }: Dispute, now: number): Promise<Letter[]> {
  const needsRoster = told.some(({ to }) => to.some((audience) => offices.includes(audience)));
  const roster = needsRoster ? await rosterOf(db, facts.place.path) : undefined;
  const letter = (id: string, audience: Audience, sentence: string): Letter => {
    if (facts.isLead && audience === 'leader') return { to: id, sentence }; // that it waits, and no more: officers alone see a lead
    return { to: id, sentence, page: storyPage(ownCaseOf(id, facts) ?? _id) };
  };
  return told.flatMap(({ to, sentence }) => uniqBy(to.flatMap((audience) => idsOf(audience, facts, roster, now).map((id) => letter(id, audience, sentence))), 'to'));
}

/** Who told of the same thing may not open this one: the way leads to the own telling. */
function ownCaseOf(personId: string, { links = [] }: DisputeFacts): string | undefined {
  return links.find(({ how, people = [] }) => how === 'from' && people.includes(personId))?.id;
}

function idsOf(audience: Audience, facts: DisputeFacts, roster: Roster | undefined, now: number): string[] {
  const { applicant, respondent, agentId, mediator, place, panel, transfer, links, released } = facts;
  switch (audience) {
    case 'applicant':
      return only(applicant.id);
    case 'respondent':
      return only(respondent?.id);
    case 'agent':
      return only(agentId);
    case 'mediator':
      return only(mediator?.id);
    case 'panel':
      return (panel?.members ?? []).flatMap(({ personId, leftAt }) => (leftAt === undefined ? only(personId) : []));
    case 'receiver':
      return only(transfer?.personId);
    case 'merged':
      return (links ?? []).flatMap(({ how, people = [] }) => (how === 'from' ? people : []));
    case 'released':
      return only(released);
    case 'asker':
      return roster ? askersOf(roster, facts, now).map(({ id }) => id) : [];
    case 'officer':
    case 'leader':
      return roster ? inOfficeOver(roster, audience, place.path, now).map(({ id }) => id) : [];
  }
}

function only(id: string | undefined): string[] {
  return id === undefined ? [] : [id];
}
