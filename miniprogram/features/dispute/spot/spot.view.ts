/** 当场调解: what must hold, what is written down, and what is sent. Pure. */
import type { InputOf } from '../../../../typings/contract/actions';
import type { DisputeView, SpotProof } from '../../../../typings/contract/dispute';
import { photoProblem, type KeptPhoto } from '../../../components/photo-picker/photo-picker.view';
import { emptyOccurrence, occurrenceFormOf, occurrenceOf, occurrenceProblems, type OccurrenceForm } from '../components/occurrence-fields/occurrence-fields.view';

export interface SpotForm {
  readonly course: string;
  readonly occurrence: OccurrenceForm;
  readonly terms: string;
  readonly isClear: boolean;
  readonly isLossUndisputed: boolean;
  readonly haveBothAgreed: boolean;
  readonly isPerformed: boolean;
  readonly proof: SpotProof;
  readonly photos: KeptPhoto[];
  readonly recording: string;
}

export const emptyForm: SpotForm = {
  course: '', occurrence: emptyOccurrence, terms: '', isClear: false, isLossUndisputed: false, haveBothAgreed: false, isPerformed: false, proof: 'paper', photos: [], recording: '',
}; // prettier-ignore

/** In the order of the article; all of them, or it goes the long way. */
export const conditions = [
  { field: 'isClear', label: '事实清楚，因果关系明确', problem: '事实不清楚的，不能当场调解。' },
  { field: 'isLossUndisputed', label: '不涉及医疗费、物品损失，或者赔多少没有争议', problem: '赔付有争议的，不能当场调解。' },
  { field: 'haveBothAgreed', label: '双方都同意当场调解', problem: '要双方都同意。' },
  { field: 'isPerformed', label: '说好的当场做了', problem: '要当场做到。' },
] as const;

export const proofChips = [
  { value: 'paper', label: '签了协议书' },
  { value: 'recording', label: '录音录像里都有' },
];

export function isOffered({ moves, track }: DisputeView): boolean {
  return moves.includes('settleByPolice') && track === 'security';
}

export function formOf({ story, place }: DisputeView): SpotForm {
  return { ...emptyForm, course: story, occurrence: occurrenceFormOf(undefined, place) };
}

export function problemsOf(form: SpotForm, now: number): Record<string, string> {
  const { course, terms, proof, photos, recording, occurrence } = form;
  return {
    ...(course.trim() === '' && { course: '还没写经过。' }),
    ...occurrenceProblems(occurrence, now),
    ...(terms.trim() === '' && { terms: '还没写怎么说好的。' }),
    ...Object.fromEntries(conditions.filter(({ field }) => !form[field]).map(({ field, problem }) => [field, problem])),
    ...(proof === 'paper' && (photos.length === 0 || photoProblem(photos) !== '') && { photos: photoProblem(photos) || '请拍下双方签名的协议书。' }),
    ...(proof === 'recording' && recording.trim() === '' && { recording: '还没写录音录像存在哪里。' }),
  };
}

/** Call it once `problemsOf` found nothing. */
export function inputOf(id: string, { course, occurrence, terms, proof, photos, recording, isClear, isLossUndisputed, haveBothAgreed, isPerformed }: SpotForm): InputOf<'dispute.settleByPolice'> {
  const [photo] = photos;
  return {
    id, course: course.trim(), occurrence: occurrenceOf(occurrence), terms: terms.trim(), isClear, isLossUndisputed, haveBothAgreed, isPerformed, proof,
    ...(proof === 'paper' ? photo && { file: photo.id } : { recording: recording.trim() }),
  }; // prettier-ignore
}
