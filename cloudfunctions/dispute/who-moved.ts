/** Who was quicker, for somebody who comes a moment later. */
import type { DisputeRole } from '../../typings/contract/dispute';
import type { DisputeFacts } from '../../miniprogram/domain/dispute/facts';
import { relationLabels } from '../../miniprogram/domain/dispute/labels';
import { disputeRelations, isStaff, type Standing } from '../../miniprogram/domain/dispute/relations';
import type { CaseEvent } from '../_kit/collections';
import { rosterOf, titleOf } from '../_kit/staff';
import type { Transaction } from '../_kit/transaction';

/** `沈警官`, `对方`, `申请人`; nothing of what is for staff alone. */
export async function whoMoved(db: Transaction, { by, as, isInternal }: CaseEvent, { facts }: { facts: DisputeFacts }, caller: Standing): Promise<string | undefined> {
  const isForStaff = isStaff(disputeRelations(caller, facts));
  if (isInternal && !isForStaff) return undefined;
  const isParty = [facts.applicant.id, facts.respondent?.id].includes(by);
  if (isParty) return isForStaff ? relationLabels[as as DisputeRole] : '对方';
  return titleOf(await rosterOf(db, facts.place.path), by) ?? relationLabels[as as DisputeRole];
}
