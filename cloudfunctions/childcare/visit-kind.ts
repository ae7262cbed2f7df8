/** 托管 childcare a visit as a kind of case, and what it lets go of when it moves. */
import isEqual from 'lodash/isEqual';
import uniq from 'lodash/uniq';
import { nextDueAt } from '../../miniprogram/domain/case/clock';
import type { VisitCase, VisitFacts } from '../../miniprogram/domain/childcare/facts';
import { messagesAfter, remindersAt, type Audience, type Told } from '../../miniprogram/domain/childcare/messages';
import { visitRelations } from '../../miniprogram/domain/childcare/relations';
import { minutes, offerMinutes, retention } from '../../miniprogram/domain/childcare/policy';
import { openStates, presentStates, visitClocks, visitTransitions } from '../../miniprogram/domain/childcare/transitions';
import { DAY } from '../../miniprogram/domain/time/format';
import type { VisitKeys } from '../_kit/case-keys';
import { handleOf, SYSTEM, type CaseKind, type Letter, type Mover } from '../_kit/case-engine';
import { collections, type CaseDocument, type Roster } from '../_kit/collections';
import { NEVER, orderKey } from '../_kit/database';
import { inOfficeOver, rosterOf } from '../_kit/staff';
import type { Transaction } from '../_kit/transaction';
import { forgetVisit } from './child-kind';
import { letGo } from './rosters';
import { belonging, changeSlot, offering, passing, seating, without, type Amendment } from './slots';

const offices: readonly Audience[] = ['carer', 'officer', 'leader'];

export const visits: CaseKind<VisitCase, VisitKeys> = {
  name: 'visit',
  collection: collections.visits,
  transitions: visitTransitions,
  clocks: visitClocks,
  relations: (person, { facts }) => visitRelations(person, facts),
  keys: ({ _id, state, facts, clocks, changedAt }) => ({
    people: facts.guardians,
    childId: facts.childId,
    postId: facts.postId,
    isOpen: (openStates as readonly string[]).includes(state),
    stands: state,
    startKey: orderKey(facts.startAt, _id),
    tickKey: orderKey(nextDueAt(clocks, visitClocks) ?? NEVER, _id),
    goneKey: orderKey(isOpen({ state }) ? NEVER : (facts.endedAt ?? changedAt) + retention.visitDays * DAY, _id),
  }),
  letters: (db, move, visit, now) => addressed(db, messagesAfter(move, visit.facts, now), visit, now),
  reminders: (db, due, visit, now) => addressed(db, remindersAt(due, visit.facts), visit, now),
  async release(db, before, after, mover) {
    await changeQueue(mover, before, after);
    if (isPresent(before) && !isPresent(after)) {
      await letGo(db, after.facts.postId, after._id);
      await db.remove(collections.tries, `pickup:${after._id}`);
    }
    if (isFetched(before) && !isOpen(after)) await letGo(db, after.facts.postId, after._id);
    if (isOpen(before) && !isOpen(after)) await forgetVisit(mover, after.facts.childId, after._id);
  },
};

type Visit = CaseDocument<VisitCase>;

const isPresent = ({ state }: Pick<Visit, 'state'>) => (presentStates as readonly string[]).includes(state);
const isOpen = ({ state }: Pick<Visit, 'state'>) => (openStates as readonly string[]).includes(state);

const isFetched = ({ state, facts }: Pick<Visit, 'state' | 'facts'>) => state === 'fetching' && facts.fetch?.officerId !== undefined;

/** The place in the queue follows the visit, in the same transaction; a seat that comes free is offered at once. */
async function changeQueue(mover: Mover, before: Visit, after: Visit): Promise<void> {
  const { db, now } = mover;
  const { slotId, startAt } = after.facts;
  const own = amendmentFor(before, after);
  if (!own || slotId === '') return;
  const until = now + minutes(offerMinutes);
  const slot = await changeSlot(db, slotId, (found) => {
    const queue = own(found);
    return queue && (startAt > now ? (offering(until)({ ...found, ...queue }) ?? queue) : queue);
  });
  for (const entry of slot?.entries ?? []) if (entry.state === 'offered' && entry.until === until) await offer(mover, entry.visitId, until);
}

function amendmentFor(before: Visit, after: Visit): Amendment | undefined {
  if (['offered', 'waitlisted'].includes(before.state) && after.state === 'booked') return seating(after._id);
  if (before.state === 'offered' && after.state === 'waitlisted') return passing(after._id);
  if (isOpen(before) && !isOpen(after)) return without(after._id);
  return isEqual(before.facts.guardians, after.facts.guardians) ? undefined : belonging(after._id, after.facts.guardians);
}

async function offer(mover: Mover, visitId: string, offeredUntil: number): Promise<void> {
  const visit = await mover.db.get(collections.visits, visitId);
  if (visit?.state !== 'waitlisted') return;
  await handleOf(visits, { ...mover, caller: SYSTEM }, visit).moveBySystem('offer', { facts: { ...visit.facts, offeredUntil } });
}

/** Turns audiences into people. The roster is read only when somebody in office is to be told. */
async function addressed(db: Transaction, told: readonly Told[], { _id, facts }: CaseDocument<VisitCase>, now: number): Promise<Letter[]> {
  const needsRoster = told.some(({ to }) => to.some((audience) => offices.includes(audience)));
  const roster = needsRoster ? await rosterOf(db, facts.path) : undefined;
  const pageOf = (id: string) => (facts.guardians.includes(id) ? `/features/childcare/visit/visit?id=${_id}` : `/features/carepost/door/door?id=${_id}`);
  return told.flatMap(({ to, sentence }) => uniq(to.flatMap((audience) => idsOf(audience, facts, roster, now))).map((id) => ({ to: id, sentence, page: pageOf(id) })));
}

function idsOf(audience: Audience, { guardians, path }: VisitFacts, roster: Roster | undefined, now: number): readonly string[] {
  if (audience === 'guardians') return guardians;
  return roster ? inOfficeOver(roster, audience, path, now).map(({ id }) => id) : [];
}
