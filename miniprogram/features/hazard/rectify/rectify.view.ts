/** 整改: which items were put right, how, and the photo that shows it. */
import type { HazardView } from '../../../../typings/contract/hazard';
import { photoProblem, type KeptPhoto } from '../../../components/photo-picker/photo-picker.view';
import { momentOfDay, spokenDay } from '../../../domain/time/format';

export interface RectifyForm {
  items: string[];
  words: string;
  photos: KeptPhoto[];
}

export const emptyForm: RectifyForm = { items: [], words: '', photos: [] };

export interface ItemRow {
  readonly key: string;
  readonly what: string;
  readonly note: string;
  readonly isOn: boolean;
}

/** What is still open; the only one needs no tap. */
export function rowsOf({ items, now }: Pick<HazardView, 'items' | 'now'>, form: RectifyForm): ItemRow[] {
  const open = items.filter(({ state }) => state === 'open');
  return open.map(({ key, what, judge, byDay }) => ({
    key,
    what,
    note: `怎么算好：${judge}${byDay === undefined ? '' : `。最晚${spokenDay(momentOfDay(byDay), now)}`}`,
    isOn: open.length === 1 || form.items.includes(key),
  }));
}

export function problemsOf({ words, photos }: RectifyForm, rows: readonly ItemRow[]): Record<string, string> {
  const photo = photoProblem(photos) || (photos.length === 0 ? '拍一张整改后的照片。' : '');
  return {
    ...(!rows.some(({ isOn }) => isOn) && { items: '点一下哪几项整改好了。' }),
    ...(words.trim() === '' && { words: '写一句怎么整改的。' }),
    ...(photo !== '' && { photos: photo }),
  };
}
