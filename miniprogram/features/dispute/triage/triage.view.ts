/** 分流台: the proposal as the answers change it, which colours are open, and what is sent. Pure. */
import type { InputOf } from '../../../../typings/contract/actions';
import type { Colour, ColourProposal, DangerAnswers, DisputeView, SimilarCase, Track } from '../../../../typings/contract/dispute';
import type { Choice } from '../../../components/choice-tiles/choice-tiles.view';
import { storyPage } from '../../../components/dispute-card/dispute-card.view';
import { colourLabels, colours, sourceLabels, stateLabels, trackLabels, tracks } from '../../../domain/dispute/labels';
import { floorOf, hasDanger, isDangerCleared, isLowered, proposeColour } from '../../../domain/dispute/grading';
import { duration, spokenTime } from '../../../domain/time/format';

export interface TriageForm {
  danger: DangerAnswers;
  /** Empty as long as the proposal is followed. */
  colour: Colour | '';
  track: Track;
  reason: string;
  /** The version that was looked at. */
  seen: number;
}

export const trackChips = tracks.map((value) => ({ value, label: trackLabels[value] }));

const tones: Readonly<Record<Colour, string>> = { blue: 'brand', yellow: 'warm', red: 'danger' };
/** Similar cases that show before somebody asks for all. */
export const fewSimilar = 3;

export interface SimilarLine {
  readonly id: string;
  readonly title: string;
  readonly excerpt: string;
  readonly page: string;
}

export interface Grading {
  readonly proposed: Colour;
  readonly chosen: Colour;
  /** `建议红：有人身危险` */
  readonly why: string;
  readonly tiles: readonly Choice[];
  readonly needsReason: boolean;
  readonly reasonLabel: string;
  /** The tiles that a single person may not choose are not there: it says so. */
  readonly bar: string;
}

/** As it stands, with what was chosen and not sent; once a colleague was quicker, only the words of that are kept. */
export function formOf({ danger, track, version }: DisputeView, { seen, ...kept }: Partial<TriageForm> = {}): TriageForm {
  const fresh: TriageForm = { danger, colour: '', track: track ?? 'people', reason: kept.reason ?? '', seen: version };
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
  const floor = floorOf(proposed, dispute.colour);
  const open = colours.filter((colour) => floor !== 'red' || !isLowered(colour, floor));
  const wanted = form.colour === '' ? (dispute.colour ?? proposed) : form.colour;
  const chosen = open.includes(wanted) ? wanted : floor;
  const isCleared = isDangerCleared(dispute.danger, form.danger);
  return {
    proposed,
    chosen,
    why: `建议${colourLabels[proposed].name}：${reasons.join('、')}`,
    tiles: open.map(tileOf),
    needsReason: isCleared || isLowered(chosen, floor),
    reasonLabel: isCleared ? '为什么改成没有危险' : '为什么比原来的低',
    bar: floor === 'red' ? '红色的事不能由一个人降级。' : '',
  };
}

function tileOf(value: Colour): Choice {
  const { name, shape, word, handler } = colourLabels[value];
  return { value, label: `${name} ${word}`, note: handler, shape, tone: tones[value] };
}

/** What was told, as the officer reads it. */
export function toldOf({ id, story, voice, photos, parties, brokenPromise = '', similar, now, source, sourceNumber, openedAt }: DisputeView) {
  const number = sourceNumber === undefined ? '' : ` ${sourceNumber}`;
  return {
    id,
    story,
    voice: voice ?? null,
    photos,
    parties,
    brokenPromise,
    /** `110转来 H12 · 2小时前` */
    origin: `${sourceLabels[source]}${number} · ${duration(now - openedAt)}前`,
    similar: similarLines(similar, now),
  };
}

function similarLines(similar: readonly SimilarCase[], now: number): SimilarLine[] {
  return similar.map(({ id, number, state, openedAt, excerpt }) => ({
    id,
    title: `${number} · ${stateLabels[state]} · ${spokenTime(openedAt, now)}`,
    excerpt,
    page: storyPage(id),
  }));
}

export function problemsOf(form: TriageForm, { needsReason }: Pick<Grading, 'needsReason'>): Record<string, string> {
  return needsReason && form.reason.trim() === '' ? { reason: '请写明为什么。' } : {};
}

export function inputOf(id: string, { danger, track, reason, seen }: TriageForm, { chosen, needsReason }: Grading): InputOf<'dispute.triage'> {
  return { id, colour: chosen, danger, track, seen, ...(needsReason && { reason: reason.trim() }) };
}
