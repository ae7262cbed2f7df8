/** 当场说和: why a dispute that is known cannot be settled by whoever stands there. */
import type { DisputeView } from '../../../typings/contract/dispute';
import { hasDanger } from './grading';

export const DANGEROUS = '有人身危险的事不能当场说和。先分开双方，保护人，再打110。';

/** Empty when nothing speaks against it. */
export function obstacleOf({ danger, colour, proposal, moves, track }: DisputeView): string {
  if (hasDanger(danger)) return DANGEROUS;
  if (track === 'security') return '治安调解的事，由民警当场调解。';
  if (!moves.includes('settle')) return '这件事已经往下走了，不用再当场说和。';
  return (colour ?? proposal?.colour ?? 'blue') === 'blue' ? '' : '这件事不是一般小事，请交给民警安排。';
}
