/** 报苗头: what the form holds, what is missing, and what is sent. Pure. */
import type { InputOf } from '../../../../typings/contract/actions';
import type { DangerAnswers, DisputeCategory, MapPoint } from '../../../../typings/contract/dispute';
import { attached, photoProblem, type KeptPhoto } from '../../../components/photo-picker/photo-picker.view';
import { categoryLabels, disputeCategories } from '../../../domain/dispute/labels';
import { noDanger } from '../../../components/danger-questions/danger-questions.view';

export interface NoticeForm {
  category: DisputeCategory | '';
  story: string;
  danger: DangerAnswers;
  buildingId: string;
  /** With it `buildingId` is the 小区 nearby. */
  point: MapPoint | null;
  door: string;
  who: string;
  /** As it is typed. */
  peopleCount: string;
  photos: KeptPhoto[];
}

export const emptyForm: NoticeForm = { category: '', story: '', danger: noDanger, buildingId: '', point: null, door: '', who: '', peopleCount: '', photos: [] };

export const categoryChips = disputeCategories.map((value) => ({ value, label: categoryLabels[value] }));

/** What is wrong with which field, in the order of the page. */
export function problemsOf({ category, story, buildingId, peopleCount, photos }: NoticeForm): Record<string, string> {
  const people = peopleCount.trim();
  const checks: readonly (readonly [string, boolean, string])[] = [
    ['category', category === '', '还没选是什么事。'],
    ['story', story.trim() === '', '请写一两句看到了什么。'],
    ['buildingId', buildingId === '', '还没说在哪里。'],
    ['peopleCount', people !== '' && !/^[1-9]\d{0,3}$/.test(people), '人数请写整数。'],
    ['photos', photoProblem(photos) !== '', photoProblem(photos)],
  ];
  return Object.fromEntries(checks.filter(([, isWrong]) => isWrong).map(([field, , sentence]) => [field, sentence]));
}

/** The form as it is sent; call it once `problemsOf` found nothing. */
export function inputOf({ category, story, danger, buildingId, point, ...form }: NoticeForm): InputOf<'dispute.notice'> {
  const [door, who, people] = [form.door.trim(), form.who.trim(), form.peopleCount.trim()];
  return {
    category: category || 'unsure',
    story: story.trim(),
    buildingId,
    danger,
    ...(point && { point }),
    ...(door !== '' && { door }),
    ...(who !== '' && { who }),
    ...(people !== '' && { peopleCount: Number(people) }),
    ...attached(form.photos),
  };
}
