/** 人身危险 that shows later, and the applicant spoken to alone. Pure. */
import type { DangerAnswers, DisputeView } from '../../../../../typings/contract/dispute';
import { hasDanger } from '../../../../domain/dispute/grading';

export interface DangerCard {
  readonly canWarn: boolean;
  /** The two are kept apart, and somebody is to speak with the applicant. */
  readonly canContact: boolean;
  readonly danger: DangerAnswers;
  /** On the button: danger, or one more. */
  readonly label: string;
  /** It brings a meeting to an end, which is said before. */
  readonly endsMeeting: boolean;
}

/** Nothing where neither may be done. */
export function dangerCardOf({ moves, danger, state }: DisputeView): DangerCard | null {
  const canWarn = moves.includes('warn');
  const canContact = moves.includes('contact') && hasDanger(danger);
  if (!canWarn && !canContact) return null;
  return { canWarn, canContact, danger, label: hasDanger(danger) ? '还有别的危险' : '有危险，马上说', endsMeeting: ['inviting', 'accepted', 'assigned', 'scheduled', 'mediating'].includes(state) };
}
