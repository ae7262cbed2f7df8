/** The whole story of a dispute, as one reader may see it: field by field, never the document. */
import type { AgreementView, DisputeRole, DisputeView, PartyView, Side, SimilarCase } from '../../typings/contract/dispute';
import type { MediaView } from '../../typings/contract/media';
import { dueOf } from '../../miniprogram/domain/case/clock';
import { dangerSeenBy, isInTheDark, sideOfReader } from '../../miniprogram/domain/dispute/danger';
import { proposeColour } from '../../miniprogram/domain/dispute/grading';
import { paperOnly } from '../../miniprogram/domain/dispute/guards';
import { remediesOf } from '../../miniprogram/domain/dispute/labels';
import { brokenPromiseOf } from '../../miniprogram/domain/dispute/next';
import { disputeRelations, isOnlyAsked, isStaff, type Standing } from '../../miniprogram/domain/dispute/relations';
import { hazardRelations } from '../../miniprogram/domain/hazard/relations';
import { maskName } from '../../miniprogram/domain/identity/policy';
import { DAY } from '../../miniprogram/domain/time/format';
import type { ReadContext } from '../_kit/action';
import { indexes, type CaseEvent, type DisputeDocument } from '../_kit/collections';
import { find, orderKey } from '../_kit/database';
import { mayReadRespondent, mayReadStory, summaryOf } from '../_kit/dispute-cards';
import { lendFiles } from '../_kit/files';
import { rosterOf } from '../_kit/staff';
import { askerParts } from './askers';
import { glimpseFor } from './glimpse';
import { linesFor } from './story-lines';
import { confirmationParts, lawParts, linkedTo, sharedParts, staffParts } from './view-parts';

const SIMILAR_DAYS = 30;
const MOST_SIMILAR = 10;
const MOST_LINKED = 5;
const MOST_EVENTS = 200;
/** Mediation ended here without agreement, or never began. */
const ended = ['refused', 'failed', 'declined'];

/** Six reads side by side: events, roster, files, similar cases, hazards, linked cases; the case itself was read by the policy. */
export async function viewFor(context: ReadContext, dispute: DisputeDocument, relations: readonly DisputeRole[]): Promise<DisputeView> {
  const { caller, db, now } = context;
  if (isOnlyAsked(relations)) return glimpseFor(context, dispute);
  const { _id: caseId, facts, clocks, state } = dispute;
  const isForStaff = isStaff(relations);
  const mayTriage = relations.includes('officer');
  const [events, roster, files, similar, hazards, linked] = await Promise.all([
    find(indexes.eventsByCase, { caseId }, { limit: MOST_EVENTS }),
    rosterOf(db, facts.place.path),
    lendFiles(caseId),
    mayTriage ? similarTo(caller, dispute, now) : [],
    isForStaff ? find(indexes.hazardsByDispute, { disputeId: caseId }, { limit: MOST_LINKED }) : [],
    linkedTo(caller, dispute, relations, now),
  ]);
  const lent = (ids: readonly string[]): MediaView[] => ids.flatMap((id) => files.get(id) ?? []);
  const summary = summaryOf(caller, dispute, now);
  return {
    ...summary,
    ...(isForStaff && askerParts(summary, dispute, roster, { caller, now })),
    now,
    ...toldParts(relations, facts, lent),
    danger: dangerSeenBy(relations, facts),
    parties: partiesFor(caller.id, relations, facts),
    photos: lent(photosFor(relations, facts)),
    ...(mayTriage && { proposal: proposeColour(facts) }),
    ...(facts.mediator && { mediator: { id: facts.mediator.id, name: facts.mediator.name } }),
    ...(facts.session && { session: { startAt: facts.session.startAt, endAt: facts.session.endAt, room: facts.session.room } }),
    sessionsHeld: facts.sessionsHeld,
    ...(facts.agreement && { agreement: agreementFor(facts, lent) }),
    ...earlierParts(relations, facts, events, lent),
    remedies: ended.includes(state) || (state === 'withdrawn' && facts.track === 'security') || hasDefault(facts) ? [...remediesOf(facts)] : [],
    ...promiseFor(relations, dispute, now),
    lines: linesFor(events, { caller, relations, facts, roster }),
    similar,
    ...(hazards.length > 0 && { hazards: hazards.map(({ _id, facts: of }) => ({ number: of.number, ...(hazardRelations(caller, of).length > 0 && { id: _id }) })) }),
    contactTries: facts.tries.length,
    ...respondentParts(relations, facts, lent),
    ...staffParts(caller.id, relations, facts),
    ...lawParts(relations, facts, clocks),
    ...sharedParts(caller.id, relations, facts, dueOf(clocks, 'answer')),
    ...confirmationParts(facts),
    linked,
  };
}

/** What was told at the beginning; the numbers of 110 are for staff. */
function toldParts(relations: readonly DisputeRole[], { story, voice, source, sourceNumber, sourceOfficer }: DisputeDocument['facts'], lent: (ids: readonly string[]) => MediaView[]): Pick<DisputeView, 'story' | 'source'> & Partial<DisputeView> {
  const [sound] = mayReadStory(relations) && voice !== undefined ? lent([voice]) : [];
  return {
    story: mayReadStory(relations) ? story : '',
    source,
    ...(sound && { voice: sound }),
    ...(isStaff(relations) && { ...(sourceNumber !== undefined && { sourceNumber }), ...(sourceOfficer !== undefined && { sourceOfficer }) }),
  };
}

