/** A form of a page: what was typed is on the screen, and on the phone until it was sent. */
import { draftOf, dropDraft, keepDraft } from './drafts';
import { leave } from './page';

/** `change` of a field that names itself with `data-field`. */
export type FieldEvent = WechatMiniprogram.CustomEvent<{ value: unknown }, object, { field: string }>;

interface FormPage {
  readonly data: { readonly form: object };
  setData(data: object): void;
}

/** Begins with what was typed and not sent. */
export function begin<Form extends object>(page: FormPage, key: string, empty: Form): void {
  page.setData({ form: { ...empty, ...draftOf<Form>(key) } });
}

/** It was sent: the draft goes, and the person goes back. */
export async function finish(key: string, said: string): Promise<void> {
  dropDraft(key);
  await leave(said);
}

/** Takes over what a field reports, and what was wrong with it is no longer said. The form survives under `key`. */
export function keepField(page: FormPage, key: string, { currentTarget, detail }: FieldEvent): void {
  keep(page, key, { [currentTarget.dataset.field]: detail.value });
}

export function keep(page: FormPage, key: string, change: Readonly<Record<string, unknown>>): void {
  const fields = Object.entries(change).flatMap(([field, value]) => [[`form.${field}`, value], [`problems.${field}`, '']] as const);
  page.setData({ problem: '', ...Object.fromEntries(fields) });
  keepDraft(key, page.data.form);
}

/** True when there is something to mend; then it is said, and nothing is sent. */
export function complain(page: Pick<FormPage, 'setData'>, problems: Readonly<Record<string, string>>): boolean {
  const [first] = Object.values(problems);
  if (first === undefined) return false;
  page.setData({ problems, problem: first });
  return true;
}
