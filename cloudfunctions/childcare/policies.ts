/** Who may ask what of a child: guardians of their own; staff of one who has a visit at their post. */
import { childRelations } from '../../miniprogram/domain/childcare/relations';
import type { ChildRole } from '../../typings/contract/childcare-words';
import type { Policy, ReadContext, WriteContext } from '../_kit/action';
import { isBarred } from '../../miniprogram/domain/childcare/guards';
import { presentStates } from '../../miniprogram/domain/childcare/transitions';
import type { ChildDocument, VisitDocument } from '../_kit/care-documents';
import { handleOf, type CaseHandle } from '../_kit/case-engine';
import type { ChildCase } from '../../miniprogram/domain/childcare/facts';
import { collections } from '../_kit/collections';
import type { Reader } from '../_kit/database';
import { Refusal } from '../_kit/errors';
import type { Caller } from '../_kit/caller';
import { children } from './child-kind';

/** A guardian, for the own child; to anyone else there is no such child. */
export const guarding: Policy<ReadContext, { childId: string }, { child: ChildDocument }> = {
  name: 'guarding(child)',
  async grant({ caller, db }, { childId }) {
    const child = await db.get(collections.children, childId);
    if (!child || !children.relations(caller, child).includes('guardian')) throw new Refusal('NOT_FOUND');
    return { child };
  },
};

/** The child is to come within the half hour, on the way or here: only then do staff need a number or a note. */
const near: readonly string[] = ['expected', 'noShow', 'fetching', ...presentStates, 'incident'];

/** Guardians, and staff of a post where the child has a visit that is not over. */
export async function childFor(db: Reader, caller: Caller, childId: string): Promise<{ child: ChildDocument; relations: ChildRole[]; isNear: boolean }> {
  const child = await db.get(collections.children, childId);
  if (!child) throw new Refusal('NOT_FOUND');
  const own = childRelations(caller, child.facts, []);
  if (own.length > 0) return { child, relations: own, isNear: false };
  const found: VisitDocument[] = [];
  for (const { id } of child.facts.visits) {
    const visit = await db.get(collections.visits, id);
    if (visit) found.push(visit);
  }
  const relations = childRelations(caller, child.facts, found.map(({ facts }) => facts.path));
  if (relations.length === 0) throw new Refusal('NOT_FOUND');
  return { child, relations, isNear: found.some(({ state, facts }) => near.includes(state) && childRelations(caller, child.facts, [facts.path]).length > 0) };
}

/** Those who are something to a child may read what their view shows. */
export const seeingChild: Policy<ReadContext, { id: string }, { child: ChildDocument; childRoles: ChildRole[]; isNear: boolean }> = {
  name: 'seeing(child)',
  async grant({ caller, db }, { id }) {
    const { child, relations, isNear } = await childFor(db, caller, id);
    return { child, childRoles: relations, isNear };
  },
};

/** The same, to move the record; its table says who may make which move, by what they are to it now. A guardian whom a court has limited changes nothing. */
export const keepingChild: Policy<WriteContext, { id: string }, { record: CaseHandle<ChildCase>; childRoles: ChildRole[] }> = {
  name: 'keeping(child)',
  async grant(context, { id }) {
    const { child, relations } = await childFor(context.db, context.caller, id);
    assertUnlimited(child, context.caller);
    return { record: handleOf({ ...children, relations: () => relations }, context, child), childRoles: relations };
  },
};

/** The same, by a visit of the child's. */
export async function assertUnlimitedFor({ db, caller }: WriteContext, { facts }: Pick<VisitDocument, 'facts'>): Promise<void> {
  const child = await db.get(collections.children, facts.childId);
  if (child) assertUnlimited(child, caller);
}

/** Throws `FORBIDDEN` for a guardian who is barred. The sentence does not say why: it may be read over a shoulder. */
export function assertUnlimited({ facts }: ChildDocument, { id }: Caller): void {
  const own = facts.guardians.find((guardian) => guardian.id === id);
  if (own && isBarred(facts, own)) throw new Refusal('FORBIDDEN', { message: '这一步请到警务室来办。' });
}
