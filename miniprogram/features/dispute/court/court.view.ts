/** 司法确认: who still asks, and what the court may say. Pure. */
import type { InputOf } from '../../../../typings/contract/actions';
import type { DisputeView, Side } from '../../../../typings/contract/dispute';
import { canFollow, confirmationLabels, confirmationOutcomes } from '../../../domain/dispute/confirmation';
import { sideLabels, stateLabels } from '../../../domain/dispute/labels';
import { DAY, momentOfDay, spokenDay } from '../../../domain/time/format';
import { askedRows, stillSilent, type AskedRow } from '../components/side-card/side-card.view';

type Outcome = (typeof confirmationOutcomes)[number];

export interface CourtForm {
  court: string;
  side: Side | '';
  outcome: Outcome | '';
  number: string;
  words: string;
}

export const emptyForm: CourtForm = { court: '', side: '', outcome: '', number: '', words: '' };

export interface CourtView {
  /** Both are asked first; then the court answers. */
  readonly step: 'ask' | 'record';
  readonly rows: readonly AskedRow[];
  /** `3月10日 周二`. */
  readonly until: string;
  readonly court: string;
  /** For whom it is put down here: the reader, or those without an account. */
  readonly sides: readonly { readonly value: Side; readonly label: string }[];
  readonly isOwn: boolean;
  readonly outcomes: readonly { readonly value: Outcome; readonly label: string }[];
  readonly action: string;
}

/** Nothing when this reader has nothing to do with it now. */
export function courtView(dispute: DisputeView): CourtView | null {
  const { confirmation, confirmationUntil, moves, parties, now } = dispute;
  const { state = 'asked', sides: asked = [], court = '' } = confirmation ?? {};
  const silent = stillSilent(dispute, asked);
  const isOwn = silent.some(({ isMe }) => isMe);
  const isInTime = confirmationUntil !== undefined && now < momentOfDay(confirmationUntil) + DAY;
  const canAsk = state === 'asked' && isInTime && moves.includes('askConfirmation') && silent.length > 0;
  const outcomes = confirmationOutcomes.filter((outcome) => moves.includes('recordConfirmation') && state !== 'asked' && canFollow(state, outcome));
  if (!canAsk && outcomes.length === 0) return null;
  return {
    step: canAsk ? 'ask' : 'record',
    rows: askedRows(parties, asked, '申请了'),
    until: confirmationUntil === undefined ? '' : spokenDay(momentOfDay(confirmationUntil), now),
    court,
    sides: silent.map(({ side, name }) => ({ value: side, label: `${sideLabels[side]} ${name}` })),
    isOwn,
    outcomes: outcomes.map((value) => ({ value, label: confirmationLabels[value] })),
    action: !canAsk ? '记下法院的答复' : !isOwn ? '记下，他要申请' : asked.length > 0 ? '一起申请' : '我要申请',
  };
}

/** Under 现在不用办司法确认. */
export function whyNothing({ state, parties, confirmation }: DisputeView): string {
  const hasAsked = confirmation?.state === 'asked' && parties.some(({ isMe, side }) => isMe && confirmation.sides.includes(side));
  return hasAsked ? '您申请过了，等对方也申请' : `现在是：${stateLabels[state]}`;
}

export function problemsOf({ step }: CourtView, { court, side, outcome }: CourtForm): Record<string, string> {
  if (step === 'record') return outcome === '' ? { outcome: '请选法院怎么说。' } : {};
  return {
    ...(court.trim() === '' && { court: '还没写是哪个法院，拿不准问调解员。' }),
    ...(side === '' && { side: '请选是哪一方。' }),
  };
}

export function askingOf(id: string, { court, side }: CourtForm): InputOf<'dispute.askConfirmation'> {
  return { id, court: court.trim(), side: side || 'applicant' };
}

export function recordingOf(id: string, { outcome, number, words }: CourtForm): InputOf<'dispute.recordConfirmation'> {
  return {
    id,
    outcome: outcome || 'accepted',
    ...(number.trim() !== '' && { number: number.trim() }),
    ...(words.trim() !== '' && { words: words.trim() }),
  };
}
