/** Guardians who come and go: who somebody is in the record, and what open visits know of it. */
import type { ChildFacts, Guardian, PickupPerson } from '../../miniprogram/domain/childcare/facts';
import type { ChildDocument } from '../_kit/care-documents';
import { handleOf, type Mover } from '../_kit/case-engine';
import { collections } from '../_kit/collections';
import { badField } from '../_kit/errors';
import { revokeLetter } from '../_kit/letters';
import { visits } from './visit-kind';

/** How a guardian is named in a request: by the account, or by the place in the list while there is none. */
export function keyOfGuardian({ id }: Guardian, position: number): string {
  return id ?? `guardian${position}`;
}

/** Throws `INVALID_INPUT` when there is no such guardian. */
export function guardianBy({ guardians }: Pick<ChildFacts, 'guardians'>, who: string): Guardian {
  const found = guardians.find((guardian, position) => keyOfGuardian(guardian, position) === who);
  if (!found) throw badField('who', '没有这个人。');
  return found;
}

/** A guardian, or somebody who may fetch. Throws `INVALID_INPUT` when there is no such person. */
export function contactBy(facts: ChildFacts, who: string): Guardian | PickupPerson {
  return facts.persons.find(({ id, removedAt }) => id === who && removedAt === undefined) ?? guardianBy(facts, who);
}

/** The guardians without those who have not come in yet, and were invited by one of these: their letters open nothing any more. */
export async function withoutInvited({ db, now }: Mover, guardians: readonly Guardian[], makers: readonly Guardian[]): Promise<Guardian[]> {
  const isVoid = ({ id, invitedBy }: Guardian) => id === undefined && invitedBy !== undefined && makers.some((maker) => maker.id === invitedBy);
  for (const { letterId } of guardians.filter(isVoid)) if (letterId !== undefined) await revokeLetter(db, letterId, now);
  return guardians.filter((guardian) => !isVoid(guardian));
}

/** Visits that are not over belong to the guardians of now: who comes finds them, who goes does not. */
export async function shareVisits(mover: Mover, child: Pick<ChildDocument, 'facts'>, words: string): Promise<void> {
  const guardians = child.facts.guardians.flatMap(({ id }) => (id === undefined ? [] : [id]));
  for (const { id } of child.facts.visits) {
    const visit = await mover.db.get(collections.visits, id);
    if (visit) await handleOf(visits, mover, visit).moveBySystem('note', { facts: { ...visit.facts, guardians }, words, isInternal: true });
  }
}
