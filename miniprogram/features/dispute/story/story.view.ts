/** 事情进展: one dispute as this reader may see it: words and flags, no rules. */
import type { DisputeView, PartyView, StoryLine } from '../../../../typings/contract/dispute';
import type { MediaView } from '../../../../typings/contract/media';
import { disputeCardOf, type DisputeCard } from '../../../components/dispute-card/dispute-card.view';
import type { TimelineLine } from '../../../components/timeline/timeline.view';
import { canMeet, whyApart } from '../../../domain/dispute/guards';
import { sides, sourceLabels } from '../../../domain/dispute/labels';
import { isStaff } from '../../../domain/dispute/relations';
import { sentenceOf } from '../../../domain/dispute/story';
import { hasPapers } from '../../../domain/papers/readers';
import { spokenTime, timeOfDay } from '../../../domain/time/format';
import { courtCardOf, moreDaysCardOf, type SideCard } from '../components/side-card/side-card.view';
import { respondentSideOf, type RespondentSide } from '../components/respondent-side/respondent-side.view';
import { afterEndOf, type AfterEnd } from '../components/after-end/after-end.view';
import { dangerCardOf, type DangerCard } from '../components/danger-card/danger-card.view';
import { earlierAgreementsOf, type EarlierAgreement } from '../components/earlier-agreements/earlier-agreements.view';
import { elsewhereCardOf, type ElsewhereCard } from '../components/elsewhere-card/elsewhere-card.view';
import { loweringCardOf, type LoweringCard } from '../components/lowering-card/lowering-card.view';
import { panelCardOf, type PanelCard } from '../../../components/panel-card/panel-card.view';
import { togetherLink } from '../../../components/panel-card/together.view';
import { agreementOf, type AgreementCard } from './story.clauses';
import type { Deed, DeedName } from './story.deeds';
import { afterDeeds, damagesDeeds, moveOf, quietDeeds } from './story.offers';
import { nameOf, peopleOf, type PersonRow } from './story.people';
import { primaryOfParty, staffPages, type Primary } from './story.ways';

/** Lines of the story that show before 看全部经过. */
const shownLines = 4;

export interface StoryView {
  readonly card: DisputeCard;
  readonly told: string;
  readonly isStaff: boolean;
  readonly brokenPromise: string;
  /** Shown to whoever reported and to staff, never to the other side. */
  readonly danger: string;
  /** For staff who may not: who asks both whether it held. */
  readonly askedBy: string;
  readonly session: { readonly when: string; readonly where: string } | null;
  readonly agreement: AgreementCard | null;
  readonly canSettleClauses: boolean;
  /** Before it was taken up again. */
  readonly earlier: readonly EarlierAgreement[];
  readonly story: string;
  readonly photos: readonly MediaView[];
  readonly voice: MediaView | null;
  readonly dangerCard: DangerCard | null;
  readonly lowering: LoweringCard | null;
  readonly elsewhere: ElsewhereCard | null;
  /** What was asked and said since it was over. */
  readonly after: AfterEnd | null;
  /** What the other side told, for that side and for staff. */
  readonly side: RespondentSide | null;
  /** Who was asked to help, and for staff the page of all that is done together. */
  readonly panel: PanelCard | null;
  readonly together: { readonly label: string; readonly page: string };
  /** More days than thirty, and the court. */
  readonly moreDays: SideCard | null;
  readonly court: SideCard | null;
  /** For staff, who ring them. */
  readonly parties: readonly PartyView[];
  readonly people: readonly PersonRow[];
  readonly remedies: readonly string[];
  /** Where its papers are; empty for who has none. */
  readonly papers: string;
  /** For staff: hazards that go with it. */
  readonly hazards: readonly { readonly number: string; readonly page: string }[];
  readonly lines: readonly TimelineLine[];
  /** What shows before 看全部经过, and how many lines are older. */
  readonly newest: readonly TimelineLine[];
  readonly older: number;
  readonly primary: Primary | null;
  /** Staff's second way; none when the label is empty. */
  readonly second: { readonly label: string; readonly page: string };
  readonly others: readonly Deed[];
}

