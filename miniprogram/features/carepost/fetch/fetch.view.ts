/** 去学校接: take it or say what else there is; at the school the phrase, and the teacher's yes. Pure. */
import type { VisitView } from '../../../../typings/contract/childcare';
import { kinshipLabels, stateSentence } from '../../../domain/childcare/labels';
import type { PhoneRow } from '../components/phone-rows/phone-rows.view';

/** `asked`: nobody goes yet. `mine`: I am at the school. `brought`: the teacher said yes, on the way. `theirs`, `over`: nothing to do. */
export type FetchStep = 'asked' | 'mine' | 'brought' | 'theirs' | 'over';

export interface FetchView {
  readonly childId: string;
  readonly nickname: string;
  readonly about: string;
  readonly school: string;
  readonly teacher: string;
  readonly reason: string;
  readonly officer: string;
  readonly state: string;
  readonly post: string;
  readonly step: FetchStep;
  readonly mayDecline: boolean;
  readonly phones: readonly PhoneRow[];
}

export function fetchView(visit: VisitView): FetchView {
  const { childId, nickname, child, fetch, state, moves, post, withWhom } = visit;
  return {
    childId,
    nickname,
    about: `${child.age}岁${child.hasAllergy ? ' · 有过敏' : ''}`,
    school: fetch?.school ?? '',
    teacher: fetch?.teacher ?? '',
    reason: fetch?.reason ?? '',
    officer: fetch?.officer ?? '',
    state: stateSentence(state, { ...(withWhom !== undefined && { to: withWhom }) }),
    post,
    step: stepOf(visit),
    mayDecline: moves.includes('declineFetch'),
    phones: (child.guardians ?? []).map(({ id, name, kinship, phone = '' }, position) => ({ who: id ?? `guardian${position}`, name, note: `${kinshipLabels[kinship]} ${phone}` })),
  };
}

function stepOf({ state, fetch, moves }: VisitView): FetchStep {
  if (state !== 'fetching' || !fetch) return 'over';
  if (fetch.officer === undefined) return moves.includes('takeFetch') ? 'asked' : 'theirs';
  if (!fetch.isMine) return 'theirs';
  return fetch.isConfirmedByTeacher ? 'brought' : 'mine';
}
