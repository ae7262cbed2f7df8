/** People: an account as a kind of case, who may touch it, and what is shown of it. */
import type { HomeAddress, Me, PersonRow, RoleGrant } from '../../typings/contract/identity';
import { accountClocks, accountRelations, accountTransitions, type AccountCase, type AccountFacts } from '../../miniprogram/domain/identity/account';
import { roleLabels } from '../../miniprogram/domain/identity/labels';
import type { Policy, WriteContext } from '../_kit/action';
import { liveGrants, rolesOf, type Caller } from '../_kit/caller';
import { takeCase, type CaseHandle, type CaseKind, type Letter } from '../_kit/case-engine';
import { collections, type CaseDocument, type PlaceDocument, type User } from '../_kit/collections';
import { orderKey } from '../_kit/database';
import { badField, Refusal } from '../_kit/errors';
import { compoundOf } from '../_kit/places';
import { member } from '../_kit/policy';
import { blindIndex, open } from '../_kit/vault';

export type Account = CaseDocument<AccountCase>;

type AccountKeys = Pick<User, 'roles' | 'phoneIndex' | 'joinedKey'>;

const ME_PAGE = '/pages/me/me';

export const accounts: CaseKind<AccountCase, AccountKeys> = {
  name: 'account',
  collection: collections.users,
  transitions: accountTransitions,
  clocks: accountClocks,
  relations: (person, { _id }) => accountRelations(person, _id),
  keys: keysOf,
  letters: async (_db, move, account) => lettersAfter(move, account),
  reminders: async () => [],
};

function keysOf({ _id, facts, openedAt, changedAt }: Account): AccountKeys {
  return {
    roles: [...new Set(facts.grants.filter(({ until, revokedAt }) => revokedAt === undefined && (until === undefined || until > changedAt)).map(({ role }) => role))],
    phoneIndex: facts.phone ? blindIndex('phone', open(facts.phone, _id)) : '',
    joinedKey: orderKey(openedAt, _id),
  };
}

/** Whoever is given an office, or loses one, is told. */
function lettersAfter(move: AccountCase['move'], { _id, facts }: Account): Letter[] {
  const newest = facts.grants.at(-1);
  if (move === 'grant' && newest) return [{ to: _id, sentence: `您现在是${roleLabels[newest.role]}（${newest.scopeName}）。`, page: ME_PAGE }];
  if (move === 'revoke') return [{ to: _id, sentence: '您的一项身份收回了，在“我的”里看得到现在有哪些。', page: ME_PAGE }];
  return [];
}

/** The caller's own account. Guests are asked to read the privacy notice first. */
export const ownAccount: Policy<WriteContext, unknown, { account: CaseHandle<AccountCase> }> = {
  name: 'ownAccount',
  async grant(context, input) {
    await member.grant(context, input);
    return { account: await takeCase(accounts, context, context.caller.id) };
  },
};

/**
 * An admin, for a command: the office was read inside the transaction. Together with the roster, which every grant
 * and every revocation writes, that keeps somebody who has just lost the office from using it once more.
 */
export const administering: Policy<WriteContext, unknown, { scopes: readonly string[] }> = {
  name: 'administering',
  grant({ caller }) {
    const scopes = adminScopes(caller.offices);
    if (scopes.length === 0) throw new Refusal('FORBIDDEN');
    return { scopes };
  },
};

/** The places that somebody administers. */
export function adminScopes(offices: Caller['offices']): string[] {
  return offices.filter(({ role }) => role === 'admin').map(({ scopeId }) => scopeId);
}

/** An admin's power ends where the own place ends. */
export function assertWithin(scopes: readonly string[], path: readonly string[]): void {
  if (!scopes.some((scope) => path.includes(scope))) throw new Refusal('FORBIDDEN', { message: '只能管您负责的地方。' });
}

/** What somebody sees of the own account; a guest has none yet. */
export function meOf(id: string, account: Pick<Account, 'facts'> | undefined, now: number): Me {
  if (!account) return { id, isGuest: true, name: '', grants: [], roles: ['resident'] };
  const { name, phoneMask, home, consent } = account.facts;
  const grants = liveGrants(account, now);
  return {
    id,
    isGuest: false,
    name,
    ...(phoneMask !== undefined && { phone: phoneMask }),
    ...(home && { home }),
    consent,
    grants: grants.map(grantView),
    roles: rolesOf({ id, offices: grants }),
  };
}

/** What an admin sees of a person. */
export function personRow({ _id, facts }: Account, now: number): PersonRow {
  const { name, phoneMask } = facts;
  return { id: _id, name, ...(phoneMask !== undefined && { phone: phoneMask }), grants: liveGrants({ facts }, now).map(grantView) };
}

function grantView({ id, role, scopeId, scopeName, from, until }: RoleGrant): RoleGrant {
  return { id, role, scopeId, scopeName, from, ...(until !== undefined && { until }) };
}

/** A home as it is kept: the building tells the 小区 and every place above it. Throws `INVALID_INPUT`. */
export async function homeAt(context: Pick<WriteContext, 'db' | 'now'>, { buildingId, unit }: { readonly buildingId: string; readonly unit?: string }): Promise<Required<Pick<AccountFacts, 'home' | 'homePath'>>> {
  const building = await context.db.get(collections.places, buildingId);
  const compound = building?.kind === 'building' && !building.isRetired ? await compoundOf(context, building) : undefined;
  if (!building || !compound) throw badField('home.buildingId', '请选您住的小区和楼。');
  return { home: addressOf(compound, building, unit), homePath: building.path };
}

function addressOf(compound: PlaceDocument, building: PlaceDocument, unit: string | undefined): HomeAddress {
  const text = [compound.name, building.name, unit].filter((part) => part !== undefined).join(' ');
  return { compoundId: compound._id, buildingId: building._id, ...(unit !== undefined && { unit }), text };
}
