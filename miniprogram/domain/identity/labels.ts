/** People: the words for roles and places. */
import type { PlaceKind, Role } from '../../../typings/contract/identity';

export const grantedRoles = ['volunteer', 'gridWorker', 'mediator', 'auxiliary', 'officer', 'leader', 'carer', 'partner', 'admin'] as const;
export const roles = ['resident', ...grantedRoles] as const;
export const placeKinds = ['station', 'street', 'community', 'policeGrid', 'grid', 'compound', 'building'] as const;

export const roleLabels: Readonly<Record<Role, string>> = {
  resident: '居民',
  volunteer: '义警',
  gridWorker: '网格员',
  mediator: '调解员',
  auxiliary: '辅警',
  officer: '民警',
  leader: '所领导',
  carer: '托管员',
  partner: '合作单位',
  admin: '管理员',
};

/** How staff are called by the people they serve; others by their full name. */
const titles: Readonly<Partial<Record<Role, string>>> = { officer: '警官', auxiliary: '辅警', leader: '所长', mediator: '调解员', gridWorker: '网格员', carer: '老师' };

export const placeKindLabels: Readonly<Record<PlaceKind, string>> = {
  station: '派出所',
  street: '街道',
  community: '社区',
  policeGrid: '警格',
  grid: '网格',
  compound: '小区',
  building: '楼栋',
};

/** `沈警官`, `丁调解员`; the surname alone, since a compound surname is rare and a full name is on the badge. */
export function staffTitle(name: string, role: Role): string {
  const title = titles[role];
  return title === undefined ? name : `${name.slice(0, 1)}${title}`;
}
