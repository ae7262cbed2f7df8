/** 会商: the agenda of Wednesday, as it filled itself. Pure. */
import type { OutputOf } from '../../../../typings/contract/actions';
import type { TaskView } from '../../../../typings/contract/dispute';
import { dangerFirst, disputeCardOf, type DisputeCard } from '../../../components/dispute-card/dispute-card.view';
import { momentOfDay, spokenDay } from '../../../domain/time/format';
import { togetherPage } from '../../../components/panel-card/together.view';

type Meeting = OutputOf<'dispute.meeting'>;

export interface AgendaItem {
  readonly id: string;
  readonly order: string;
  readonly card: DisputeCard;
  readonly tasks: readonly TaskView[];
  readonly canDecide: boolean;
  readonly canFinish: boolean;
  readonly page: string;
}

/** One page of it; `before` is how many stand above. */
export function agendaOf({ disputes, decided, now }: Meeting, before = 0): AgendaItem[] {
  return dangerFirst(disputes).map((dispute, position) => ({
    id: dispute.id,
    order: `第${before + position + 1}件`,
    card: disputeCardOf(dispute, now),
    tasks: decided.find(({ id }) => id === dispute.id)?.tasks ?? [],
    canDecide: dispute.moves.includes('decide'),
    canFinish: dispute.moves.includes('finishTask'),
    page: togetherPage(dispute.id),
  }));
}

/** `后天会商`; `3月11日 周三会商` */
export function dayTitle({ day, now }: Pick<Meeting, 'day' | 'now'>): string {
  return `${spokenDay(momentOfDay(day), now)}会商`;
}
