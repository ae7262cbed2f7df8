/** 降颜色: what somebody proposed, as the second reads it; and what may be proposed. Pure. */
import type { Colour, DangerAnswers, DisputeView } from '../../../../../typings/contract/dispute';
import { colourLabels, colours, dangerQuestions } from '../../../../domain/dispute/labels';
import { hasDanger, isLowered, proposeColour } from '../../../../domain/dispute/grading';

type Danger = keyof DangerAnswers;

export interface LoweringCard {
  /** What stands there now, `■ 红 紧急，有人威胁或拿着刀`. */
  readonly now: string;
  readonly pending: { readonly words: string; readonly reason: string; readonly isMine: boolean; readonly seen: number } | null;
  readonly canAnswer: boolean;
  readonly canPropose: boolean;
  /** One person is enough; else the button says that another is asked. */
  readonly needsTwo: boolean;
  readonly colours: readonly { readonly value: Colour; readonly label: string }[];
  readonly dangers: readonly { readonly value: Danger; readonly label: string }[];
  readonly danger: DangerAnswers;
}

export interface LowerForm {
  readonly colour: Colour | '';
  /** Dangers that are no more. */
  readonly gone: readonly Danger[];
  readonly reason: string;
}

export const emptyForm: LowerForm = { colour: '', gone: [], reason: '' };

/** Nothing where there is nothing to take down, or it is not for the reader. */
export function loweringCardOf(dispute: DisputeView): LoweringCard | null {
  const { colour, danger, lowering, moves, proposal } = dispute;
  const canPropose = moves.includes('proposeLower') && (hasDanger(danger) || (colour !== undefined && colour !== 'blue'));
  if (!lowering && !canPropose) return null;
  const proposed = proposal?.colour ?? proposeColour(dispute).colour;
  return {
    now: [colour === undefined ? '' : named(colour), ...dangersOf(danger).map(({ label }) => label)].filter((part) => part !== '').join('，'),
    pending: lowering ? { words: proposalWords(lowering, dispute), reason: lowering.reason, isMine: lowering.isMine, seen: dispute.version } : null,
    canAnswer: moves.includes('lower'),
    canPropose: canPropose && !lowering,
    needsTwo: colour === 'red' || proposed === 'red' || hasDanger(danger),
    colours: colours.filter((each) => colour !== undefined && (isLowered(each, colour) || each === colour)).map((value) => ({ value, label: named(value) })),
    dangers: dangersOf(danger),
    danger,
  };
}

export function problemsOf({ colour, gone, reason }: LowerForm, { danger }: Pick<LoweringCard, 'danger'>, current: Colour): Record<string, string> {
  const left = dangerAfter(danger, gone);
  const isLess = gone.length > 0 || (colour !== '' && isLowered(colour, current));
  return {
    ...(!isLess && { colour: '请选降到什么颜色，或者哪样危险没有了。' }),
    ...(hasDanger(left) && colour !== '' && colour !== 'red' && { colour: '还有人身危险，颜色不能降。' }),
    ...(reason.trim() === '' && { reason: '请写明为什么。' }),
  };
}

export function dangerAfter(danger: DangerAnswers, gone: readonly Danger[]): DangerAnswers {
  return { ...danger, ...Object.fromEntries(gone.map((each) => [each, false])) };
}

/** `陆则行提出：降到▲ 黄 会诊，不再算“有人威胁或拿着刀”` */
function proposalWords({ by, colour, danger }: NonNullable<DisputeView['lowering']>, before: Pick<DisputeView, 'colour' | 'danger'>): string {
  const gone = dangersOf(before.danger).filter(({ value }) => !danger[value]).map(({ label }) => label);
  const parts = [colour === before.colour ? '' : `降到${named(colour)}`, gone.length > 0 ? `不再算“${gone.join('、')}”` : ''];
  return `${by}提出：${parts.filter((part) => part !== '').join('，')}`;
}

function dangersOf(danger: DangerAnswers): { value: Danger; label: string }[] {
  return (Object.keys(dangerQuestions) as Danger[]).filter((each) => danger[each]).map((value) => ({ value, label: dangerQuestions[value].yes }));
}

function named(colour: Colour): string {
  const { shape, name, word } = colourLabels[colour];
  return `${shape} ${name} ${word}`;
}
