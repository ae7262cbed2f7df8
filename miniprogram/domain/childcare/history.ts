/** 托管 childcare: what each move is called in a history, such as the one that a guardian takes along. */
import type { ChildMove, VisitMove } from '../../../typings/contract/childcare-words';

export const visitMoveLabels: Readonly<Record<VisitMove, string>> = {
  book: '约好了',
  queue: '开始排队',
  offer: '有位了',
  take: '确认要这个位子',
  pass: '位子给了下一位',
  open: '等孩子到',
  askFetch: '请民警去学校接',
  takeFetch: '民警去接了',
  declineFetch: '说明这次没法去接',
  pickUp: '在学校接到了',
  checkIn: '到警务室了',
  walkIn: '没有预约，到警务室了',
  consentLater: '家长补上了同意',
  activity: '在做',
  note: '记了一笔',
  ask: '核对来接的人',
  release: '交接了',
  refuseRelease: '暂不能交接',
  back: '孩子留在警务室',
  proposeException: '一位民警核对过',
  releaseByException: '两位民警核对后交接了',
  claimOffline: '断网时交出',
  confirmClaim: '核实了断网时的交接',
  doubtClaim: '断网时的交接没核实上',
  noShow: '还没到，开始找',
  cancel: '取消了',
  transfer: '转交儿童督导员',
  remind: '提醒过',
};

export const childMoveLabels: Readonly<Record<ChildMove, string>> = {
  register: '登记了孩子',
  complete: '补全了资料',
  consent: '同意收集和使用孩子的信息',
  withdrawConsent: '收回了同意',
  addGuardian: '邀请了一位监护人',
  joinGuardian: '一位监护人进来了',
  removeGuardian: '改了监护人',
  addPerson: '加了能接的人',
  confirmPerson: '警务室回拨确认了能接的人',
  removePerson: '去掉了能接的人',
  setFamilyWord: '设了家庭暗号',
  makeCard: '做了接送卡',
  bar: '民警记了一笔',
  liftBar: '民警记了一笔',
  visitOpened: '约了一次托管',
  visitClosed: '一次托管结束了',
  erase: '删除了',
};

/** What staff wrote with these may tell of a court's limit: guardians read that it was done, and not the words. */
const wordsOfStaff: readonly string[] = ['releaseByException', 'confirmClaim', 'doubtClaim', 'transfer'] satisfies VisitMove[];

export function isForStaff(move: string): boolean {
  return wordsOfStaff.includes(move);
}
