/** 请人帮忙: a template, and somebody for each of its posts. Pure. */
import type { InputOf, OutputOf } from '../../../../../typings/contract/actions';
import type { PanelPost, PanelTemplate, PanelView } from '../../../../../typings/contract/dispute';
import type { Chip } from '../../../../components/filter-chips/filter-chips.view';
import { panelPosts, panelTemplateNames, panelTemplates, postLabels } from '../../../../domain/dispute/panel';

type Helpers = OutputOf<'dispute.helpers'>['helpers'];

/** Somebody for one post: by account, or by name. */
export interface PanelRow {
  readonly post: PanelPost;
  readonly personId: string;
  readonly name: string;
  /** Of somebody without an account: staff asked. */
  readonly hasNoConflict: boolean;
}

export interface ShownRow extends PanelRow {
  readonly key: string;
  readonly label: string;
  readonly chips: readonly Chip[];
  readonly isNeeded: boolean;
}

/** Posts that are an office here: the first who holds it is proposed. A partner may be the lawyer or the property manager. */
const ofPost: ReadonlySet<PanelPost> = new Set(['leader', 'officer', 'auxiliary', 'gridWorker']);
/** For whoever has no account here. */
const BY_NAME = 'name';

export const templateChips: readonly Chip[] = panelTemplateNames.map((value) => ({ value, label: panelTemplates[value].name }));

/** Every post of the template, with who has it already, and whoever else was asked. */
export function rowsFor(template: PanelTemplate, panel: PanelView | null, helpers: Helpers): PanelRow[] {
  const present = (panel?.members ?? []).filter(({ hasLeft }) => !hasLeft);
  const { posts } = panelTemplates[template];
  const needed = posts.map((post) => rowOf(post, present.find((member) => member.post === post), helpers));
  const others = present.filter((member) => !posts.includes(member.post) || present.find(({ post }) => post === member.post) !== member);
  return [...needed, ...others.map((member) => rowOf(member.post, member, helpers))];
}

function rowOf(post: PanelPost, member: PanelView['members'][number] | undefined, helpers: Helpers): PanelRow {
  const able = helpers.filter((helper) => helper.post === post);
  const known = member ? able.find(({ name }) => name === member.name) : ofPost.has(post) ? able[0] : undefined;
  if (known) return { post, personId: known.personId, name: known.name, hasNoConflict: true };
  return { post, personId: '', name: member?.name ?? '', hasNoConflict: member?.hasDeclared ?? false };
}

export function shownRows(rows: readonly PanelRow[], template: PanelTemplate, helpers: Helpers): ShownRow[] {
  const needed = panelTemplates[template].posts.length;
  return rows.map((row, position) => ({
    ...row,
    key: String(position),
    label: postLabels[row.post],
    chips: chipsFor(row.post, helpers),
    isNeeded: position < needed,
  }));
}

function chipsFor(post: PanelPost, helpers: Helpers): Chip[] {
  const able = helpers.filter((helper) => helper.post === post);
  return able.length === 0 ? [] : [...able.map(({ personId, name }) => ({ value: personId, label: name })), { value: BY_NAME, label: '别人' }];
}

/** What a chip of a row means. */
export function chosenRow(row: PanelRow, value: string, helpers: Helpers): PanelRow {
  const helper = helpers.find(({ personId, post }) => personId === value && post === row.post);
  return helper ? { post: row.post, personId: value, name: helper.name, hasNoConflict: true } : { post: row.post, personId: '', name: '', hasNoConflict: false };
}

/** The chip that is on. */
export function chipOf({ personId }: PanelRow): string {
  return personId === '' ? BY_NAME : personId;
}

/** Whom one may ask beyond the template. */
export const morePosts: readonly { readonly post: PanelPost; readonly label: string }[] = panelPosts.map((post) => ({ post, label: postLabels[post] }));

export function problemsOf(rows: readonly PanelRow[]): Record<string, string> {
  return Object.fromEntries(
    rows.flatMap(({ personId, name, post, hasNoConflict }, position): [string, string][] => {
      const isTwice = personId !== '' && rows.slice(0, position).some((row) => row.personId === personId);
      if (isTwice) return [[`members.${position}.personId`, `${name}已经占了一个位置，一个人只能占一个，请换一位。`]];
      if (personId !== '') return [];
      if (name.trim() === '') return [[`members.${position}.name`, `请写${postLabels[post]}是谁。`]];
      return hasNoConflict ? [] : [[`members.${position}.hasNoConflict`, '请先问他和双方有没有利害关系。']];
    }),
  );
}

/** Who has an account says it himself, and so does whoever asks. */
export function inputOf(id: string, template: PanelTemplate, rows: readonly PanelRow[]): InputOf<'dispute.formPanel'> {
  return { id, template, members: rows.map(({ post, personId, name, hasNoConflict }) => ({ post, name: name.trim(), hasNoConflict: personId === '' && hasNoConflict, ...(personId !== '' && { personId }) })) };
}
