/** Where else it goes on: at the unit that it was passed to, and in other cases. Pure. */
import type { DisputeView, LinkedDispute } from '../../../../../typings/contract/dispute';
import { storyPage } from '../../../../components/dispute-card/dispute-card.view';
import { stateLabels } from '../../../../domain/dispute/labels';
import { spokenTime } from '../../../../domain/time/format';

export interface ElsewhereCard {
  /** `已转给城管`, and who took it; empty when it was passed to nobody. */
  readonly passed: string;
  readonly taken: string;
  readonly canAnswer: boolean;
  /** Whom an officer may put down with a tap: `城管值班人员`; empty for the unit itself. */
  readonly taker: string;
  /** The reader is the unit itself. */
  readonly isReceiver: boolean;
  readonly links: readonly { readonly key: string; readonly title: string; readonly next: string; readonly page: string }[];
}

const ways: Readonly<Record<LinkedDispute['how'], string>> = { into: '合到这件事里一起办', from: '又有人说了同一件事', earlier: '以前说过的', damages: '赔偿另开了一件', rest: '没谈成的部分，另外办' };

/** Nothing where it goes on here alone. */
export function elsewhereCardOf({ transferredTo, linked, moves, relations, now }: DisputeView): ElsewhereCard | null {
  const links = linked.map(({ id, number, state, next, how }, position) => ({
    key: String(position),
    title: `${ways[how]}：${number}，${stateLabels[state]}`,
    next: next ? `接下来：${next.who}${next.what}${next.dueAt === undefined ? '' : `，${spokenTime(next.dueAt, now)}前`}` : '',
    page: id === undefined ? '' : storyPage(id),
  }));
  if (!transferredTo && links.length === 0) return null;
  return {
    passed: transferredTo ? `已转给${transferredTo.unit}` : '',
    taken: transferredTo?.acknowledgedBy === undefined ? '' : `${transferredTo.acknowledgedBy}接的`,
    canAnswer: moves.includes('acknowledge'),
    taker: transferredTo && !relations.includes('receiver') ? `${transferredTo.unit}值班人员` : '',
    isReceiver: relations.includes('receiver'),
    links,
  };
}
