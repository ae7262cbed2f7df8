/** 我的: who I am here, and where I can go. */
import type { Home, Role } from '../../../typings/contract/identity';
import type { Chip } from '../../components/filter-chips/filter-chips.view';
import type { LinkRow } from '../../components/link-rows/link-rows.view';
import { roleLabels } from '../../domain/identity/labels';

export interface MeView {
  readonly name: string;
  readonly about: string;
  /** The identities to choose among; none for who has one. */
  readonly identities: readonly Chip[];
  readonly as: Role;
  readonly rows: readonly LinkRow[];
  readonly adminRows: readonly LinkRow[];
}

const adminRows: readonly LinkRow[] = [
  { title: '人员', icon: 'usergroup', page: '/features/identity/people/people' },
  { title: '地点', icon: 'location', page: '/features/identity/places/places' },
  { title: '节假日', icon: 'calendar', page: '/features/identity/holidays/holidays' },
];

export function meOf({ me, as, unread }: Home): MeView {
  const { isGuest, name, phone, home, roles } = me;
  const about = [phone, home?.text].filter((part) => part !== undefined).join(' · ');
  return {
    name: name || (isGuest ? '您还没留名字' : '写上怎么称呼您'),
    about: about || (isGuest ? '需要时再填，现在可以随便看看' : '填上住哪栋楼，就能看到您的民警'),
    identities: roles.length > 1 ? roles.map((value) => ({ value, label: roleLabels[value] })) : [],
    as,
    rows: [
      { title: '消息', icon: 'notification', page: '/features/identity/inbox/inbox', ...(unread > 0 && { note: `${unread} 条新的`, isNew: true }) },
      { title: '打开邀请函', icon: 'mail', page: '/features/dispute/letter/letter', note: '请您来谈的' },
      { title: '填邀请码', icon: 'qrcode', page: '/features/identity/invitation/invitation', note: '领身份用' },
      { title: '个人信息说明', icon: 'secured', page: '/features/identity/privacy/privacy' },
    ],
    adminRows: roles.includes('admin') ? adminRows : [],
  };
}
