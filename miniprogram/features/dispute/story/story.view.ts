/** 事情进展: one dispute as this reader may see it: words and flags, no rules. */
import type { ClauseView, DisputeMove, DisputeState, DisputeView, PartyView, StoryLine } from '../../../../typings/contract/dispute';
import type { MediaView } from '../../../../typings/contract/media';
import { disputePage, disputeCardOf, type DisputeCard } from '../../../components/dispute-card/dispute-card.view';
import type { TimelineLine } from '../../../components/timeline/timeline.view';
import { canMeet, dueOfClause, whyApart } from '../../../domain/dispute/guards';
import { formLabels, sideLabels, sides, sourceLabels, stateLabelOf } from '../../../domain/dispute/labels';
import { contestDays } from '../../../domain/dispute/policy';
import { spokenClauseDay } from '../../../domain/dispute/next';
import { isStaff } from '../../../domain/dispute/relations';
import { sentenceOf } from '../../../domain/dispute/story';
import { hasPapers } from '../../../domain/papers/readers';
import { spokenDay, spokenTime, timeOfDay } from '../../../domain/time/format';
import { courtCardOf, moreDaysCardOf, type SideCard } from '../components/side-card/side-card.view';
import { respondentSideOf, type RespondentSide } from '../components/respondent-side/respondent-side.view';
import { answerPage } from '../pages';
import { afterEndOf, isLongOver, type AfterEnd } from '../components/after-end/after-end.view';
import { dangerCardOf, type DangerCard } from '../components/danger-card/danger-card.view';
import { elsewhereCardOf, type ElsewhereCard } from '../components/elsewhere-card/elsewhere-card.view';
import { loweringCardOf, type LoweringCard } from '../components/lowering-card/lowering-card.view';
import { panelCardOf, type PanelCard } from '../../../components/panel-card/panel-card.view';
import { togetherLink } from '../../../components/panel-card/together.view';
import { afterDeeds, deeds, quietDeeds, type Deed, type DeedName } from './story.deeds';

/** The one thing to do now: a page to go to, or a sheet to fill in. */
export interface Primary {
  readonly label: string;
  readonly note: string;
  readonly theme: 'primary' | 'light';
  readonly page: string;
  readonly deed: DeedName | '';
  readonly clause: number;
}

/** Lines of the story that show before 看全部经过. */
const shownLines = 4;

export interface ClauseRow {
  readonly order: string;
  readonly who: string;
  readonly what: string;
  readonly byDay: string;
  readonly proof: string;
  /** `还没到期` `过了日子` `做到了` `没做到`, with its look. */
  readonly state: string;
  readonly tone: 'ok' | 'warm' | 'danger' | 'plain';
  readonly photos: readonly MediaView[];
  readonly isOpen: boolean;
  /** Its day is over, so that a party may say that it was not kept; staff hear of it before. */
  readonly isDue: boolean;
  /** It was not kept, and may be late. */
  readonly isBroken: boolean;
}

export interface PersonRow {
  readonly key: string;
  readonly who: string;
  readonly name: string;
  readonly note: string;
}

export interface StoryView {
  readonly card: DisputeCard;
  readonly told: string;
  readonly isStaff: boolean;
  readonly brokenPromise: string;
  /** Shown to whoever reported and to staff, never to the other side. */
  readonly danger: string;
  readonly session: { readonly when: string; readonly where: string } | null;
  readonly agreement: { readonly title: string; readonly signed: string; readonly unsettled: string; readonly clauses: readonly ClauseRow[] } | null;
  readonly canSettleClauses: boolean;
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
  const { now, relations, session, openedAt, source, sourceNumber, sourceOfficer, brokenPromise, voice } = dispute;
  const staff = isStaff(relations);
  const lines = dispute.lines.map((line) => lineOf(line, now, relations));
  const from = staff ? ` · ${sourceLabels[source]}${[sourceNumber, sourceOfficer].map((part) => (part === undefined ? '' : ` ${part}`)).join('')}` : '';
  return {
    card: cardOf(dispute),
    told: `${spokenTime(openedAt, now)} 说的${from}`,
    isStaff: staff,
    brokenPromise: brokenPromise ?? '',
    danger: dangerFor(dispute, staff),
    session: session && dispute.state === 'scheduled' ? { when: spokenTime(session.startAt, now), where: `到${timeOfDay(session.endAt)} · ${session.room}` } : null,
    agreement: agreementOf(dispute),
    canSettleClauses: dispute.moves.includes('prove'),
    story: dispute.story,
    photos: dispute.photos,
    voice: voice ?? null,
    moreDays: moreDaysCardOf(dispute),
    court: courtCardOf(dispute),
    side: respondentSideOf(dispute),
    dangerCard: dangerCardOf(dispute),
    lowering: loweringCardOf(dispute),
    elsewhere: elsewhereCardOf(dispute),
    panel: panelCardOf(dispute),
    together: togetherLink(dispute),
    parties: dispute.parties,
    people: peopleOf(dispute, staff),
    remedies: dispute.remedies,
    papers: hasPapers(relations) && dispute.state !== 'lead' ? `/features/papers/papers/papers?id=${dispute.id}` : '',
    hazards: (dispute.hazards ?? []).map(({ number, id }) => ({ number, page: id === undefined ? '' : `/features/hazard/story/story?id=${id}` })),
    lines,
    newest: lines.slice(0, shownLines),
    older: Math.max(0, lines.length - shownLines),
    primary: staff ? (staffPages(dispute)[0] ?? null) : primaryOfParty(dispute),
    second: (staff && staffPages(dispute)[1]) || { label: '', page: '' },
    after: afterEndOf(dispute),
    others: staff ? afterDeeds(dispute) : quietDeeds(dispute),
  };
}

