/** 到站名册: who is here, who is to come, and whether there are enough adults. */
import type { RosterBoard, RosterChild } from '../../typings/contract/childcare';
import { movesOpenTo } from '../../miniprogram/domain/case/transition';
import { capacityOf, lightOf, whyFull } from '../../miniprogram/domain/childcare/capacity';
import { lateRungs, noShowRungs, rungDue } from '../../miniprogram/domain/childcare/messages';
import { visitRelations } from '../../miniprogram/domain/childcare/relations';
import { presentStates, visitTransitions } from '../../miniprogram/domain/childcare/transitions';
import { DAY, MINUTE, startOfDay } from '../../miniprogram/domain/time/format';
import type { Call } from '../_kit/action';
import type { CarePostDocument, CareRoster, VisitDocument } from '../_kit/care-documents';
import { indexes } from '../_kit/collections';
import { find, orderKey } from '../_kit/database';

/** More than two times of a full post. */
const MOST = 100;

/** Today's visits of a post that are not over, by the time at which each begins. */
export function todaysVisits(postId: string, now: number): Promise<VisitDocument[]> {
  const midnight = startOfDay(now);
  return find(indexes.visitsByPost, { postId, isOpen: true }, { limit: MOST, after: orderKey(midnight, ''), upTo: orderKey(midnight + DAY, '') });
}

export function boardOf({ caller, now }: Call, post: CarePostDocument, roster: CareRoster, visits: readonly VisitDocument[]): RosterBoard {
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
    children: visits.flatMap((visit) => rowOf(caller, visit, now)),
  };
}

/** After a change of carers, within its transaction: the children are fetched by the page that shows them. */
export function boardAfter(call: Call, post: CarePostDocument, roster: CareRoster): RosterBoard {
  return boardOf(call, post, roster, []);
}

function rowOf(caller: Call['caller'], { _id, state, version, facts }: VisitDocument, now: number): RosterChild[] {
  const relations = visitRelations(caller, facts);
  if (relations.length === 0 || relations.includes('guardian')) return [];
  const isPresent = (presentStates as readonly string[]).includes(state);
  const over = Math.floor((now - (isPresent ? facts.endAt : facts.startAt)) / MINUTE);
  const todo = isPresent ? rungDue(lateRungs, over) : state === 'expected' || state === 'noShow' ? rungDue(noShowRungs, over) : undefined;
  const { childId, nickname, age, startAt, endAt } = facts;
  return [{
    visitId: _id, childId, nickname, age, state, startAt, endAt, version, hasAllergy: facts.hasAllergy ?? false,
    lateMinutes: Math.max(0, over), ...(todo !== undefined && { todo }), moves: movesOpenTo(visitTransitions, { state, roles: relations }),
  }];
}
