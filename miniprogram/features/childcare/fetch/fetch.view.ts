/** 急事接孩子: one question a step, as few as will do. */
import type { InputOf } from '../../../../typings/contract/actions';
import type { Choice } from '../../../components/choice-tiles/choice-tiles.view';

export interface FetchForm {
  readonly step: number;
  readonly childId: string;
  readonly postId: string;
  readonly reason: string;
  readonly school: string;
  readonly teacher: string;
  readonly phrase: string;
}

export const emptyFetch: FetchForm = { step: 0, childId: '', postId: '', reason: '', school: '', teacher: '', phrase: '' };

export type Field = keyof Omit<FetchForm, 'step'>;

interface Step {
  readonly title: string;
  readonly note: string;
  readonly fields: readonly Field[];
}

/** Who has one child and one post is not asked which. */
export const steps: readonly Step[] = [
  { title: '去接哪个孩子', note: '民警去学校接，带到警务室，您忙完来领。有危险先打 110。', fields: ['childId', 'postId'] },
  { title: '出了什么事', note: '一句话就行，民警才知道多急。', fields: ['reason'] },
  { title: '去哪儿接，找哪位老师', note: '也请您先给老师打个电话，说民警会去。', fields: ['school', 'teacher'] },
  { title: '和老师说好的口令', note: '民警到了，老师看清是谁，再说这个词，对上了才接走。只用这一次。', fields: ['phrase'] },
];

const missing: Readonly<Record<Field, string>> = {
  childId: '请点去接哪个孩子。', postId: '请点带去哪个警务室。', reason: '请写一句出了什么事。', school: '请写学校和哪个门。', teacher: '请写老师怎么称呼。', phrase: '请写一个词，并告诉老师。',
};

export interface FetchView extends Step {
  readonly progress: string;
  readonly percent: number;
  readonly isLast: boolean;
  readonly hasBack: boolean;
}

export function viewOf({ step }: FetchForm, first: number): FetchView {
  const [index, all] = [Math.max(step, first), steps.length - first];
  const { title, note, fields } = steps[index] ?? { title: '', note: '', fields: [] };
  const done = index - first + 1;
  return { title, note, fields, progress: `第 ${done} 步，共 ${all} 步`, percent: Math.round((done / all) * 100), isLast: index === steps.length - 1, hasBack: index > first };
}

export function missingIn(form: FetchForm, fields: readonly Field[]): Record<string, string> {
  return Object.fromEntries(fields.filter((field) => form[field].trim() === '').map((field) => [field, missing[field]]));
}

/** Where to mend what the post could not take. */
export function stepToMend(problems: Readonly<Record<string, string>>): number | undefined {
  const at = steps.findIndex(({ fields }) => fields.some((field) => field in problems));
  return at < 0 ? undefined : at;
}

export function inputOf({ childId, postId, reason, school, teacher, phrase }: FetchForm): InputOf<'childcare.askFetch'> {
  return { childId, postId, reason: reason.trim(), school: school.trim(), teacher: teacher.trim(), phrase: phrase.trim() };
}

export function tilesOf(all: readonly { readonly id: string; readonly name: string; readonly note: string }[]): Choice[] {
  return all.map(({ id, name, note }) => ({ value: id, label: name, note }));
}