/** Not for whoever would guess from its hour that the other side told of danger. */
function promiseFor(relations: readonly DisputeRole[], { facts, clocks }: DisputeDocument, now: number): Pick<DisputeView, 'brokenPromise'> {
  const side = sideOfReader(relations);
  const brokenPromise = side && isInTheDark(facts, side) ? undefined : brokenPromiseOf(clocks, now);
  return brokenPromise === undefined ? {} : { brokenPromise };
}

/** What the respondent told; never for the applicant. */
function respondentParts(relations: readonly DisputeRole[], { respondentStory, respondentVoice }: DisputeDocument['facts'], lent: (ids: readonly string[]) => MediaView[]): Partial<DisputeView> {
  if (respondentStory === undefined || !mayReadRespondent(relations)) return {};
  const [voice] = lent(respondentVoice === undefined ? [] : [respondentVoice]);
  return { respondentStory, ...(voice && { respondentVoice: voice }) };
}

/** Photos of the story go with the story, those of an internal note and of handwritten records stay among staff. */
function photosFor(relations: readonly DisputeRole[], { photos, respondentPhotos = [], staffPhotos = [], held = [] }: DisputeDocument['facts']): readonly string[] {
  if (relations.includes('respondent')) return respondentPhotos;
  return isStaff(relations) ? [...photos, ...respondentPhotos, ...staffPhotos, ...held.flatMap((each) => each.photos ?? [])] : photos;
}

/** A promise that was not kept: the court stands open (人民调解法 第32条). */
function hasDefault({ agreement }: DisputeDocument['facts']): boolean {
  return agreement?.clauses.some(({ state }) => state === 'broken') ?? false;
}

/** Two who both agreed to talk know each other's names, as their agreement will (人民调解法 第29条); before that, what the applicant said himself. */
function partiesFor(readerId: string, relations: readonly DisputeRole[], facts: DisputeDocument['facts']): PartyView[] {
  const isForStaff = isStaff(relations);
  const haveMet = facts.applicant.consentedAt !== undefined && facts.respondent?.consentedAt !== undefined;
  return (['applicant', 'respondent'] as const).flatMap((side: Side) => {
    const party = facts[side];
    if (!party) return [];
    const isMe = party.id === readerId;
    const mayKnow = isForStaff || isMe || relations.includes('agent');
    const mayKnowName = mayKnow || haveMet || (side === 'respondent' && relations.includes('applicant') && party.isAsTold === true);
    return {
      side,
      name: mayKnowName ? party.name : maskName(party.name),
      isMe,
      ...(mayKnow && party.phoneMask !== undefined && { phone: party.phoneMask }),
      hasConsented: party.consentedAt !== undefined,
      hasSigned: facts.agreement?.signatures.some((signature) => signature.side === side) ?? false,
      ...(isForStaff && { hasAccount: party.id !== undefined }),
    };
  });
}

function agreementFor({ agreement, category, story }: DisputeDocument['facts'], lent: (ids: readonly string[]) => MediaView[]): AgreementView {
  if (!agreement) throw new Error('there is no agreement to show');
  const { form, facts, clauses, unsettled, occurrence, disputed, responsibility, copies, photos = [], effectiveAt, digest, signatures } = agreement;
  const onPaper = paperOnly({ category, story, agreement });
  return {
    form,
    facts,
    clauses: clauses.map(({ side, what, byDay, proof, state, settledAt, photos, claimedAt }) => ({
      side, what, byDay, proof, state, photos: lent(photos), ...(settledAt !== undefined && { settledAt }), ...(claimedAt !== undefined && { claimedAt }),
    })),
    ...(unsettled !== undefined && { unsettled }),
    ...(occurrence && { occurrence }),
    ...(disputed !== undefined && { disputed }),
    ...(responsibility !== undefined && { responsibility }),
    ...(copies !== undefined && { copies }),
    photos: lent(photos),
    ...(effectiveAt !== undefined && { effectiveAt }),
    digest,
    signedBy: signatures.map(({ side, at, how }) => ({ side, at, how })),
    ...(onPaper && { paperOnly: onPaper.message }),
  };
}

/** What had been agreed before it was taken up again: for staff, and for those who were parties then. */
function earlierParts(relations: readonly DisputeRole[], facts: DisputeDocument['facts'], events: readonly CaseEvent[], lent: (ids: readonly string[]) => MediaView[]): Partial<DisputeView> {
  const { earlierAgreements = [] } = facts;
  if (!isStaff(relations) && !sideOfReader(relations)) return {};
  const corrected = Math.max(0, ...events.filter(({ move }) => move === 'correctRespondent').map(({ at }) => at));
  const theirs = earlierAgreements.filter(({ until }) => !relations.includes('respondent') || until > corrected);
  return theirs.length === 0 ? {} : { earlierAgreements: theirs.map(({ agreement, until }) => ({ ...agreementFor({ ...facts, agreement }, lent), until })) };
}

/** Others of the same kind in the same building: one noisy night has many tellers. */
async function similarTo(caller: Standing, { _id, building, category }: DisputeDocument, now: number): Promise<SimilarCase[]> {
  const others = await find(indexes.disputesSimilar, { building, category }, { limit: MOST_SIMILAR + 1 });
  const since = orderKey(now - SIMILAR_DAYS * DAY, '');
  return others
    .filter((other) => other._id !== _id && other.openedKey > since && disputeRelations(caller, other.facts).includes('officer'))
    .map(({ _id: id, number, state, openedAt, facts }) => ({ id, number, state, openedAt, excerpt: facts.story.slice(0, 40) }));
}
