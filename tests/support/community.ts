/** A small community for specs: its places, and people in their roles, made through the real actions. */
import { join } from 'node:path';
import type { PlaceDocument } from '../../cloudfunctions/_kit/collections';
import { orderKey } from '../../cloudfunctions/_kit/database';
import { personIdOf } from '../../cloudfunctions/_kit/vault';
import { invitationId } from '../../cloudfunctions/identity/invitations';
import { readOrCreateKeys } from '../../local/cloud/keys';
import { privacyVersion } from '../../miniprogram/domain/identity/policy';
import type { GrantedRole } from '../../typings/contract/identity';
import { type LocalCloud, type LocalCloudOptions, type Person, startLocalCloud } from './local-cloud';

export const STATION = 'station';
export const COMMUNITY = 'community';
/** The first building of the first grid, and one of another grid. */
export const BUILDING = 'building3';
export const OTHER_BUILDING = 'building7';

const FIRST_ADMIN = 'FIRST-ADMIN-CODE';
/** Everybody who holds an office in a spec, and over which place. */
const offices: readonly { name: string; fullName: string; role: GrantedRole; scopeId: string }[] = [
  { name: 'officer', fullName: '沈砚秋', role: 'officer', scopeId: COMMUNITY },
  { name: 'officer2', fullName: '陆则行', role: 'officer', scopeId: COMMUNITY },
  { name: 'auxiliary', fullName: '程小北', role: 'auxiliary', scopeId: COMMUNITY },
  { name: 'leader', fullName: '韩岳', role: 'leader', scopeId: STATION },
  { name: 'mediator', fullName: '丁守义', role: 'mediator', scopeId: COMMUNITY },
  { name: 'mediator2', fullName: '白秀兰', role: 'mediator', scopeId: COMMUNITY },
  { name: 'gridWorker', fullName: '夏荷', role: 'gridWorker', scopeId: 'grid01' },
  { name: 'otherGridWorker', fullName: '乔大川', role: 'gridWorker', scopeId: 'grid02' },
  { name: 'volunteer', fullName: '骆长根', role: 'volunteer', scopeId: COMMUNITY },
  { name: 'carer', fullName: '尹晓棠', role: 'carer', scopeId: COMMUNITY },
  { name: 'carer2', fullName: '柳文静', role: 'carer', scopeId: COMMUNITY },
];
const residents = ['resident', 'neighbour'] as const;

export type Name = 'admin' | 'stranger' | (typeof residents)[number] | 'officer' | 'officer2' | 'auxiliary' | 'leader' | 'mediator' | 'mediator2' | 'gridWorker' | 'otherGridWorker' | 'volunteer' | 'carer' | 'carer2';

export interface Community {
  readonly cloud: LocalCloud;
  /** Somebody of the community; a stranger has WeChat and no account. */
  readonly as: (name: Name) => Person;
  readonly idOf: (name: Name) => string;
  readonly stop: () => Promise<void>;
}

/** Starts a cloud at a Tuesday noon of 2026 with everybody in place. */
export async function startCommunity(at = '2026-03-03 12:00', options: LocalCloudOptions = {}): Promise<Community> {
  const cloud = await startLocalCloud(options);
  useKeysOf(cloud);
  await cloud.at(at);
  await cloud.database.collection('places').add(places);
  await cloud.database.collection('invitations').add({ _id: invitationId(FIRST_ADMIN), role: 'admin', scopeId: STATION, expiresAt: Date.UTC(2100, 0), madeBy: 'installation' });
  const as = (name: Name) => cloud.as(`demo-${name}`);
  await join_(as('admin'), '卫思远');
  await as('admin').get('identity.acceptInvitation', { code: FIRST_ADMIN });
  for (const name of residents) {
    await join_(as(name), name === 'resident' ? '韦德顺' : '邻居阿姨');
    await as(name).get('identity.saveProfile', { phone: name === 'resident' ? '13900000021' : '13900000022', home: { buildingId: BUILDING, unit: '2单元' } });
  }
  for (const { name, fullName, role, scopeId } of offices) {
    await join_(as(name as Name), fullName);
    await as('admin').get('identity.grantRole', { personId: idOf(name as Name), role, scopeId });
  }
  return { cloud, as, idOf, stop: () => cloud.stop() };
}

/** The keys of this cloud in this process too, so that a spec can look into what is sealed. */
export function useKeysOf(cloud: LocalCloud): void {
  Object.assign(process.env, readOrCreateKeys(join(cloud.folder, 'data')));
}

function idOf(name: Name): string {
  return personIdOf(`demo-${name}`);
}

async function join_(person: Person, name: string): Promise<void> {
  await person.get('identity.consent', { version: privacyVersion });
  await person.get('identity.saveProfile', { name });
}

const top = [STATION, 'street', COMMUNITY];
const places: PlaceDocument[] = [
  place(STATION, 'station', '桐里派出所', []),
  place('street', 'street', '桐里街道', [STATION]),
  place(COMMUNITY, 'community', '桐花里社区', [STATION, 'street']),
  place('policeGrid', 'policeGrid', '一警格', top),
  place('grid01', 'grid', '01网格', [...top, 'policeGrid']),
  place('grid02', 'grid', '02网格', [...top, 'policeGrid']),
  place('compound', 'compound', '桐花苑', top),
  { ...place(BUILDING, 'building', '3号楼', [...top, 'policeGrid', 'grid01', 'compound']), gridId: 'grid01' },
  { ...place(OTHER_BUILDING, 'building', '7号楼', [...top, 'policeGrid', 'grid02', 'compound']), gridId: 'grid02' },
];

function place(_id: string, kind: PlaceDocument['kind'], name: string, above: readonly string[]): PlaceDocument {
  const parentId = above[above.length - 1];
  return { _id, kind, name, isRetired: false, rev: 0, path: [...above, _id], key: orderKey(0, _id), ...(parentId !== undefined && { parentId }) };
}
