/** People and their roles, as an admin reads them. */
import type { GrantedRole, PersonRow, RoleGrant } from '../../../../typings/contract/identity';
import type { Chip } from '../../../components/filter-chips/filter-chips.view';
import { grantedRoles, roleLabels } from '../../../domain/identity/labels';
import { monthAndDay } from '../../../domain/time/format';

export interface GrantLine {
  readonly id: string;
  /** `网格员 · 01网格` */
  readonly words: string;
  /** `到 6月3日`; nothing when it is for good. */
  readonly until: string;
}

export interface PersonLine {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
  readonly grants: readonly GrantLine[];
}

export const roleFilters: readonly Chip[] = [
  { value: '', label: '全部' },
  ...grantedRoles.map((value) => ({ value, label: roleLabels[value] })),
];

export function personLineOf({ id, name, phone = '', grants }: PersonRow): PersonLine {
  return { id, name, phone, grants: grants.map(grantLineOf) };
}

function grantLineOf({ id, role, scopeName, until }: RoleGrant): GrantLine {
  return { id, words: `${roleLabels[role]} · ${scopeName}`, until: until === undefined ? '' : `到 ${monthAndDay(until)}` };
}

/** What the sheet at the bottom is about, as it opens. */
export function openedSheet(sheet: 'invite' | 'person' | '', person: PersonLine | null = null) {
  return { sheet, person, role: '' as GrantedRole | '', scopeId: '', reason: '', code: '', codeNote: '', problem: '', problems: {} };
}
