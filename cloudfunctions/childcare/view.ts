/** The whole story of a visit, as one reader may see it: field by field, never the document. */
import type { VisitLine, VisitView } from '../../typings/contract/childcare';
import type { VisitMove, VisitRole } from '../../typings/contract/childcare-words';
import { isForStaff } from '../../miniprogram/domain/childcare/history';
import { roleLabels } from '../../miniprogram/domain/childcare/labels';
import { openStates } from '../../miniprogram/domain/childcare/transitions';
import type { ReadContext } from '../_kit/action';
import type { Caller } from '../_kit/caller';
import { positionIn, visitSummaryOf } from '../_kit/care-cards';
import type { ChildDocument, VisitDocument } from '../_kit/care-documents';
import { collections, indexes, type CaseEvent, type Roster } from '../_kit/collections';
import { find } from '../_kit/database';
import { Refusal } from '../_kit/errors';
import { lendFiles } from '../_kit/files';
import { rosterOf, titleOf } from '../_kit/staff';
import { childView } from './children';

const MOST_EVENTS = 100;
const unknownChild = { nickname: '', age: 0, school: '', hasAllergy: false, persons: [], hasFamilyWord: false };

/** Five reads side by side; the visit itself was read by the policy. A visit that is over still names who was a guardian then: only who is one now reads it. */
export async function viewFor(context: ReadContext, visit: VisitDocument, relations: readonly VisitRole[]): Promise<VisitView> {
  const { caller, db, now } = context;
  const { _id: caseId, facts, state } = visit;
  const [events, roster, files, child, slot] = await Promise.all([
    find(indexes.eventsByCase, { caseId }, { limit: MOST_EVENTS }),
    rosterOf(db, facts.path),
    lendFiles(caseId),
    db.get(collections.children, facts.childId),
    state === 'waitlisted' ? db.get(collections.careSlots, facts.slotId) : undefined,
  ]);
  const isGuardian = relations.includes('guardian');
  assertGuardianNow(caller, child, isGuardian);
  const { asked, fetch, handover, consentDue, refusal, exception, claim } = facts;
  const by = (id: string) => ({ by: titleOf(roster, id) ?? roleLabels.system, isMine: id === caller.id });
  const photo = handover === undefined ? undefined : files.get(handover);
  return {
    ...visitSummaryOf(caller, visit, now, slot && positionIn(slot, caseId)),
    now,
    child: childFor(context, isGuardian || isOpen(visit) ? child : undefined, isGuardian),
    activities: facts.activities.map(({ activity, at, by }) => ({ activity, at, by: titleOf(roster, by) ?? roleLabels.carer })),
    ...(asked && { asked: { name: asked.name, proof: asked.proof, at: asked.at, ...(refusal !== undefined && !isGuardian && { problem: refusal }) } }),
    ...(fetch && { fetch: { school: fetch.school, teacher: fetch.teacher, reason: fetch.reason, ...(fetch.officer !== undefined && { officer: fetch.officer }), isMine: fetch.officerId === caller.id, isConfirmedByTeacher: fetch.isConfirmedByTeacher } }),
    ...(exception && !isGuardian && { exception: { name: exception.name, ...by(exception.by) } }),
    ...(claim && !isGuardian && { claim: { name: claim.name, at: claim.at, ...by(claim.by) } }),
    ...(consentDue !== undefined && { walkInConsentDue: consentDue }),
    ...(photo && { handover: photo }),
    lines: linesFor(events, caller.id, isGuardian, roster),
  };
}

/** Only then are staff anything to the child. */
function isOpen({ state }: VisitDocument): boolean {
  return (openStates as readonly string[]).includes(state);
}

/** Throws `NOT_FOUND` for who was a guardian when the visit ended, and is none now. */
function assertGuardianNow({ id: own }: Caller, child: ChildDocument | undefined, isGuardian: boolean): void {
  if (isGuardian && child && !child.facts.guardians.some(({ id }) => id === own)) throw new Refusal('NOT_FOUND');
}

function childFor(context: ReadContext, child: ChildDocument | undefined, isGuardian: boolean): VisitView['child'] {
  if (!child) return unknownChild;
  const { nickname, age, school, hasAllergy, persons, hasFamilyWord, guardians } = childView(context, child, isGuardian ? ['guardian'] : ['carer'], false);
  return { nickname, age, school, hasAllergy, persons, hasFamilyWord, ...(!isGuardian && { guardians }) };
}

/** Newest first; what is for staff alone is left out for guardians: a line, or its words. */
function linesFor(events: readonly CaseEvent[], readerId: string, isGuardian: boolean, roster: Roster): VisitLine[] {
  return events
    .filter(({ isInternal }) => !isGuardian || !isInternal)
    .map(({ version, move, at, by, as, words }) => ({
      version,
      move: move as VisitMove, // written by the engine from the same table
      at,
      who: by === readerId ? '您' : (titleOf(roster, by) ?? roleLabels[as as VisitRole]),
      ...(words !== undefined && !(isGuardian && isForStaff(move)) && { words }),
    }));
}
