/** One call to make, as a row. */
import type { Side } from '../../../../typings/contract/dispute';
import type { CallToMake } from '../../../../typings/contract/dispute-actions';
import { storyPage } from '../../../components/dispute-card/dispute-card.view';
import { sideLabels } from '../../../domain/dispute/labels';
import { spokenTime } from '../../../domain/time/format';

export interface CallRow {
  readonly id: string;
  readonly disputeId: string;
  readonly side: Side;
  /** `被申请人 房东`. */
  readonly who: string;
  readonly phone: string;
  readonly sentence: string;
  readonly when: string;
  readonly page: string;
}

export function callRowOf({ id, disputeId, side, name, phone = '', sentence, at }: CallToMake, now: number): CallRow {
  return { id, disputeId, side, who: `${sideLabels[side]} ${name}`, phone, sentence, when: spokenTime(at, now), page: storyPage(disputeId) };
}
