/** Giving an office and taking it back: on the account, and on the roster of the station, in one transaction. */
import { ulid } from 'ulid';
import type { GrantedRole } from '../../typings/contract/identity';
import type { AccountCase } from '../../miniprogram/domain/identity/account';
import { roleLabels } from '../../miniprogram/domain/identity/labels';
import type { WriteContext } from '../_kit/action';
import { liveGrants } from '../_kit/caller';
import type { CaseHandle } from '../_kit/case-engine';
import { collections, type PlaceDocument, type RosterMember } from '../_kit/collections';
import type { Reader } from '../_kit/database';
import { badField } from '../_kit/errors';
import { rosterOf } from '../_kit/staff';
import type { Transaction } from '../_kit/transaction';

/** Volunteers are many, and no case is assigned to one by office. */
const offRoster: readonly GrantedRole[] = ['volunteer'];

interface Office {
  readonly role: GrantedRole;
  readonly until?: number | undefined;
}

/** The place that an office is over. Throws `INVALID_INPUT` for none, or one that is no longer used. */
export async function scopeAt(db: Reader, id: string): Promise<PlaceDocument> {
  const place = await db.get(collections.places, id);
  if (!place || place.isRetired) throw badField('scopeId', '请选管哪个地方。');
  return place;
}

/** Gives an office over a place from now on. Throws `INVALID_INPUT` when it is held already, or would end before it begins. */
export async function giveOffice({ db, now }: WriteContext, account: CaseHandle<AccountCase>, place: PlaceDocument, { role, until }: Office): Promise<void> {
  const { _id, facts } = account.document;
  if (facts.name === '') throw badField('name', '请本人先在“我的”里写上姓名。');
  if (until !== undefined && until <= now) throw badField('until', '到期的日子要在今天以后。');
  if (liveGrants({ facts }, now).some((held) => held.role === role && held.scopeId === place._id)) throw badField('role', '已经有这个身份了。');
  const grant = { id: ulid(now), role, scopeId: place._id, scopeName: place.name, from: now, ...(until !== undefined && { until }) };
  await account.move('grant', { facts: { ...facts, grants: [...facts.grants, grant] }, words: `${roleLabels[role]} ${place.name}` });
  const entry = { id: _id, name: facts.name, role, scopeId: place._id, grantId: grant.id, ...(until !== undefined && { until }) };
  await changeRoster(db, place.path, now, (members) => (offRoster.includes(role) ? members : [...members, entry]));
}

/** Ends an office now. */
export async function takeOffice({ db, now }: WriteContext, account: CaseHandle<AccountCase>, place: PlaceDocument, grantId: string, reason: string): Promise<void> {
  const { facts } = account.document;
  const grants = facts.grants.map((grant) => (grant.id === grantId ? { ...grant, revokedAt: now } : grant));
  await account.move('revoke', { facts: { ...facts, grants }, words: reason });
  await changeRoster(db, place.path, now, (members) => members.filter((member) => member.grantId !== grantId));
}

/** Writes a new name wherever the person stands on a roster. */
export async function renameOnRosters({ db, now }: WriteContext, account: CaseHandle<AccountCase>): Promise<void> {
  const { _id, facts } = account.document;
  const held = liveGrants({ facts }, now).filter(({ role }) => !offRoster.includes(role));
  const stations = new Map<string, readonly string[]>();
  for (const scopeId of new Set(held.map((grant) => grant.scopeId))) {
    const place = await db.get(collections.places, scopeId);
    if (place) stations.set(place.path[0] ?? '', place.path);
  }
  for (const path of stations.values()) {
    await changeRoster(db, path, now, (members) => members.map((member) => (member.id === _id ? { ...member, name: facts.name } : member)));
  }
}

/** `rev` is written even when nobody enters or leaves: two changes of offices at one station cannot both rely on the old ones. */
async function changeRoster(db: Transaction, path: readonly string[], now: number, change: (members: readonly RosterMember[]) => readonly RosterMember[]): Promise<void> {
  const roster = await rosterOf(db, path);
  const inOffice = roster.members.filter(({ until }) => until === undefined || until > now);
  await db.replace(collections.rosters, { ...roster, rev: roster.rev + 1, members: change(inOffice) });
}
