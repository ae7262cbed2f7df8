/** 隐患: which lists a role has, and what an empty one says. */
import type { HazardDesk } from '../../../../typings/contract/hazard';
import type { Role } from '../../../../typings/contract/identity';
import type { Chip } from '../../../components/filter-chips/filter-chips.view';

export type ListName = HazardDesk | 'mine';

const labels: Readonly<Record<ListName, string>> = { fresh: '新报的', active: '整改中', recheck: '等复查', overdue: '超时', done: '办完的', mine: '我报的' };
const officeLists: readonly ListName[] = ['fresh', 'active', 'recheck', 'overdue', 'done', 'mine'];
const desks: readonly Role[] = ['officer', 'auxiliary', 'leader', 'gridWorker'];

/** The lists of a role, the first of which opens. */
export function listsOf(role: Role): Chip[] {
  const names = desks.includes(role) ? officeLists : (['mine'] as const);
  return names.map((value) => ({ value, label: labels[value] }));
}

export const emptyWords: Readonly<Record<ListName, { readonly title: string; readonly note: string }>> = {
  fresh: { title: '没有新报的', note: '居民和巡查的人报的，先到这里。' },
  active: { title: '没有在整改的', note: '提醒过、责令过的在这里，按日子排。' },
  recheck: { title: '没有等复查的', note: '都整改好了，就来这里等另一个人去看。' },
  overdue: { title: '没有超时的', note: '说好的日子都守住了。' },
  done: { title: '还没有办完的', note: '复查过、转出去、不算隐患的都收在这里。' },
  mine: { title: '还没有报过', note: '看到堆着的、插着的、堵着的，拍一张报给警务室。' },
};
