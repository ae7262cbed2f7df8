/** The people of the demo community: those with a part to play, and sixty neighbours. All invented; no number rings. */
import { privacyVersion } from '../../miniprogram/domain/identity/policy';
import type { GrantedRole } from '../../typings/contract/identity';
import type { Cloud } from '../cloud';
import { personas } from '../personas';
import { Actor } from './actor';
import type { Territory } from './territory';

interface Part {
  readonly openid: string;
  readonly name: string;
  readonly phone?: string;
  /** The building, as `桐花苑 3号楼`. */
  readonly home?: string;
  readonly unit?: string;
  readonly role?: GrantedRole;
  readonly over?: string;
}

/** Where a persona lives, and what the person is there for. */
const personaParts: Readonly<Record<string, Omit<Part, 'openid' | 'name'>>> = {
  resident: { phone: '13900000021', home: '桐花苑 3号楼', unit: '2单元' },
  neighbour: { phone: '13900000022', home: '桐花苑 3号楼', unit: '2单元' },
  parent: { phone: '13900000023', home: '桐花苑 5号楼', unit: '1单元' },
  parent2: { phone: '13900000024', home: '望河新城 A座', unit: '1单元' },
  volunteer: { phone: '13900000025', home: '纺机宿舍 2栋', unit: '1单元', role: 'volunteer', over: '桐花里社区' },
  courier: { phone: '13900000026', home: '纺机宿舍 4栋', unit: '2单元' },
  gridWorker: { role: 'gridWorker', over: '01网格' },
  mediator: { role: 'mediator', over: '桐花里社区' },
  mediator2: { role: 'mediator', over: '桐花里社区' },
  officer: { role: 'officer', over: '桐花里社区' },
  officer2: { role: 'officer', over: '桐花里社区' },
  auxiliary: { role: 'auxiliary', over: '桐花里社区' },
  leader: { role: 'leader', over: '桐里派出所' },
  carer: { role: 'carer', over: '桐花里社区' },
  partner: { phone: '13900000027', role: 'partner', over: '桐花苑' },
};

/** Staff whom nobody plays. */
const others: readonly Part[] = [
  staff('luoqing', '罗青', 'auxiliary', '桐花里社区'),
  staff('fangyuzhen', '方予真', 'partner', '桐花里社区'), // lawyer
  staff('gumingzhou', '顾明舟', 'partner', '桐花里社区'), // 司法所
  staff('zouliqun', '邹立群', 'gridWorker', '桐花里社区'), // 网格长
  staff('qiaodachuan', '乔大川', 'gridWorker', '02网格'),
  staff('ningwan', '宁婉', 'gridWorker', '03网格'),
  staff('baisong', '柏松', 'gridWorker', '04网格'),
  staff('yinhe', '殷禾', 'gridWorker', '05网格'),
  staff('longqiming', '龙启明', 'gridWorker', '06网格'),
];

const surnames = ['温', '简', '路', '祁', '霍', '蓝', '汤', '庄', '柴', '卓', '梅', '丛', '项', '桂']; // none of them is on the staff
const givenNames = ['晓雨', '国栋', '春燕', '志远', '雅琴', '海生', '玉兰', '建安', '思敏', '长河', '文彬', '小满', '秋菊', '学勤', '一帆'];
const RESIDENTS = 60;
/** Calls at once: each needs a process of the function, and starting one costs as much as a dozen calls. */
const TOGETHER = 2;

/** Everybody by the persona's id, and the neighbours as `resident1` … `resident60`. */
export type People = ReadonlyMap<string, Actor>;

/** Takes the first office with the code of the installation. */
export async function joinAdmin(cloud: Cloud, code: string): Promise<Actor> {
  const { openid, name } = personas.find(({ id }) => id === 'admin')!;
  const admin = new Actor(cloud, openid, name);
  await join(admin, { openid, name }, new Map());
  await admin.does('identity.acceptInvitation', { code });
  return admin;
}

/** Everybody joins, and the admin gives the offices. */
export async function gatherPeople(cloud: Cloud, admin: Actor, territory: Territory): Promise<People> {
  const parts = new Map<string, Part>();
  for (const { id, openid, name } of personas) {
    const part = personaParts[id];
    if (part) parts.set(id, { openid, name, ...part });
  }
  for (const part of others) parts.set(part.openid.replace('demo-staff-', ''), part);
  for (const [position, part] of residentsOf(territory).entries()) parts.set(`resident${position + 1}`, part);

  const people = new Map<string, Actor>([['admin', admin]]);
  for (const [id, { openid, name }] of parts) people.set(id, new Actor(cloud, openid, name));
  await together([...parts], ([id, part]) => join(people.get(id)!, part, territory));
  for (const [id, { role, over = '' }] of parts) {
    if (role) await admin.does('identity.grantRole', { personId: people.get(id)!.id, role, scopeId: territory.get(over) ?? '' });
  }
  return people;
}

async function join(actor: Actor, { name, phone, home, unit = '' }: Part, territory: Territory): Promise<void> {
  actor.id = (await actor.does('identity.consent', { version: privacyVersion })).id;
  const buildingId = home === undefined ? undefined : territory.get(home);
  await actor.does('identity.saveProfile', { name, ...(phone !== undefined && { phone }), ...(buildingId !== undefined && { home: { buildingId, unit } }) });
}

/** The same names in the same buildings every time. */
function residentsOf(territory: Territory): Part[] {
  const homes = [...territory.keys()].filter((name) => /^\S+ \S+$/.test(name) && !name.startsWith('澄光商街'));
  return Array.from({ length: RESIDENTS }, (_, position) => ({
    openid: `demo-resident-${String(position + 1).padStart(2, '0')}`,
    name: `${surnames[position % surnames.length]}${givenNames[(position * 4) % givenNames.length]}`,
    phone: String(13_900_001_001 + position),
    home: homes[(position * 5) % homes.length]!,
    unit: `${1 + (position % 3)}单元`,
  }));
}

function staff(key: string, name: string, role: GrantedRole, over: string): Part {
  return { openid: `demo-staff-${key}`, name, role, over };
}

async function together<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const next = async (): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: TOGETHER }, next));
}
