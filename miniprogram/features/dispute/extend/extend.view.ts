/** 多谈几天: who asked for how many, and for whom one may say so here. Pure. */
import type { InputOf } from '../../../../typings/contract/actions';
import type { DisputeView, Side } from '../../../../typings/contract/dispute';
import { sideLabels } from '../../../domain/dispute/labels';
import { mostExtendedDays } from '../../../domain/dispute/policy';
import { askedRows, stillSilent, type AskedRow } from '../components/side-card/side-card.view';

export interface ExtendForm {
  days: string;
  side: Side;
}

export const emptyForm: ExtendForm = { days: '10', side: 'applicant' };
export const dayChips = [5, 10, 15, mostExtendedDays].map((days) => ({ value: String(days), label: `${days} 天` }));

export interface ExtendView {
  readonly rows: readonly AskedRow[];
  /** What the other asked for; empty when nobody has asked. */
  readonly askedDays: string;
  readonly sides: readonly { readonly value: Side; readonly label: string }[];
  readonly isOwn: boolean;
}

/** Nothing when this reader has said so already, or may not. */
export function extendView(dispute: DisputeView): ExtendView | null {
  const { extension, moves, parties } = dispute;
  const asking = extension && extension.sides.length < 2 ? extension : undefined;
  const silent = stillSilent(dispute, asking?.sides ?? []);
  if (!moves.includes('askExtend') || silent.length === 0) return null;
  return {
    rows: asking ? askedRows(parties, asking.sides, `想多谈${asking.days}天`) : [],
    askedDays: asking ? String(asking.days) : '',
    sides: silent.map(({ side, name }) => ({ value: side, label: `${sideLabels[side]} ${name}` })),
    isOwn: silent.some(({ isMe }) => isMe),
  };
}

export function inputOf(id: string, { side, days }: ExtendForm): InputOf<'dispute.extend'> {
  return { id, side, days: Number(days) };
}
