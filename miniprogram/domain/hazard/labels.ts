/** 隐患 hazards: the words for people. */
import type { HazardRole, HazardState } from '../../../typings/contract/hazard';

/** To those who work on it. */
export const stateLabels: Readonly<Record<HazardState, string>> = {
  found: '等人看',
  advised: '已提醒',
  ordered: '已责令整改',
  rectifying: '正在整改',
  recheck: '等复查',
  closed: '复查过了',
  escalated: '已转出',
  dismissed: '不算隐患',
};

/** What whoever told of it reads: 已收到 → 有人管 → 整改好了 → 复查过了. */
export const steps = ['已收到', '有人管', '整改好了', '复查过了'] as const;

/** How many of the steps are behind it. */
export const stepsDone: Readonly<Record<HazardState, number>> = {
  found: 1,
  advised: 2,
  ordered: 2,
  rectifying: 2,
  recheck: 3,
  closed: 4,
  escalated: 2,
  dismissed: 1,
};

/** The state to whoever told of it. */
export function plainState(state: HazardState): string {
  if (state === 'escalated') return '已转给管这件事的单位';
  if (state === 'dismissed') return '看过了，不算隐患';
  return steps[stepsDone[state] - 1] ?? '';
}

export const roleLabels: Readonly<Record<HazardRole, string>> = {
  finder: '报的人',
  companion: '同去的人',
  responsible: '责任人',
  officer: '民警',
  auxiliary: '辅警',
  leader: '所领导',
  gridWorker: '网格员',
  volunteer: '义警',
  rechecker: '复查的人',
  system: '警务室',
};

/** Where a hazard goes that the post cannot make anybody put right. */
export const departments: readonly string[] = ['消防救援', '街道应急', '城管', '市场监管', '住建', '供电公司', '燃气公司'];
