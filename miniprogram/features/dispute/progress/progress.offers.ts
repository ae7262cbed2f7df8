/** 更新进展: what can be recorded now, here or on a page of its own. Pure. */
import { disputePage } from '../../../components/dispute-card/dispute-card.view';
import type { DisputeMove, DisputeView } from '../../../../typings/contract/dispute';
import type { Choice } from '../../../components/choice-tiles/choice-tiles.view';
import { isClaimed } from '../../../domain/dispute/claims';
import { whyApart } from '../../../domain/dispute/guards';
import { obstacleOf } from '../../../domain/dispute/on-the-spot';
import { reaching } from '../../../domain/dispute/policy';

/** Recorded on this page. */
export type Deed = 'reached' | 'missed' | 'accept' | 'assign' | 'kept' | 'broken' | 'supervised' | 'fail' | 'refuse' | 'correct' | 'unreachable' | 'withdraw' | 'contact' | 'note';
/** Done on a page of its own. */
type Way = 'triage' | 'invite' | 'settle' | 'spot' | 'law' | 'calendar' | 'session' | 'agreement' | 'seal' | 'followup';

interface Offer {
  readonly value: Deed | Way;
  readonly move: DisputeMove;
  readonly label: string | ((dispute: DisputeView) => string);
  readonly icon: string;
  readonly isWay?: true;
  readonly when?: (dispute: DisputeView) => boolean;
  /** It brings both together, which danger forbids. */
  readonly isMeeting?: true;
}

/** In the order in which things go; what ends or corrects a dispute comes last. */
const offers: readonly Offer[] = [
  { value: 'triage', move: 'triage', label: '分流定级', icon: 'fork', isWay: true, when: ({ state }) => state === 'submitted' },
  { value: 'settle', move: 'settle', label: '当场说和', icon: 'thumb-up', isWay: true, when: (dispute) => obstacleOf(dispute) === '' },
  { value: 'spot', move: 'settleByPolice', label: '当场调解', icon: 'thumb-up', isWay: true, isMeeting: true },
  { value: 'contact', move: 'contact', label: '单独联系过了', icon: 'call', when: (dispute) => whyApart(dispute) !== '' },
  { value: 'reached', move: 'invite', label: '联系上了', icon: 'call', isMeeting: true },
  { value: 'missed', move: 'invite', label: '没联系上', icon: 'call-off', isMeeting: true },
  { value: 'invite', move: 'invite', label: '邀请对方', icon: 'mail', isWay: true, isMeeting: true, when: ({ invitation }) => invitation?.isBound !== true },
  { value: 'invite', move: 'letIn', label: '请对方用手机看', icon: 'mail', isWay: true, when: ({ parties, invitation }) => parties.some(({ side, hasAccount }) => side === 'respondent' && hasAccount === false) && invitation?.isBound !== true },
  { value: 'accept', move: 'accept', label: '对方愿意谈', icon: 'check-circle', isMeeting: true },
  { value: 'assign', move: 'assign', label: '请谁调解', icon: 'user-add' },
  { value: 'calendar', move: 'schedule', label: ({ state }) => (state === 'scheduled' ? '改时间' : '约好了'), icon: 'calendar', isWay: true, isMeeting: true },
  { value: 'session', move: 'sit', label: '开始谈', icon: 'chat', isWay: true, isMeeting: true },
  { value: 'session', move: 'adjourn', label: '谈过一次', icon: 'chat', isWay: true },
  { value: 'agreement', move: 'draft', label: ({ agreement }) => (agreement ? '看约定和签字' : '谈成了'), icon: 'file', isWay: true },
  { value: 'seal', move: 'seal', label: '签字盖章', icon: 'edit', isWay: true },
  { value: 'kept', move: 'prove', label: '有一条做到了', icon: 'check-circle', when: ({ agreement }) => agreement?.clauses.some(({ state }) => state !== 'kept') ?? false },
  { value: 'broken', move: 'default', label: '有一条没做到', icon: 'error-circle', when: ({ agreement }) => agreement?.clauses.some((clause) => clause.state === 'open' || isClaimed(clause)) ?? false },
  { value: 'supervised', move: 'supervise', label: '督促过了', icon: 'notification', when: ({ agreement }) => agreement?.clauses.some(({ state }) => state === 'broken') ?? false },
  { value: 'followup', move: 'close', label: '回访', icon: 'service', isWay: true },
  { value: 'note', move: 'note', label: '记一笔', icon: 'edit' },
  { value: 'law', move: 'recognize', label: '依法处理，或认可和解', icon: 'file', isWay: true },
  { value: 'fail', move: 'fail', label: '没谈成', icon: 'close-circle' },
  { value: 'unreachable', move: 'unreachable', label: '一直联系不上', icon: 'call-off', when: ({ contactTries }) => contactTries >= reaching.tries },
  { value: 'refuse', move: 'refuse', label: '有一方不愿意', icon: 'close-circle', when: ({ moves }) => !moves.includes('fail') },
  { value: 'withdraw', move: 'withdraw', label: '申请人要撤回', icon: 'rollback' },
  { value: 'triage', move: 'decline', label: '改分流，或不办', icon: 'fork', isWay: true },
  { value: 'correct', move: 'correctRespondent', label: '换了对方', icon: 'swap' },
];

/** Only what the table allows this person now, and danger does not forbid. */
export function tilesOf(dispute: DisputeView): Choice[] {
  const isBarred = whyApart(dispute) !== '';
  return offers
    .filter(({ move, when, isMeeting }) => dispute.moves.includes(move) && when?.(dispute) !== false && !(isBarred && isMeeting))
    .map(({ value, label, icon }) => ({ value, icon, label: typeof label === 'string' ? label : label(dispute) }));
}

/** The page on which it is done, or nothing when it is done here. */
export function pageOf(value: string, id: string): string | undefined {
  const way = offers.find((offer) => offer.value === value)?.isWay;
  return way && disputePage(value, id);
}
