/** Others of the same kind in the same building, as lines. Pure. */
import type { DisputeView } from '../../../../../typings/contract/dispute';
import { storyPage } from '../../../../components/dispute-card/dispute-card.view';
import { stateLabels } from '../../../../domain/dispute/labels';
import { openStates } from '../../../../domain/dispute/transitions';
import { spokenTime } from '../../../../domain/time/format';

export interface SimilarLine {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly excerpt: string;
  readonly page: string;
  /** It goes on, so this one may be taken into it. */
  readonly canTakeIn: boolean;
}

export function similarLines({ similar, now, moves }: Pick<DisputeView, 'similar' | 'now' | 'moves'>): SimilarLine[] {
  return similar.map(({ id, number, state, openedAt, excerpt }) => ({
    id,
    number,
    title: `${number} · ${stateLabels[state]} · ${spokenTime(openedAt, now)}`,
    excerpt,
    page: storyPage(id),
    canTakeIn: moves.includes('merge') && (openStates as readonly string[]).includes(state),
  }));
}
