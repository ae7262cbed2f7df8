/** 复查: item by item, passed or not, with a photo from where the first one was taken. */
import type { HazardView, ItemResult } from '../../../../typings/contract/hazard';
import type { Choice } from '../../../components/choice-tiles/choice-tiles.view';
import { photoProblem, type KeptPhoto } from '../../../components/photo-picker/photo-picker.view';
import { stateLabels } from '../../../domain/hazard/labels';
import { dayOf, dayWords } from '../days.view';

export type Verdict = 'passed' | 'failed';

/** Kept on the phone until it was sent. */
export interface RecheckForm {
  verdicts: Record<string, Verdict>;
  days: Record<string, string>;
  words: string;
  photos: KeptPhoto[];
}

export const emptyForm: RecheckForm = { verdicts: {}, days: {}, words: '', photos: [] };

export const verdictTiles: Choice[] = [
  { value: 'passed', label: '过了' },
  { value: 'failed', label: '没过' },
];

export interface ItemRow {
  readonly key: string;
  readonly what: string;
  readonly judge: string;
  readonly verdict: Verdict | '';
  readonly days: string;
  readonly byDay: string;
}

/** Why this person does not recheck, and who may. */
export function whyNot({ state, recheckers = [] }: Pick<HazardView, 'state' | 'recheckers'>): string {
  if (state !== 'recheck') return `现在是：${stateLabels[state]}`;
  const others = recheckers.length > 0 ? `可以请${recheckers.join('、')}去看。` : '请所里另派一位去看。';
  return `发现的、同去的、要求整改的、记整改的人不复查。${others}`;
}

/** What waits for a verdict. */
export function rowsOf({ items, now }: Pick<HazardView, 'items' | 'now'>, { verdicts, days }: RecheckForm): ItemRow[] {
  return items
    .filter(({ state }) => state === 'rectified')
    .map(({ key, what, judge }) => ({ key, what, judge, verdict: verdicts[key] ?? '', days: days[key] ?? '', byDay: dayWords(days[key] ?? '', now) }));
}

export function problemsOf({ photos }: RecheckForm, rows: readonly ItemRow[]): Record<string, string> {
  const photo = photoProblem(photos) || (photos.length === 0 ? '从同一个角度拍一张。' : '');
  return {
    ...(photo !== '' && { photos: photo }),
    ...(rows.some(({ verdict }) => verdict === '') && { results: '还有一项没判，逐项点一下。' }),
    ...(rows.some(({ verdict, days }) => verdict === 'failed' && days === '') && { days: '没过的要再给一个日子。' }),
  };
}

export function resultsOf(rows: readonly ItemRow[], now: number): ItemResult[] {
  return rows.map(({ key, verdict, days }) => ({ key, isPassed: verdict === 'passed', ...(verdict === 'failed' && { byDay: dayOf(days, now) }) }));
}

/** What the button does, in its words. */
export function labelOf(rows: readonly ItemRow[]): string {
  const failed = rows.filter(({ verdict }) => verdict === 'failed').length;
  if (failed > 0) return `${failed} 项没过，退回整改`;
  return rows.every(({ verdict }) => verdict === 'passed') ? '都过了，办结' : '记下复查';
}