export function storyView(dispute: DisputeView): StoryView {
  const { now, relations, brokenPromise, voice } = dispute;
  const staff = isStaff(relations);
  const [elsewhere, panel] = [elsewhereCardOf(dispute), panelCardOf(dispute)];
  const [first = null, second] = staff ? staffPages(dispute) : [primaryOfParty(dispute)];
  const lines = dispute.lines.map((line) => lineOf(line, now, relations));
  return {
    card: disputeCardOf(withPromiser(dispute), now),
    told: toldWords(dispute, staff),
    isStaff: staff,
    brokenPromise: brokenPromise ?? '',
    danger: dangerFor(dispute, staff),
    askedBy: dispute.askedBy ?? '',
    session: sessionOf(dispute),
    agreement: agreementOf(dispute),
    earlier: earlierAgreementsOf(dispute),
    canSettleClauses: dispute.moves.includes('prove'),
    story: dispute.story,
    photos: dispute.photos,
    voice: voice ?? null,
    moreDays: moreDaysCardOf(dispute),
    court: courtCardOf(dispute),
    side: respondentSideOf(dispute),
    dangerCard: dangerCardOf(dispute),
    lowering: loweringCardOf(dispute),
    elsewhere,
    panel,
    together: togetherLink(dispute),
    parties: dispute.parties,
    people: peopleOf(dispute, staff),
    remedies: dispute.remedies,
    papers: hasPapers(relations) && dispute.state !== 'lead' ? `/features/papers/papers/papers?id=${dispute.id}` : '',
    hazards: (dispute.hazards ?? []).map(({ number, id }) => ({ number, page: id === undefined ? '' : `/features/hazard/story/story?id=${id}` })),
    lines,
    newest: lines.slice(0, shownLines),
    older: Math.max(0, lines.length - shownLines),
    primary: first && asksAbove(elsewhere, panel) ? { ...first, theme: 'light' } : first, // one thing is asked at a time
    second: second ?? { label: '', page: '' },
    after: afterEndOf(dispute),
    others: [...(staff ? afterDeeds(dispute) : quietDeeds(dispute)), ...damagesDeeds(dispute)],
  };
}

/** Whether what the sheet does can still be done. */
export function isStillOffered({ moves }: DisputeView, deed: DeedName): boolean {
  return moves.includes(moveOf(deed));
}

/** A card of the page waits for this reader's answer. */
function asksAbove(elsewhere: ElsewhereCard | null, panel: PanelCard | null): boolean {
  return elsewhere?.canAnswer === true || panel?.canDeclare === true || (panel?.isParty === true && panel.consents.length > 0);
}

/** `今天 9:20 说的 · 110转来 H17`; where from, for staff. */
function toldWords({ openedAt, now, source, sourceNumber, sourceOfficer }: DisputeView, staff: boolean): string {
  const from = [sourceLabels[source], sourceNumber, sourceOfficer].filter((part) => part !== undefined).join(' ');
  return `${spokenTime(openedAt, now)} 说的${staff ? ` · ${from}` : ''}`;
}

function sessionOf({ session, state, now }: DisputeView): StoryView['session'] {
  return session && state === 'scheduled' ? { when: spokenTime(session.startAt, now), where: `到${timeOfDay(session.endAt)} · ${session.room}` } : null;
}

/** Of what the other side told nobody reads: the server leaves it out. */
function dangerFor({ danger, dangerOf }: DisputeView, staff: boolean): string {
  return staff ? whyApart({ danger, ...(dangerOf && { dangerOf }) }) : (canMeet({ danger })?.message ?? '');
}

/** Staff are told what others do not see; to a party an internal line has no words anyway. */
function lineOf(line: StoryLine, now: number, relations: DisputeView['relations']): TimelineLine {
  const { version, at, words, isInternal } = line;
  return { key: String(version), title: sentenceOf(line, sides.find((side) => relations.includes(side))), who: spokenTime(at, now), ...(words !== undefined && { words }), isInternal: isInternal && isStaff(relations) };
}

/** A promise is somebody's, and the story says whose: the list cannot. */
function withPromiser(dispute: DisputeView): DisputeView {
  const { state, next, agreement, parties } = dispute;
  const open = [...(agreement?.clauses ?? [])].filter((clause) => clause.state === 'open').sort((a, b) => a.byDay.localeCompare(b.byDay));
  const party = parties.find(({ side }) => side === open[0]?.side);
  if (state !== 'performing' || next?.what !== open[0]?.what || !next || !party) return dispute; // what police owe by law is nobody's promise
  return { ...dispute, next: { ...next, who: nameOf(party, parties) } };
}