/** Whether what the sheet does can still be done. */
export function isStillOffered({ moves }: DisputeView, deed: DeedName): boolean {
  return moves.includes(deed === 'contestForApplicant' || deed === 'contestForRespondent' ? 'contest' : deed);
}

/** Never for the respondent. */
function dangerFor({ danger, relations }: DisputeView, staff: boolean): string {
  if (relations.includes('respondent')) return '';
  return staff ? whyApart({ danger }) : (canMeet({ danger })?.message ?? '');
}

/** Here what both signed holds; elsewhere a text that one side has not signed never came to hold. */
const holding: ReadonlySet<DisputeState> = new Set(['agreed', 'performing', 'following', 'closed']);

function agreementOf(dispute: DisputeView): StoryView['agreement'] {
  const { agreement, parties, state } = dispute;
  if (!agreement) return null;
  const { form, clauses, signedBy, unsettled } = agreement;
  const waiting = parties.filter(({ side }) => !signedBy.some((each) => each.side === side));
  const isUnsealed = state === 'agreed' && form !== 'oral';
  const both = form === 'oral' ? '双方都同意了' : '双方都签了';
  const signed = isUnsealed ? `${both}，等调解员签字盖章` : holding.has(state) || waiting.length === 0 ? both : state === 'mediating' ? `还等${waiting.map((party) => nameOf(party, parties)).join('、')}签` : '没有签完，不算数';
  return { title: formLabels[form], signed, unsettled: unsettled ?? '', clauses: clauses.map((clause, index) => clauseOf(clause, index, dispute)) };
}

function clauseOf({ side, what, byDay, proof, state, settledAt, photos }: ClauseView, index: number, { parties, now, relations }: DisputeView): ClauseRow {
  const isOver = now >= dueOfClause({ byDay });
  const words: Record<ClauseView['state'], Pick<ClauseRow, 'state' | 'tone'>> = {
    open: isOver ? { state: '过了日子', tone: 'warm' } : { state: '还没到期', tone: 'plain' },
    kept: { state: '做到了', tone: 'ok' },
    broken: { state: '没做到', tone: 'danger' },
  };
  const party = parties.find((each) => each.side === side);
  const settled = settledAt === undefined ? '' : `，${spokenDay(settledAt, now)}`;
  return {
    order: `第${index + 1}条`,
    who: party ? nameOf(party, parties) : sideLabels[side],
    what,
    byDay: spokenClauseDay(byDay, now),
    proof,
    ...words[state],
    state: `${words[state].state}${settled}`,
    photos,
    isOpen: state === 'open', isDue: isOver || isStaff(relations), isBroken: state === 'broken',
  };
}

/** Staff see the parties with their telephones, in a component of its own. */
function peopleOf({ parties, mediator, state }: DisputeView, staff: boolean): PersonRow[] {
  const isOwn = parties.some(({ isMe }) => isMe);
  const isAsked = (side: PartyView['side'], hasConsented: boolean) => state === 'inviting' && side === 'respondent' && !hasConsented;
  const rows = (staff ? [] : parties).map(({ side, name, isMe, hasConsented }): PersonRow => ({
    key: side,
    who: isMe ? '您' : isOwn ? '对方' : state === 'lead' ? '说的是' : sideLabels[side],
    name: isMe && side === 'respondent' && !hasConsented ? '本人' : name === '对方' ? '' : name, // until the own yes it is what the other side calls him
    note: isAsked(side, hasConsented) ? '还没说愿不愿意谈' : name === '对方' ? '没有留名字' : '',
  }));
  const known = rows.filter((row) => row.name !== '' || row.note !== ''); // of a 苗头 nobody may be known
  return mediator ? [...known, { key: 'mediator', who: '调解员', name: mediator.name, note: '' }] : known;
}

/** Staff are told what others do not see; to a party an internal line has no words anyway. */
function lineOf(line: StoryLine, now: number, relations: DisputeView['relations']): TimelineLine {
  const { version, at, words, isInternal } = line;
  return { key: String(version), title: sentenceOf(line, sides.find((side) => relations.includes(side))), who: spokenTime(at, now), ...(words !== undefined && { words }), isInternal: isInternal && isStaff(relations) };
}

