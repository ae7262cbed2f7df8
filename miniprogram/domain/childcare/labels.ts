/** 托管 childcare: the words for people. */
import type { Activity, Kinship, PickupProof, RatioLight, VisitRole, VisitState } from '../../../typings/contract/childcare-words';

export const stateLabels: Readonly<Record<VisitState, string>> = {
  booked: '约好了',
  waitlisted: '在排队',
  offered: '有位了',
  expected: '等孩子到',
  fetching: '正在去接',
  checkedIn: '在警务室',
  pickupPending: '正在核对',
  releaseRefused: '暂不能交接',
  releaseClaimed: '已交出，等核实',
  released: '已交给家里人',
  noShow: '还没到，正在联系您',
  cancelled: '已取消',
  transferred: '已转交儿童督导员',
  incident: '正在核实',
};

/** `排第2位`, `有位了，16:45前确认`, `已交给外婆`, `超时了，孩子仍在警务室`. */
export function stateSentence(state: VisitState, { position, until, to, isLate }: { position?: number; until?: string; to?: string; isLate?: boolean }): string {
  if (state === 'waitlisted' && position !== undefined) return `排第${position}位`;
  if (state === 'offered' && until !== undefined) return `有位了，${until}前确认`;
  if (state === 'released' && to !== undefined) return `已交给${to}`;
  if (state === 'checkedIn' && isLate) return '超时了，孩子仍在警务室';
  return stateLabels[state];
}

export const kinships = ['mother', 'father', 'grandparent', 'relative', 'neighbour', 'other'] as const;
export const kinshipLabels: Readonly<Record<Kinship, string>> = { mother: '妈妈', father: '爸爸', grandparent: '老人', relative: '亲戚', neighbour: '邻居', other: '其他' };
export const activities = ['homework', 'lesson', 'play', 'snack'] as const;
export const activityLabels: Readonly<Record<Activity, string>> = { homework: '写作业', lesson: '学安全', play: '玩一会儿', snack: '喝水吃东西' };
export const proofLabels: Readonly<Record<PickupProof, string>> = { code: '接孩子码', qr: '扫码', callback: '回拨电话' };
export const lightLabels: Readonly<Record<RatioLight, { readonly word: string; readonly shape: string }>> = {
  green: { word: '大人够', shape: '●' },
  amber: { word: '先不加人', shape: '▲' },
  red: { word: '大人不够', shape: '■' },
};
export const roleLabels: Readonly<Record<VisitRole, string>> = { guardian: '家长', carer: '托管员', officer: '民警', auxiliary: '辅警', leader: '所领导', claimReviewer: '核实的人', system: '警务室' };
