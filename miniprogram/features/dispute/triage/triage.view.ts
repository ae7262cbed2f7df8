/** 分流台: the proposal as the answers change it, which colours are open, and what is sent. Pure. */
import type { InputOf, OutputOf } from '../../../../typings/contract/actions';
import type { Colour, ColourProposal, DangerAnswers, DisputeView, Track } from '../../../../typings/contract/dispute';
import type { Choice } from '../../../components/choice-tiles/choice-tiles.view';
import type { Chip } from '../../../components/filter-chips/filter-chips.view';
import { colourLabels, colours, sourceLabels, trackLabels, tracks } from '../../../domain/dispute/labels';
import { floorOf, hasDanger, isDangerCleared, isLowered, proposeColour, weaponIn } from '../../../domain/dispute/grading';
import { duration } from '../../../domain/time/format';
import { loweringCardOf } from '../components/lowering-card/lowering-card.view';
import { securityOf, type SecurityForm } from '../components/security-check/security-check.view';
import { similarLines } from '../components/similar-list/similar-list.view';

export interface TriageForm {
  danger: DangerAnswers;
  /** Empty as long as the proposal is followed. */
  colour: Colour | '';
  track: Track;
  reason: string;
  /** Asked for the track `security` alone. */
  security: SecurityForm;
  /** The version that was looked at. */
  seen: number;
}

export const trackChips = tracks.map((value) => ({ value, label: trackLabels[value] }));

const clearedWords = '说过有危险的，要两个人同意才能改成没有。';
const tones: Readonly<Record<Colour, string>> = { blue: 'brand', yellow: 'warm', red: 'danger' };
export interface Grading {
  readonly proposed: Colour;
  readonly chosen: Colour;
  /** `建议红：有人身危险` */
  readonly why: string;
  readonly tiles: readonly Choice[];
  readonly needsReason: boolean;
  /** The tiles that a single person may not choose are not there: it says so. */
  readonly bar: string;
  /** A danger that was told of was unticked, which one person may not. */
  readonly isCleared: boolean;
}

/** As it stands, with what was chosen and not sent; once a colleague was quicker, only the words of that are kept. */
export function formOf({ danger, track, security, version }: DisputeView, { seen, ...kept }: Partial<TriageForm> = {}): TriageForm {
  const fresh: TriageForm = { danger, colour: '', track: track ?? 'people', reason: kept.reason ?? '', security: security ?? {}, seen: version };
  return seen === version ? { ...fresh, ...kept } : fresh;
}

/** What the software proposes once the answers about danger are what they are on the screen. */
export function proposalWith(dispute: Pick<DisputeView, 'category' | 'story' | 'danger' | 'proposal'>, danger: DangerAnswers): ColourProposal {
  const { category, story } = dispute;
  const fresh = proposeColour({ category, story, danger });
  const given = dispute.proposal ?? fresh;
  if (hasDanger(danger) === hasDanger(dispute.danger)) return given;
  if (hasDanger(danger)) return { colour: 'red', reasons: [...fresh.reasons, ...(given.colour === 'red' ? given.reasons : [])] };
  const dangerous = proposeColour({ category: 'unsure', story: '', danger: dispute.danger }).reasons;
  const others = given.reasons.filter((reason) => !dangerous.includes(reason));
  return others.length > 0 ? { colour: 'red', reasons: others } : fresh;
}

export function gradingOf(dispute: DisputeView, form: Pick<TriageForm, 'danger' | 'colour'>): Grading {
  const { colour: proposed, reasons } = proposalWith(dispute, form.danger);
  const floor = floorOf(dispute.agreedColour ?? proposed, dispute.colour);
  const isRed = floor === 'red' || proposed === 'red';
  const open = colours.filter((colour) => !isRed || !isLowered(colour, floor));
  const wanted = form.colour === '' ? (dispute.colour ?? proposed) : form.colour;
  const chosen = open.includes(wanted) ? wanted : floor;
  const isCleared = isDangerCleared(dispute.danger, form.danger);
  return {
    proposed,
    chosen,
    why: `建议${colourLabels[proposed].name}：${reasons.join('、')}`,
    tiles: open.map((colour) => tileOf(colour, hasDanger(form.danger))),
    needsReason: isLowered(chosen, floor),
    bar: isCleared ? clearedWords : floor === 'red' ? '红色的事不能由一个人降级。' : '',
    isCleared,
  };
}

/** Where somebody may be in danger, nobody is brought together. */
function tileOf(value: Colour, isApart: boolean): Choice {
  const { name, shape, word, handler } = colourLabels[value];
  return { value, label: `${name} ${word}`, note: isApart ? '先保护人，不让双方碰面' : handler, shape, tone: tones[value] };
}

/** What was told, as the officer reads it. */
export function toldOf(dispute: DisputeView) {
  const { id, story, voice, photos, parties, brokenPromise = '', now, source, sourceNumber, sourceOfficer, openedAt } = dispute;
  const from = [sourceNumber, sourceOfficer].filter((part) => part !== undefined).map((part) => ` ${part}`).join('');
  return {
    id,
    story,
    hint: hintOf(dispute),
    voice: voice ?? null,
    photos,
    parties,
    brokenPromise,
    /** `110转来 H12 · 2小时前` */
    origin: `${sourceLabels[source]}${from} · ${duration(now - openedAt)}前`,
    similar: similarLines(dispute),
    lowering: loweringCardOf(dispute),
    colour: dispute.colour ?? '',
    /** Of a lead: as whoever noticed it called him. */
    who: parties.find(({ side }) => side === 'applicant')?.name ?? '',
  };
}

/** A weapon in the telling that nobody called a danger: whoever grades asks, and ticks it himself. */
function hintOf({ story, danger }: DisputeView): string {
  const weapon = hasDanger(danger) ? '' : weaponIn(story);
  return weapon && `提到“${weapon}”，请问清楚有没有危险。`;
}

/** Units with an account take it on their own phone; any of them may be a department. */
export function partnerChips({ helpers }: OutputOf<'dispute.helpers'>): Chip[] {
  const partners = helpers.filter(({ post }) => post === 'department').map(({ personId, name }) => ({ value: personId, label: name }));
  return partners.length === 0 ? [] : [...partners, { value: '', label: '没有账号' }];
}

export function problemsOf({ track, security, reason }: TriageForm, { needsReason, isCleared }: Pick<Grading, 'needsReason' | 'isCleared'>): Record<string, string> {
  return {
    ...(isCleared && { danger: clearedWords }),
    ...(needsReason && reason.trim() === '' && { reason: '请写明为什么。' }),
    ...(track === 'security' && !securityOf(security) && { security: '请选是什么行为、谁的行为。' }),
  };
}

export function inputOf(id: string, { danger, track, security, reason, seen }: TriageForm, { chosen, needsReason }: Pick<Grading, 'chosen' | 'needsReason'>): InputOf<'dispute.triage'> {
  const written = track === 'security' ? securityOf(security) : undefined;
  return { id, colour: chosen, danger, track, seen, ...(written && { security: written }), ...(needsReason && { reason: reason.trim() }) };
}