/** `您` and `对方` to a party, names to everybody else. */
function nameOf({ isMe, name }: PartyView, parties: readonly PartyView[]): string {
  if (isMe) return '您';
  return parties.some((each) => each.isMe) ? '对方' : name;
}

/** Passed on, it says to whom: the list cannot. */
function cardOf(dispute: DisputeView): DisputeCard {
  const { state, transferredTo, now } = dispute;
  const card = disputeCardOf(withPromiser(dispute), now);
  return transferredTo ? { ...card, state: stateLabelOf(state, transferredTo.unit) } : card;
}

/** A promise is somebody's, and the story says whose: the list cannot. */
function withPromiser(dispute: DisputeView): DisputeView {
  const { state, next, agreement, parties } = dispute;
  const open = [...(agreement?.clauses ?? [])].filter((clause) => clause.state === 'open').sort((a, b) => a.byDay.localeCompare(b.byDay));
  const party = parties.find(({ side }) => side === open[0]?.side);
  if (state !== 'performing' || !next || !party) return dispute;
  return { ...dispute, next: { ...next, who: nameOf(party, parties) } };
}

function primaryOfParty(dispute: DisputeView): Primary | null {
  const { id, state, moves, parties, agreement } = dispute;
  const me = parties.find(({ isMe }) => isMe);
  if (moves.includes('consent') && me?.hasConsented === false) return toPage('看邀请，说愿不愿意', answerPage(id));
  if (state === 'accepted' && moves.includes('assign')) return toPage('选调解员', `/features/dispute/choose/choose?id=${id}`, '双方都愿意谈了，请一位调解员');
  if (agreement && me && !me.hasSigned && moves.includes('sign')) return toPage('看约定，签字', `/features/dispute/sign/sign?id=${id}`);
  if (isLongOver(dispute)) return { ...toPage('又有事，再说一次', `/features/dispute/report/report?earlier=${id}`, '作为一件新的事办，以前这件民警看得到'), theme: 'light' };
  if (moves.includes('contest')) return toSheet('contest', `${contestDays}天内都可以说`, 'light');
  const mine = agreement?.clauses.findIndex((clause) => clause.state === 'open' && clause.side === me?.side) ?? -1;
  if (moves.includes('settle')) return toPage('当场说和', `/features/desk/settle/settle?id=${id}`); // a volunteer who filed it
  if (moves.includes('prove') && mine >= 0) return { ...toSheet('prove', `第${mine + 1}条：${agreement?.clauses[mine]?.what ?? ''}`), label: '这条做到了', clause: mine };
  return null;
}

/** Staff's pages in the order in which they are wanted; the first two that the state allows are offered. */
const deskPages: readonly { readonly move: DisputeMove; readonly label: string; readonly page: string; readonly only?: DisputeState }[] = [
  { move: 'dismissLead', label: '看一看，要不要管', page: 'triage' },
  { move: 'triage', label: '看一看，定怎么办', page: 'triage', only: 'submitted' },
  { move: 'draft', label: '写约定，双方签', page: 'agreement' },
  { move: 'seal', label: '签字盖章', page: 'seal' },
  { move: 'sit', label: '开始谈', page: 'session' },
  { move: 'assign', label: '请调解员', page: 'choose' },
  { move: 'schedule', label: '约时间', page: 'calendar', only: 'assigned' }, // another time is one of 更新进展
  { move: 'retry', label: '双方愿意，再谈一次', page: 'retry' },
  { move: 'close', label: '回访', page: 'followup' },
  { move: 'followUp', label: '再回访一次', page: 'followup', only: 'closed' },
  { move: 'settle', label: '当场说和', page: 'settle' },
  { move: 'note', label: '更新进展', page: 'progress' },
];

function staffPages({ id, state, moves, relations, agreement, parties, lines }: DisputeView): Primary[] {
  const isAskedAgain = agreement !== undefined && lines.find(({ move }) => move === 'close' || move === 'followUp')?.move === 'close';
  const wereWilling = parties.every(({ hasConsented }) => hasConsented); // who was never reached has not heard of the rights yet
  return deskPages
    .filter(({ move, only = state }) => moves.includes(move) && only === state && (move !== 'settle' || !relations.includes('officer')) && (move !== 'followUp' || isAskedAgain) && (move !== 'retry' || wereWilling))
    .map(({ label, page }) => toPage(label, disputePage(page, id)));
}

function toPage(label: string, page: string, note = ''): Primary {
  return { label, note, theme: 'primary', page, deed: '', clause: 0 };
}

function toSheet(deed: DeedName, note: string, theme: Primary['theme'] = 'primary'): Primary {
  return { label: deeds[deed].label, note, theme, page: '', deed, clause: 0 };
}
