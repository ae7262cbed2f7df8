/** 依法处理: what can be recorded now, by which article, and what is sent. Pure. */
import type { ActionName, InputOf } from '../../../../typings/contract/actions';
import type { DisputeView, TermsBy } from '../../../../typings/contract/dispute';
import type { Choice } from '../../../components/choice-tiles/choice-tiles.view';
import { photoProblem, type KeptPhoto } from '../../../components/photo-picker/photo-picker.view';
import { termsLabels, waysToTerms } from '../../../domain/dispute/law';
import { DAY, dayKey, momentOfDay, startOfDay } from '../../../domain/time/format';
import { dayWords, spansFrom } from '../../../domain/time/last-days';

export type LawDeed = 'step' | 'decided' | 'settlement';
type Outcome = 'yes' | 'no';

export interface LawForm {
  readonly deed: LawDeed | '';
  readonly words: string;
  readonly byDay: string;
  readonly by: TermsBy | '';
  readonly haveBothApplied: boolean;
  readonly isPerformed: boolean;
  readonly photos: KeptPhoto[];
  readonly outcome: Outcome | '';
  readonly reason: string;
}

export const emptyForm: LawForm = { deed: '', words: '', byDay: '', by: '', haveBothApplied: false, isPerformed: false, photos: [], outcome: '', reason: '' };

export const termsTiles: readonly Choice[] = waysToTerms.map((value) => ({ value, label: termsLabels[value] }));
export const outcomeChips = [
  { value: 'yes', label: '认可，不处罚' },
  { value: 'no', label: '不认可' },
];

export interface LawView {
  readonly tiles: readonly (Choice & { readonly value: LawDeed })[];
  /** Until when, and what was written down before; empty where nothing runs. */
  readonly days: string;
  readonly step: string;
  readonly notes: Readonly<Record<LawDeed, string>>;
  readonly spans: readonly { readonly value: string; readonly label: string }[];
  readonly today: string;
  readonly firstDay: string;
  readonly now: number;
}

const notes: Readonly<Record<LawDeed, string>> = {
  step: '没谈成或者没做到的，对违法行为依法处理；赔偿调解不成的，告知去法院起诉（公安机关办理行政案件程序规定 第185条）。',
  decided: '只记哪天作出决定、文号，不写处罚内容。记下后不再调解，也不再认可和解（第185、186条）。',
  settlement: '符合治安调解条件，经人民调解或者自行和解并且做到了，双方一起书面申请，认可后不予处罚；已作出决定的除外（第186条）。',
};

/** Nothing when there is nothing for this reader to record. */
export function lawView({ moves, law, now }: DisputeView): LawView | null {
  const isOpen = law !== undefined && law.decidedOn === undefined;
  const isOwed = isOpen && (law.dueAt !== undefined || law.step !== undefined);
  const tiles: LawView['tiles'][number][] = [
    ...(isOwed && moves.includes('handOn') ? [{ value: 'step' as const, label: law.step ? '改下一步' : '写下一步', icon: 'edit' }] : []),
    ...(isOwed && (moves.includes('handOn') || (law.step && moves.includes('recordDecision'))) ? [{ value: 'decided' as const, label: '已作出决定', icon: 'check-circle' }] : []),
    ...(isOpen && moves.includes('recognize') ? [{ value: 'settlement' as const, label: '和解了，申请不处罚', icon: 'thumb-up' }] : []),
  ];
  if (tiles.length === 0) return null;
  return {
    tiles,
    days: law?.dueAt === undefined ? '' : `办案期限从没谈成或没做到那天起30天，最晚${dayWords(dayKey(law.dueAt))}（第165、185条）`,
    step: law?.step ? `${law.step.what}，${dayWords(law.step.byDay)}前` : '',
    notes,
    spans: spansFrom(now),
    today: dayKey(now),
    firstDay: dayKey(now + 3 * DAY),
    now,
  };
}

export function problemsOf({ deed, words, byDay, by, photos, outcome, reason, haveBothApplied, isPerformed }: LawForm, { now }: Pick<LawView, 'now'>): Record<string, string> {
  const at = momentOfDay(byDay);
  const isSettlement = deed === 'settlement';
  const checks: readonly (readonly [string, boolean, string])[] = [
    ['deed', deed === '', '请选要记什么。'],
    ['by', isSettlement && by === '', '请选怎么和解的。'],
    ['words', words.trim() === '', isSettlement ? '请写双方怎么说好的。' : deed === 'decided' ? '请写怎么记的，例如文号。' : '请写下一步做什么。'],
    ['byDay', deed === 'step' && !(at >= startOfDay(now)), '下一步的日子要从今天往后。'],
    ['byDay', deed === 'decided' && !(at <= now), '作出决定的日子还没有到。'],
    ['photos', isSettlement && (photos.length === 0 || photoProblem(photos) !== ''), photoProblem(photos) || '请拍下双方签名的申请书。'],
    ['outcome', isSettlement && outcome === '', '请选认可还是不认可。'],
    ['haveBothApplied', isSettlement && outcome === 'yes' && !haveBothApplied, '要双方一起书面申请。'],
    ['isPerformed', isSettlement && outcome === 'yes' && !isPerformed, '说好的都做到了，才能申请不予处罚。'],
    ['reason', isSettlement && outcome === 'no' && reason.trim() === '', '不认可的，请写明理由。'],
  ];
  return Object.fromEntries(checks.filter(([, isWrong]) => isWrong).map(([field, , sentence]) => [field, sentence]));
}

type Sending = { [A in ActionName]: { readonly action: A; readonly input: InputOf<A> } }['dispute.handOn' | 'dispute.recognize'];

/** Call it once `problemsOf` found nothing. */
export function sendingOf(id: string, { deed, words, byDay, by, photos, outcome, reason, haveBothApplied, isPerformed }: LawForm): Sending {
  if (deed !== 'settlement') return { action: 'dispute.handOn', input: { id, step: words.trim(), byDay, isDecided: deed === 'decided' } };
  const [photo] = photos;
  const isRecognized = outcome === 'yes';
  return {
    action: 'dispute.recognize',
    input: { id, by: by || 'themselves', terms: words.trim(), haveBothApplied, isPerformed, file: photo?.id ?? '', isRecognized, ...(!isRecognized && { reason: reason.trim() }) },
  };
}
