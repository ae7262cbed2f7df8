/** An account is a case too: joining, roles granted and taken back, each on the chain. */
import type { GrantedRole, HomeAddress } from '../../../typings/contract/identity';
import type { ClockRules } from '../case/clock';
import type { Transition } from '../case/transition';
import type { SealedText } from '../dispute/facts';

export interface Grant {
  readonly id: string;
  readonly role: GrantedRole;
  readonly scopeId: string;
  readonly scopeName: string;
  readonly from: number;
  readonly until?: number;
  /** From then on it holds for nobody, not even for a call that had come a moment before. */
  readonly revokedAt?: number;
}

export interface AccountFacts {
  /** The platform's id, needed to send WeChat messages. It never leaves the server. */
  readonly openid: string;
  readonly name: string;
  readonly phone?: SealedText;
  readonly phoneMask?: string;
  readonly home?: HomeAddress;
  /** Every place that the home lies in, the station first. */
  readonly homePath?: readonly string[];
  readonly consent: { readonly version: string; readonly at: number };
  readonly grants: readonly Grant[];
}

export interface AccountCase {
  state: 'active';
  move: 'join' | 'consent' | 'edit' | 'grant' | 'revoke';
  role: 'self' | 'admin';
  clock: never;
  facts: AccountFacts;
}

export const accountTransitions: readonly Transition<AccountCase>[] = [
  { move: 'join', to: 'active', by: ['self'] },
  { move: 'consent', from: ['active'], by: ['self'] },
  { move: 'edit', from: ['active'], by: ['self'] },
  { move: 'grant', from: ['active'], by: ['admin', 'self'] },
  { move: 'revoke', from: ['active'], by: ['admin'] },
];

export const accountClocks: ClockRules<AccountCase> = {};

/** Oneself, and whoever administers a station. */
export function accountRelations(
  person: { readonly id: string; readonly offices: readonly { readonly role: GrantedRole }[] },
  accountId: string,
): AccountCase['role'][] {
  const relations: AccountCase['role'][] = [];
  if (person.id === accountId) relations.push('self');
  if (person.offices.some(({ role }) => role === 'admin')) relations.push('admin');
  return relations;
}
