/** 到站名册: who is here, who is to come, and whether there are enough adults. */
import type { RosterBoard, RosterChild } from '../../typings/contract/childcare';
import { movesOpenTo } from '../../miniprogram/domain/case/transition';
import { capacityOf, lightOf, whyFull } from '../../miniprogram/domain/childcare/capacity';
import { lateRungs, noShowRungs, rungDue } from '../../miniprogram/domain/childcare/messages';
import { minutes, offlineMinutes } from '../../miniprogram/domain/childcare/policy';
import { visitRelations } from '../../miniprogram/domain/childcare/relations';
import { handedOverStates, presentStates, rosterStates, visitTransitions } from '../../miniprogram/domain/childcare/transitions';
import { holds } from '../../miniprogram/domain/dispute/relations';
import { DAY, MINUTE, startOfDay } from '../../miniprogram/domain/time/format';
import type { Call } from '../_kit/action';
import type { CarePostDocument, CareRoster, ChildDocument, VisitDocument } from '../_kit/care-documents';
import { collections, indexes } from '../_kit/collections';
import { find, findByIds, orderKey } from '../_kit/database';
import { offlineLines } from './offline';
import { dutyOffices } from './vetting';

/** More than two times of a full post. */
const MOST = 100;

/** Today's visits of a post, by the time at which each begins: those that are not over, and those that are. Who waits for a seat is not among them. */
export async function todaysVisits(postId: string, now: number): Promise<{ open: VisitDocument[]; over: VisitDocument[] }> {
  const midnight = startOfDay(now);
  const today = { limit: MOST, after: orderKey(midnight, ''), upTo: orderKey(midnight + DAY, '') };
  const [open, over] = await Promise.all([find(indexes.visitsOnRoster, { postId, stands: rosterStates }, today), find(indexes.visitsOnRoster, { postId, stands: handedOverStates }, today)]);
  return { open, over };
}

/** Who is here from a day before, since nobody has written down a handover. */
export function stillHere({ present }: CareRoster, today: readonly VisitDocument[]): Promise<VisitDocument[]> {
  return findByIds(collections.visits, present.flatMap(({ visitId }) => (today.some(({ _id }) => _id === visitId) ? [] : [visitId])));
}

export function childrenOf(visits: readonly VisitDocument[]): Promise<ChildDocument[]> {
  return findByIds(collections.children, [...new Set(visits.map(({ facts }) => facts.childId))]);
}

/** For carers: who may take which of the children who are here, should the network go. */
export function offlineRoster({ caller, now }: Call, post: CarePostDocument, visits: readonly VisitDocument[], children: readonly ChildDocument[]): RosterBoard['offline'] {
  if (!holds(caller, 'carer', post.path)) return undefined;
  const here = visits.filter(({ state, facts }) => isPresent(state) && !facts.guardians.includes(caller.id));
  const lines = here.flatMap(({ _id, facts }) => {
    const child = children.find((each) => each._id === facts.childId);
    return child ? offlineLines(_id, child, now).map((line) => ({ visitId: _id, ...line })) : [];
  });
  return { validUntil: now + minutes(offlineMinutes), lines };
}

export function boardOf({ caller, now }: Call, post: CarePostDocument, roster: CareRoster, visits: readonly VisitDocument[], known: readonly ChildDocument[]): RosterBoard {
  const withNote = new Set(known.flatMap(({ _id, facts }) => (facts.allergy === undefined ? [] : [_id])));
  const youngest = roster.present.length > 0 ? Math.min(...roster.present.map(({ age }) => age)) : undefined;
  const here = { carers: roster.carers.length, present: roster.present.length, ...(youngest !== undefined && { youngest }) };
  const warning = whyFull(post, here);
  return {
    now,
    postId: post._id,
    post: post.name,
    capacity: capacityOf(post, here.carers, youngest),
    present: here.present,
    light: lightOf(post, here),
    ...(warning !== undefined && { warning }),
    carers: roster.carers.map(({ id, name }) => ({ id, name, isMe: id === caller.id })),
    mayShift: dutyOffices.some((role) => holds(caller, role, post.path)),
    mayWalkIn: holds(caller, 'carer', post.path),
    children: visits.flatMap((visit) => rowOf(caller, visit, now)).map((row) => ({ ...row, hasAllergy: withNote.has(row.childId) })),
  };
}

/** After a change of carers, within its transaction: the children are fetched by the page that shows them. */
export function boardAfter(call: Call, post: CarePostDocument, roster: CareRoster): RosterBoard {
  return boardOf(call, post, roster, [], []);
}

function rowOf(caller: Call['caller'], { _id, state, version, facts }: VisitDocument, now: number): Omit<RosterChild, 'hasAllergy'>[] {
  const relations = visitRelations(caller, facts);
  if (relations.length === 0 || relations.includes('guardian')) return [];
  const { childId, nickname, age, startAt, endAt, consentDue, endedAt } = facts;
  const isToCome = state === 'booked' || state === 'expected' || state === 'noShow';
  const over = isPresent(state) ? Math.floor((now - endAt) / MINUTE) : isToCome ? Math.floor((now - startAt) / MINUTE) : 0;
  const todo = isPresent(state) ? rungDue(lateRungs, over) : isToCome ? rungDue(noShowRungs, over) : undefined;
  const withWhom = withWhomNow(state, facts);
  return [{
    visitId: _id, childId, nickname, age, state, startAt, endAt, version,
    lateMinutes: Math.max(0, over), ...(withWhom !== undefined && { withWhom }), ...(consentDue !== undefined && isPresent(state) && { consentDue }), ...(endedAt !== undefined && { endedAt }),
    ...(todo !== undefined && { todo }), moves: movesOpenTo(visitTransitions, { state, roles: relations }),
  }];
}

function withWhomNow(state: VisitDocument['state'], { releasedTo, claim, asked, fetch, transferredTo }: VisitDocument['facts']): string | undefined {
  if (state === 'releaseClaimed' || state === 'incident') return claim?.name;
  if (state === 'pickupPending' || state === 'releaseRefused') return asked?.name;
  if (state === 'fetching') return fetch?.officer;
  return state === 'transferred' ? transferredTo : releasedTo?.name;
}

function isPresent(state: VisitDocument['state']): boolean {
  return (presentStates as readonly string[]).includes(state);
}
