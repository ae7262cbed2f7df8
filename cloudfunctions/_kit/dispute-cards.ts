/** A dispute on one card, as one reader may see it. Two functions show it: the own lists, and everybody's home. */
import type { Desk, DisputeMove, DisputeRole, DisputeState, DisputeSummary } from '../../typings/contract/dispute';
import { movesOpenTo } from '../../miniprogram/domain/case/transition';
import type { DisputeCase, DisputeFacts } from '../../miniprogram/domain/dispute/facts';
import { dangerSeenBy, isKeptFrom, sideOfReader } from '../../miniprogram/domain/dispute/danger';
import { hasDanger } from '../../miniprogram/domain/dispute/grading';
import { isOfTrack } from '../../miniprogram/domain/dispute/law';
import { nextStepOf, type NextReader } from '../../miniprogram/domain/dispute/next';
import { disputeRelations, isOnlyAsked, isStaff, type Standing } from '../../miniprogram/domain/dispute/relations';
import { disputeTransitions } from '../../miniprogram/domain/dispute/transitions';
import type { CaseDocument } from './collections';

/** Characters of the story on a card. */
const EXCERPT = 40;

/** Where a dispute lies on the staff's table. */
const desks: Readonly<Record<DisputeState, Desk>> = {
  lead: 'lead',
  dismissed: 'done',
  submitted: 'triage',
  triaged: 'active',
  transferred: 'active',
  inviting: 'active',
  accepted: 'active',
  assigned: 'active',
  scheduled: 'active',
  mediating: 'active',
  agreed: 'active',
  performing: 'active',
  following: 'followUp',
  settledOnSpot: 'followUp',
  closed: 'done',
  declined: 'done',
  refused: 'done',
  failed: 'done',
  withdrawn: 'done',
  duplicate: 'done',
};

export function deskOf(state: DisputeState): Desk {
  return desks[state];
}

/** What a person who is something to the dispute is shown of it: field by field, never the document. */
export function summaryOf(person: Standing, dispute: CaseDocument<DisputeCase>, now: number): DisputeSummary {
  const { _id, version, state, facts, openedAt } = dispute;
  const relations = disputeRelations(person, facts);
  const next = isOnlyAsked(relations) ? { what: '说明和双方有没有利害关系', who: '您', isOverdue: false } : nextStepOf(dispute, now, readerOf(relations));
  return {
    id: _id,
    number: facts.number,
    version,
    state,
    category: facts.category,
    place: placeFor(relations, facts),
    excerpt: mayReadStory(relations) ? excerptOf(facts.story) : '',
    ...(isStaff(relations) && facts.colour && { colour: facts.colour }),
    hasDanger: hasDanger(dangerSeenBy(relations, facts)),
    openedAt,
    ...unitFor(relations, dispute),
    ...(next && { next }),
    relations,
    moves: movesFor(relations, dispute),
  };
}

/** The unit that has it: passed on, or taken there and asked about by nobody here since. Who must not guess why reads no name. */
function unitFor(relations: readonly DisputeRole[], { state, facts }: CaseDocument<DisputeCase>): Pick<DisputeSummary, 'unit'> {
  const { transfer, followUps } = facts;
  const isThere = transfer && (state === 'transferred' || (state === 'closed' && followUps.every(({ at }) => at < transfer.at)));
  if (!isThere) return {};
  const side = sideOfReader(relations);
  return { unit: side && isKeptFrom(facts, side) ? '别的单位' : transfer.unit };
}

/** A leader asks afterwards only where no officer can: who reads the roster adds that. */
export function movesFor(relations: readonly DisputeRole[], { state, facts }: CaseDocument<DisputeCase>): DisputeMove[] {
  const moves = movesOpenTo(disputeTransitions, { state, roles: relations }).filter((move) => isOfTrack(move, facts));
  return relations.includes('followUpOfficer') ? moves : moves.filter((move) => move !== 'followUp' && move !== 'close');
}

/** Whoever filed for a neighbour reads the words that staff read: `您` is the neighbour. */
export function readerOf(relations: readonly DisputeRole[]): NextReader {
  if (relations.includes('applicant')) return 'applicant';
  if (relations.includes('respondent')) return 'respondent';
  if (relations.includes('receiver')) return 'receiver';
  return sideOfReader(relations) ? 'agent' : 'staff';
}

/** Cards for a list: a dispute to which the reader is nothing any more is left out. */
export function summariesOf(person: Standing, disputes: readonly CaseDocument<DisputeCase>[], now: number): DisputeSummary[] {
  return disputes.map((dispute) => summaryOf(person, dispute, now)).filter(({ relations }) => relations.length > 0);
}

/** The applicant's words are not the respondent's to read; what both talk about stands in the agreement. */
export function mayReadStory(relations: readonly DisputeRole[]): boolean {
  return !relations.includes('respondent') && !isOnlyAsked(relations);
}

/** As the applicant's are not the respondent's, so the respondent's are not the applicant's. */
export function mayReadRespondent(relations: readonly DisputeRole[]): boolean {
  return relations.includes('respondent') || isStaff(relations);
}

function placeFor(relations: readonly DisputeRole[], { place }: DisputeFacts): string {
  const mayKnowDoor = isStaff(relations) || relations.includes('applicant') || relations.includes('agent');
  return mayKnowDoor && place.door !== undefined ? `${place.text} ${place.door}` : place.text;
}

function excerptOf(story: string): string {
  const letters = [...story.replace(/\s+/g, ' ')];
  return letters.length > EXCERPT ? `${letters.slice(0, EXCERPT).join('')}…` : letters.join('');
}

