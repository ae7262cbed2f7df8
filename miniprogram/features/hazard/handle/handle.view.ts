/** 定怎么整改: an advice, an order, or no hazard after all; and what is still missing. */
import type { HazardMove, HazardView, ItemDeadline } from '../../../../typings/contract/hazard';
import type { Choice } from '../../../components/choice-tiles/choice-tiles.view';
import { photoProblem, type KeptPhoto } from '../../../components/photo-picker/photo-picker.view';
import { dayOf, dayWords } from '../days.view';

export type Way = 'advise' | 'order' | 'dismiss';

/** Kept on the phone until it was sent. `days` has a chip for each item. */
export interface HandleForm {
  way: Way | '';
  responsible: string;
  days: Record<string, string>;
  words: string;
  photos: KeptPhoto[];
}

export const emptyForm: HandleForm = { way: '', responsible: '', days: {}, words: '', photos: [] };

const tiles: readonly (Choice & { readonly value: Way })[] = [
  { value: 'advise', label: '当面提醒', note: '按清单的日子来', icon: 'chat-bubble' },
  { value: 'order', label: '责令整改', note: '每一项定一个日子', icon: 'edit-1' },
  { value: 'dismiss', label: '不算隐患', note: '写明为什么', icon: 'check-circle' },
];

/** Only what this person may do. */
export function waysFor(moves: readonly HazardMove[]): Choice[] {
  return tiles.filter(({ value }) => moves.includes(value));
}

export interface ItemRow {
  readonly key: string;
  readonly what: string;
  readonly judge: string;
  readonly days: string;
  readonly byDay: string;
}

export function rowsOf({ items, now }: Pick<HazardView, 'items' | 'now'>, { days }: HandleForm): ItemRow[] {
  return items.map(({ key, what, judge }) => ({ key, what, judge, days: days[key] ?? '', byDay: dayWords(days[key] ?? '', now) }));
}

export function problemsOf({ way, responsible, days, words, photos }: HandleForm, items: HazardView['items']): Record<string, string> {
  if (way === '') return { way: '请先选怎么办。' };
  const photo = photoProblem(photos);
  return {
    ...(way !== 'dismiss' && responsible.trim() === '' && { responsible: '写清楚谁来整改，例如：面馆店主。' }),
    ...(way === 'order' && items.some(({ key }) => (days[key] ?? '') === '') && { days: '每一项都点一个日子。' }),
    ...(way !== 'order' && words.trim() === '' && { words: way === 'advise' ? '写一句怎么提醒的。' : '写一句为什么不算。' }),
    ...(way !== 'dismiss' && photo !== '' && { photos: photo }),
  };
}

export function deadlinesOf({ items, now }: Pick<HazardView, 'items' | 'now'>, { days }: HandleForm): ItemDeadline[] {
  return items.map(({ key }) => ({ key, byDay: dayOf(days[key] ?? '', now) }));
}
