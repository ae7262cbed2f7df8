/** Who may ask for what. An action names exactly one of these; there is no default. */
import type { CaseTypes } from '../../miniprogram/domain/case/transition';
import type { GrantedRole } from '../../typings/contract/identity';
import type { Policy, ReadContext, WriteContext } from './action';
import type { Caller } from './caller';
import { openCase, takeCase, type CaseHandle, type CaseKind, type Said } from './case-engine';
import type { CaseDocument, User } from './collections';
import { Refusal } from './errors';

/** Anyone with a WeChat account; the action looks only at what is the caller's own. */
export const anyone: Policy<ReadContext, unknown, object> = { name: 'anyone', grant: () => ({}) };

/** Anyone who has agreed to the privacy notice. */
export const member: Policy<ReadContext, unknown, { user: User }> = {
  name: 'member',
  grant: ({ caller }) => ({ user: userOf(caller) }),
};

/** Whoever holds one of these offices now. The action still looks only at the places that the office is for. */
export function inOffice(...roles: readonly GrantedRole[]): Policy<ReadContext, unknown, object> {
  return {
    name: `inOffice(${roles.join(' ')})`,
    grant({ caller }) {
      if (!caller.offices.some(({ role }) => roles.includes(role))) throw new Refusal('FORBIDDEN');
      return {};
    },
  };
}

/** Members may open a case of this kind, as far as its table allows. */
export function opening<T extends CaseTypes, K extends object>(
  kind: CaseKind<T, K>,
): Policy<WriteContext, unknown, { openCase: (move: T['move'], said: Said<T> & { facts: T['facts']; id?: string }) => Promise<CaseHandle<T>> }> {
  return {
    name: `opening(${kind.name})`,
    grant(context) {
      userOf(context.caller);
      return { openCase: (move, said) => openCase(kind, context, move, said) };
    },
  };
}

/** Those who are something to a case may move it, as far as its table allows; to anyone else it does not exist. */
export function involvedIn<T extends CaseTypes, K extends object>(
  kind: CaseKind<T, K>,
): Policy<WriteContext, { id: string }, { theCase: CaseHandle<T> }> {
  return {
    name: `involvedIn(${kind.name})`,
    grant: async (context, { id }) => ({ theCase: await takeCase(kind, context, id) }),
  };
}

/** Those who are something to a case may read of it what their view shows. */
export function seeing<T extends CaseTypes, K extends object>(
  kind: Pick<CaseKind<T, K>, 'name' | 'collection' | 'relations'>,
): Policy<ReadContext, { id: string }, { theCase: CaseDocument<T> & K; relations: readonly T['role'][] }> {
  return {
    name: `seeing(${kind.name})`,
    async grant({ caller, db }, { id }) {
      const theCase = await db.get(kind.collection, id);
      const relations = theCase ? kind.relations(caller, theCase) : [];
      if (!theCase || relations.length === 0) throw new Refusal('NOT_FOUND');
      return { theCase, relations };
    },
  };
}

function userOf({ user }: Caller): User {
  if (!user) throw new Refusal('FORBIDDEN', { message: '请先看一看隐私说明，同意后再继续。' });
  return user;
}
