/** 人身危险 that shows later, and whoever is in danger spoken to alone. Pure. */
import type { DangerAnswers, DisputeView, Side } from '../../../../../typings/contract/dispute';
import type { Choice } from '../../../../components/choice-tiles/choice-tiles.view';
import { sideOfReader } from '../../../../domain/dispute/danger';
import { hasDanger } from '../../../../domain/dispute/grading';
import { sideLabels } from '../../../../domain/dispute/labels';

export interface DangerCard {
  readonly canWarn: boolean;
  /** The two are kept apart, and somebody is to speak with each who is in danger. */
  readonly contacts: readonly { readonly side: Side; readonly title: string }[];
  /** Staff say who is in danger; a party speaks of the own. */
  readonly sides: readonly Choice[];
  readonly danger: DangerAnswers;
  /** On the button: danger, or one more. */
  readonly label: string;
  /** It brings a meeting to an end, which is said before. */
  readonly endsMeeting: boolean;
}

/** Nothing where neither may be done. */
export function dangerCardOf({ moves, danger, dangerOf = ['applicant'], state, relations, parties }: DisputeView): DangerCard | null {
  const canWarn = moves.includes('warn');
  const contacts = (moves.includes('contact') && hasDanger(danger) ? dangerOf : []).map((side) => ({ side, title: `先单独联系${sideLabels[side]}` }));
  if (!canWarn && contacts.length === 0) return null;
  const asked = sideOfReader(relations) === undefined ? parties : [];
  const known = asked.map(({ side, name }) => ({ value: side, label: name === '' ? sideLabels[side] : name, note: sideLabels[side] }));
  return { canWarn, contacts, sides: known.length > 1 ? known : [], danger, label: hasDanger(danger) ? '还有别的危险' : '有危险，马上说', endsMeeting: ['inviting', 'accepted', 'assigned', 'scheduled', 'mediating'].includes(state) };
}
