/** Who may ask what of a child: guardians of their own; staff of one who has a visit at their post. */
import { childRelations } from '../../miniprogram/domain/childcare/relations';
import type { ChildRole } from '../../typings/contract/childcare-words';
import type { Policy, ReadContext, WriteContext } from '../_kit/action';
import type { ChildDocument } from '../_kit/care-documents';
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

/** Guardians, and staff of a post where the child has a visit that is not over. */
export async function childFor(db: Reader, caller: Caller, childId: string): Promise<{ child: ChildDocument; relations: ChildRole[] }> {
  const child = await db.get(collections.children, childId);
  if (!child) throw new Refusal('NOT_FOUND');
  const paths: (readonly string[])[] = [];
  for (const { id } of child.facts.visits) {
    const visit = await db.get(collections.visits, id);
    if (visit) paths.push(visit.facts.path);
  }
  const relations = childRelations(caller, child.facts, paths);
  if (relations.length === 0) throw new Refusal('NOT_FOUND');
  return { child, relations };
}

/** Those who are something to a child may read what their view shows. */
export const seeingChild: Policy<ReadContext, { id: string }, { child: ChildDocument; childRoles: ChildRole[] }> = {
  name: 'seeing(child)',
  async grant({ caller, db }, { id }) {
    const { child, relations } = await childFor(db, caller, id);
    return { child, childRoles: relations };
  },
};

/** The same, to move the record; its table says who may make which move, by what they are to it now. */
export const keepingChild: Policy<WriteContext, { id: string }, { record: CaseHandle<ChildCase>; childRoles: ChildRole[] }> = {
  name: 'keeping(child)',
  async grant(context, { id }) {
    const { child, relations } = await childFor(context.db, context.caller, id);
    return { record: handleOf({ ...children, relations: () => relations }, context, child), childRoles: relations };
  },
};
