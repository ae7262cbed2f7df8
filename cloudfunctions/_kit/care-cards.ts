/** A childcare visit on one card, as one reader may see it. The feature shows it, and everybody's home. */
import type { VisitSummary } from '../../typings/contract/childcare';
import { movesOpenTo } from '../../miniprogram/domain/case/transition';
import type { VisitCase } from '../../miniprogram/domain/childcare/facts';
import { nextStepOf } from '../../miniprogram/domain/childcare/next';
import { visitRelations } from '../../miniprogram/domain/childcare/relations';
import { presentStates, visitTransitions } from '../../miniprogram/domain/childcare/transitions';
import type { Standing } from '../../miniprogram/domain/dispute/relations';
import type { CaseDocument } from './collections';

/** What a person who is something to the visit is shown of it: field by field, never the document. */
export function visitSummaryOf(person: Standing, visit: CaseDocument<VisitCase>, now: number, position?: number): VisitSummary {
  const { _id, state, version, facts } = visit;
  const relations = visitRelations(person, facts);
  const next = nextStepOf(visit, now);
  const isPresent = (presentStates as readonly string[]).includes(state);
  const withWhom = facts.releasedTo?.name ?? (isPresent ? facts.post : facts.fetch?.officer);
  return {
    id: _id,
    childId: facts.childId,
    nickname: facts.nickname,
    postId: facts.postId,
    post: facts.post,
    state,
    version,
    startAt: facts.startAt,
    endAt: facts.endAt,
    ...(position !== undefined && { position }),
    ...(state === 'offered' && facts.offeredUntil !== undefined && { offeredUntil: facts.offeredUntil }),
    ...(facts.checkedInAt !== undefined && { checkedInAt: facts.checkedInAt }),
    ...(withWhom !== undefined && { withWhom }),
    ...(isPresent && now > facts.endAt && { lateSince: facts.endAt }),
    ...(next && { next }),
    relations,
    moves: movesOpenTo(visitTransitions, { state, roles: relations }),
  };
}

/** Cards for a list: a visit to which the reader is nothing any more is left out. */
export function visitSummariesOf(person: Standing, visits: readonly CaseDocument<VisitCase>[], now: number): VisitSummary[] {
  return visits.map((visit) => visitSummaryOf(person, visit, now)).filter(({ relations }) => relations.length > 0);
}
