/** The whole story of a hazard, as one reader may see it: field by field, never the document. */
import uniqBy from 'lodash/uniqBy';
import type { HazardLine, HazardMove, HazardRole, HazardView, LinkedCase } from '../../typings/contract/hazard';
import type { MediaView } from '../../typings/contract/media';
import { itemOf } from '../../miniprogram/domain/hazard/checklists';
import type { HazardFacts } from '../../miniprogram/domain/hazard/facts';
import { roleLabels } from '../../miniprogram/domain/hazard/labels';
import { brokenPromiseOf } from '../../miniprogram/domain/hazard/next';
import { hadAHand, isHazardStaff, recheckOffices } from '../../miniprogram/domain/hazard/relations';
import { disputeRelations, type Standing } from '../../miniprogram/domain/dispute/relations';
import type { ReadContext } from '../_kit/action';
import { collections, indexes, type CaseEvent, type HazardDocument, type Roster } from '../_kit/collections';
import { find } from '../_kit/database';
import { lendFiles } from '../_kit/files';
import { hazardSummaryOf } from '../_kit/hazard-cards';
import { inOfficeOver, rosterOf, titleOf } from '../_kit/staff';

const MOST_EVENTS = 200;
/** Words that a finder outside the staff reads too: what became of it, not what others wrote down. */
const wordsForFinder: ReadonlySet<HazardMove> = new Set(['dismiss', 'remind']);

interface Reading {
  readonly caller: Standing;
  readonly relations: readonly HazardRole[];
  readonly facts: HazardFacts;
  readonly roster: Roster;
}

/** Four reads side by side: events, roster, files, the dispute; the hazard itself was read by the policy. */
export async function viewFor(context: ReadContext, hazard: HazardDocument, relations: readonly HazardRole[]): Promise<HazardView> {
  const { caller, db, now } = context;
  const { _id: caseId, facts, clocks } = hazard;
  const isForStaff = isHazardStaff(relations);
  const [events, roster, files, dispute] = await Promise.all([
    find(indexes.eventsByCase, { caseId }, { limit: MOST_EVENTS }),
    rosterOf(db, facts.place.path),
    lendFiles(caseId),
    isForStaff ? disputeOf(context, facts) : undefined,
  ]);
  const lent = (ids: readonly string[]): MediaView[] => ids.flatMap((id) => files.get(id) ?? []);
  const { responsible, finder, companion, department } = facts;
  const isMe = relations.includes('responsible');
  const brokenPromise = brokenPromiseOf(clocks, now);
  return {
    ...hazardSummaryOf(caller, hazard, now),
    now,
    story: isMe ? '' : facts.story,
    items: facts.items.map(({ key, ...item }) => ({ key, what: itemOf(facts.checklist, key)?.what ?? '', judge: itemOf(facts.checklist, key)?.judge ?? '', ...item })),
    ...(responsible && (isForStaff || isMe) && { responsible: { name: responsible.name, isMe } }),
    ...(isForStaff && { finder: { name: finder.name, ...(companion && { companion: companion.name }) } }),
    ...(isForStaff && facts.invitation && { invitation: { expiresAt: facts.invitation.expiresAt, isBound: responsible?.id !== undefined } }),
    ...(isForStaff && hazard.state === 'recheck' && { recheckers: recheckersOf(roster, facts, now) }),
    before: lent(beforeFor(relations, facts)),
    rectified: isForStaff || isMe ? lent(facts.rectified) : [],
    rechecked: isForStaff || isMe ? lent(facts.rechecked) : [],
    ...(department !== undefined && { department }),
    ...(dispute && { dispute }),
    ...(brokenPromise !== undefined && { brokenPromise }),
    lines: linesFor(events, { caller, relations, facts, roster }),
  };
}

/** Whom one may ask to look again. */
function recheckersOf(roster: Roster, facts: HazardFacts, now: number): string[] {
  const inOffice = recheckOffices.flatMap((role) => inOfficeOver(roster, role, facts.place.path, now));
  return uniqBy(inOffice, 'id').filter(({ id }) => !hadAHand(id, facts)).map(({ name }) => name);
}

/** A photo tells from which window it was taken: whoever is responsible sees none of the finder's. */
function beforeFor(relations: readonly HazardRole[], { photos, staffPhotos }: HazardFacts): readonly string[] {
  if (relations.includes('responsible')) return staffPhotos;
  return isHazardStaff(relations) ? [...photos, ...staffPhotos] : photos;
}

/** The dispute that it goes with: its number for staff, the way there for who may open it. */
async function disputeOf({ db, caller }: ReadContext, { disputeId }: HazardFacts): Promise<LinkedCase | undefined> {
  const dispute = disputeId === undefined ? undefined : await db.get(collections.disputes, disputeId);
  if (!dispute) return undefined;
  return { number: dispute.facts.number, ...(disputeRelations(caller, dispute.facts).length > 0 && { id: dispute._id }) };
}

/** Newest first. */
function linesFor(events: readonly CaseEvent[], reading: Reading): HazardLine[] {
  const isForStaff = isHazardStaff(reading.relations);
  return events
    .filter(({ isInternal }) => isForStaff || !isInternal)
    .map((event): HazardLine => {
      const move = event.move as HazardMove; // written by the engine from the same table
      const words = wordsFor(event, move, reading);
      return { version: event.version, move, at: event.at, who: nameOf(event, move, reading), ...(words !== undefined && { words }) };
    });
}

function wordsFor({ words, by }: CaseEvent, move: HazardMove, reading: Reading): string | undefined {
  const { caller, relations } = reading;
  if (isHazardStaff(relations) || by === caller.id) return words;
  if (relations.includes('responsible')) return isByFinder(by, move, reading) ? undefined : words;
  return wordsForFinder.has(move) ? words : undefined;
}

function nameOf({ by, as }: CaseEvent, move: HazardMove, reading: Reading): string {
  const { caller, relations, facts, roster } = reading;
  if (by === caller.id) return '您';
  if (relations.includes('responsible') && isByFinder(by, move, reading)) return roleLabels.system;
  if (by === facts.responsible?.id) return roleLabels.responsible;
  return titleOf(roster, by) ?? roleLabels[as as HazardRole];
}

/** What would tell the responsible one who reported. */
function isByFinder(by: string, move: HazardMove, { facts }: Reading): boolean {
  return by === facts.finder.id && (move === 'find' || move === 'advise');
}
