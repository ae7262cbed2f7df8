/** Who may mediate: the mediators of the place, and on the security track its officers. */
import type { DisputeFacts } from '../../miniprogram/domain/dispute/facts';
import type { Roster, RosterMember } from '../_kit/collections';
import { badField } from '../_kit/errors';
import { inOfficeOver, rosterOf } from '../_kit/staff';
import type { Transaction } from '../_kit/transaction';

/** Police themselves mediate on the security track (程序规定 第178条). Nobody mediates the own case, or one that he filed. */
export function mediatorsFor(roster: Roster, facts: DisputeFacts, now: number): RosterMember[] {
  const role = facts.track === 'security' ? 'officer' : 'mediator';
  return inOfficeOver(roster, role, facts.place.path, now).filter(({ id }) => !isInvolved(facts, id));
}

/** Throws `INVALID_INPUT` for somebody who cannot mediate this one. */
export async function chosenMediator(db: Transaction, facts: DisputeFacts, mediatorId: string, now: number): Promise<NonNullable<DisputeFacts['mediator']>> {
  const chosen = mediatorsFor(await rosterOf(db, facts.place.path), facts, now).find(({ id }) => id === mediatorId);
  if (!chosen) throw badField('mediatorId', '这位现在不能调解这件事，请换一位。');
  return { id: chosen.id, name: chosen.name, hasDeclared: false };
}

/** A party, or whoever filed for one. */
export function isInvolved({ applicant, respondent, agentId }: DisputeFacts, id: string): boolean {
  return [applicant.id, respondent?.id, agentId].includes(id);
}
