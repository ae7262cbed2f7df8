/** What must never be at a post, whatever was asked: read from how it is kept and from its histories alone. */
import { findTampering } from '../../../cloudfunctions/_kit/audit';
import type { VisitDocument } from '../../../cloudfunctions/_kit/care-documents';
import type { CaseEvent, Message } from '../../../cloudfunctions/_kit/collections';
import { children as childKind } from '../../../cloudfunctions/childcare/child-kind';
import { visits as visitKind } from '../../../cloudfunctions/childcare/visit-kind';
import { MINUTE } from '../../../miniprogram/domain/time/format';
import { CAPACITY } from './care-model';
import type { StoredPost } from './care-stored';
import { findForeignStep, open, present } from './care-table';

type Finding = string | false | undefined;

/** Empty when all is well. */
export function findWrongs(post: StoredPost): string[] {
  const findings: Finding[] = [...wrongsOfQueues(post), ...wrongsOfPlaces(post), ...wrongsOfChildren(post)];
  return findings.filter((finding) => typeof finding === 'string');
}

/** Booked ≤ bookable, and every place has one open visit. */
function wrongsOfQueues({ slots, visits }: StoredPost): Finding[] {
  return slots.flatMap(({ _id, bookable, free, entries }) => {
    const seats = entries.filter(({ state }) => state === 'seated' || state === 'offered').length;
    return [
      seats > bookable && `${_id}: ${seats} of ${bookable} seats given`,
      free !== bookable - seats && `${_id}: ${free} free, and ${seats} of ${bookable} given`,
      new Set(entries.map(({ childId }) => childId)).size !== entries.length && `${_id}: a child stands there twice`,
      ...entries.map(({ visitId }) => !visits.some((visit) => visit._id === visitId && isOpen(visit)) && `${_id}: a place for no visit`),
    ];
  });
}

/** Present ≤ capacity but for whom police brought, and every child who is here is on the roster once. */
function wrongsOfPlaces({ roster, visits }: StoredPost): Finding[] {
  const here = visits.filter(({ state }) => (present as readonly string[]).includes(state));
  const isSame = roster.present.map(({ visitId }) => visitId).sort().join() === here.map(({ _id }) => _id).sort().join();
  return [
    here.filter(({ facts }) => facts.fetch?.isConfirmedByTeacher !== true).length > CAPACITY && `${here.length} children are here`,
    ...(roster.underWay ?? []).map(({ visitId }) => !visits.some(({ _id, state, facts }) => _id === visitId && state === 'fetching' && facts.fetch?.officerId !== undefined) && `${visitId}: room is kept for nobody`),
    !isSame && 'the roster does not name those who are here',
    new Set(here.map(({ facts }) => facts.childId)).size !== here.length && 'a child is here twice',
  ];
}

/** No child in two visits at one time; the record names those that are not over. */
function wrongsOfChildren({ children, visits }: StoredPost): Finding[] {
  return children.flatMap(({ _id, facts }) => {
    const own = visits.filter((visit) => visit.facts.childId === _id && isOpen(visit));
    const overlap = own.some((a) => own.some((b) => a !== b && a.facts.startAt < b.facts.endAt && b.facts.startAt < a.facts.endAt));
    return [overlap && `${_id} is in two visits at once`, facts.visits.map(({ id }) => id).sort().join() !== own.map((visit) => visit._id).sort().join() && `${_id}: other visits than the record says`];
  });
}

/** Of every history: it is whole, on the table, and nobody was handed over but in one of the three ways. */
export function findBroken({ visits, children, events }: StoredPost): string[] {
  const of = (id: string) => events.filter(({ caseId }) => caseId === id);
  const findings: Finding[] = [
    ...visits.flatMap((visit) => [...findTampering(visit, of(visit._id), visitKind.keys(visit)), findForeignStep(of(visit._id)), ...wrongHandover(visit, of(visit._id))]),
    ...children.flatMap((child) => findTampering(child, of(child._id), childKind.keys(child))),
  ];
  return findings.filter((finding) => typeof finding === 'string');
}

function wrongHandover({ _id, state, facts }: VisitDocument, history: readonly CaseEvent[]): Finding[] {
  if (state !== 'released') return [];
  const told = history.filter(({ move }) => move !== 'note' && move !== 'consentLater');
  const [before, last] = [told.slice(0, -1), told.at(-1)];
  const first = (wanted: string) => before.filter(({ move }) => move === wanted).at(-1);
  const isFresh = (event?: CaseEvent) => event !== undefined && last !== undefined && last.at - event.at <= 15 * MINUTE;
  const ways: Readonly<Record<string, boolean>> = {
    release: isFresh(first('ask')) && facts.asked !== undefined && facts.releasedTo?.personId === facts.asked.personId,
    releaseByException: isFresh(first('proposeException')) && first('proposeException')?.by !== last?.by,
    confirmClaim: first('claimOffline') !== undefined && first('claimOffline')?.by !== last?.by,
  };
  return [ways[last?.move ?? ''] !== true && `${_id}: handed over by ${last?.move ?? 'nobody'}`];
}

/** Every guardian hears of these at once, but who did it. */
export const toldAtOnce: readonly string[] = ['checkIn', 'release', 'releaseByException', 'confirmClaim'];

export function hasHeard(messages: readonly Message[], visitId: string, position: number, guardianId: string): boolean {
  return messages.some(({ _id }) => _id === `${visitId}:${position + 1}:${guardianId}`);
}

function isOpen({ state }: VisitDocument): boolean {
  return (open as readonly string[]).includes(state);
}
