/** 以前的约定: what had been agreed before the case was taken up again. Pure. */
import type { DisputeView } from '../../../../../typings/contract/dispute';
import { monthAndDay } from '../../../../domain/time/format';
import { agreementOf, type ClauseRow } from '../../story/story.clauses';

export interface EarlierAgreement {
  readonly key: string;
  /** `书面约定，3月10日重新办以前的`. */
  readonly title: string;
  readonly clauses: readonly ClauseRow[];
  readonly unsettled: string;
}

/** The newest first: it is the one that is spoken of. */
export function earlierAgreementsOf(dispute: DisputeView): EarlierAgreement[] {
  const earlier = (dispute.earlierAgreements ?? []).flatMap(({ until, ...agreement }, position): EarlierAgreement[] => {
    const card = agreementOf({ ...dispute, agreement });
    return card ? [{ key: String(position), title: `${card.title}，${monthAndDay(until)}重新办以前的`, clauses: card.clauses.map(asItStood), unsettled: card.unsettled }] : [];
  });
  return earlier.reverse();
}

/** Nobody waits for it any more. */
function asItStood(row: ClauseRow): ClauseRow {
  return row.isOpen ? { ...row, state: '没做完', tone: 'plain' } : row;
}
