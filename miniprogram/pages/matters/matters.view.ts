/** 事项 of a resident, 待办 of staff: which lists there are, and what an empty one says. */
import type { Desk } from '../../../typings/contract/dispute';
import type { Role } from '../../../typings/contract/identity';
import type { Chip } from '../../components/filter-chips/filter-chips.view';

/** `mine` is what I reported, or am a party to. */
export type ListName = Desk | 'mine';

const labels: Readonly<Record<ListName, string>> = {
  lead: '苗头',
  triage: '待分流',
  active: '在办',
  overdue: '超时',
  followUp: '等回访',
  done: '办完的',
  mine: '我报的',
};

const officerLists: readonly ListName[] = ['triage', 'active', 'overdue', 'followUp', 'done', 'mine'];

const lists: Readonly<Record<Role, readonly ListName[]>> = {
  resident: ['mine'],
  volunteer: ['mine'],
  gridWorker: ['mine', 'active', 'overdue', 'done'],
  carer: ['mine'],
  partner: ['mine'],
  admin: ['mine'],
  mediator: ['active', 'overdue', 'done', 'mine'],
  auxiliary: officerLists,
  officer: ['triage', 'lead', 'active', 'overdue', 'followUp', 'done', 'mine'],
  leader: ['overdue', 'active', 'triage', 'followUp', 'done'],
};

/** The lists of a role, the first of which opens. */
export function listsOf(role: Role): Chip[] {
  return lists[role].map((value) => ({ value, label: labels[value] }));
}

/** What each says when it is empty: what this is for, or what to do first. */
export const emptyWords: Readonly<Record<ListName, { readonly title: string; readonly note: string }>> = {
  lead: { title: '没有苗头', note: '义警和网格员看到什么，会先到这里，只有民警看得到。' },
  triage: { title: '没有待分流的事', note: '新来的事会先到这里，等您定颜色。' },
  active: { title: '手上没有在办的事', note: '派给您的事会出现在这里。' },
  overdue: { title: '没有超时的事', note: '说好的日子都守住了。' },
  followUp: { title: '没有等回访的事', note: '办完第 7 天和第 30 天，会提醒您问一声。' },
  done: { title: '还没有办完的事', note: '办完、撤回、没谈成的都收在这里。' },
  mine: { title: '还没有说过的事', note: '邻里有说不通的，请警务室来调解，不收费。' },
};
