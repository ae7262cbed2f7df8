/** 到站名册: the light, and the children in the order in which a carer looks for them. What waits to be sent is shown as done. Pure. */
import type { RosterBoard, RosterChild } from '../../../../typings/contract/childcare';
import type { VisitMove, VisitState } from '../../../../typings/contract/childcare-words';
import { lightLabels, stateLabels, stateSentence } from '../../../domain/childcare/labels';
import { fewestAdults } from '../../../domain/childcare/policy';
import { tapsOf, type Tap, type Unsent } from '../../../domain/childcare/taps';
import { duration, MINUTE, timeOfDay } from '../../../domain/time/format';

export type Tone = 'ok' | 'warm' | 'danger' | 'plain';
/** What the large button of a row does. */
export type RowAct = 'arrive' | 'handOver' | 'review' | 'fetch' | '';

export interface RosterRow {
  readonly id: string;
  readonly childId: string;
  readonly nickname: string;
  readonly age: string;
  readonly hasAllergy: boolean;
  readonly state: string;
  readonly tone: Tone;
  readonly time: string;
  /** `超时 17 分钟`, `晚了 5 分钟`. */
  readonly late: string;
  /** What is due to somebody now: `还没人接，请给两位家长打电话`. */
  readonly todo: string;
  readonly consent: string;
  /** A tap on it has not reached the server. */
  readonly isUnsent: boolean;
  readonly act: RowAct;
  readonly actLabel: string;
  /** What else may be done, in the opened row. */
  readonly mayNote: boolean;
  readonly mayBack: boolean;
  readonly mayScan: boolean;
  readonly mayTransfer: boolean;
  readonly words: string;
}

export interface BoardView {
  readonly post: string;
  readonly light: { readonly shape: string; readonly word: string; readonly tone: Tone };
  readonly count: string;
  readonly warning: string;
  readonly carers: string;
  readonly isOnDuty: boolean;
  /** A carer's large button; for police on duty a word is enough. */
  readonly hasBar: boolean;
  readonly shiftLabel: string;
  readonly asOf: string;
  readonly groups: readonly { readonly title: string; readonly rows: readonly RosterRow[]; readonly empty: string }[];
}

const tones: Readonly<Record<RosterBoard['light'], Tone>> = { green: 'ok', amber: 'warm', red: 'danger' };
const stateTones: Readonly<Partial<Record<VisitState, Tone>>> = { checkedIn: 'ok', pickupPending: 'warm', releaseRefused: 'warm', releaseClaimed: 'warm', noShow: 'warm', incident: 'danger' };
const here: readonly VisitState[] = ['checkedIn', 'pickupPending', 'releaseRefused', 'releaseClaimed', 'incident'];
const gone: readonly VisitState[] = ['released', 'transferred'];
/** Its time has not come: the list of the next slot must not push today's children away. */
const later: readonly VisitState[] = ['waitlisted', 'offered'];
/** So old is a roster that its time is said. */
const FRESH = 2 * MINUTE;

export function boardView(board: RosterBoard, unsent: Unsent, now: number, comingFirst = false): BoardView {
  const children = board.children.map((child) => asTapped(child, tapsOf(unsent, child.visitId)));
  const rows = (of: (state: VisitState) => boolean) => children.filter(({ state }) => of(state)).sort((a, b) => urgencyOf(b, now) - urgencyOf(a, now)).map((child) => rowOf(child, now));
  const [shift] = unsent.taps.flatMap(({ input }) => ('isOn' in input && input.postId === board.postId ? [input] : [])).slice(-1);
  const isOnDuty = shift?.isOn ?? board.carers.some(({ isMe }) => isMe);
  const others = board.carers.filter(({ isMe }) => !isMe).map(({ name }) => name);
  const isHere = group('在站', rows((state) => here.includes(state)), '现在没有孩子在');
  const isComing = group('还没到', rows((state) => !here.includes(state) && !gone.includes(state) && !later.includes(state)), '今天没有要来的了');
  const names = [...(isOnDuty ? ['我'] : []), ...others];
  const present = children.filter(({ state }) => here.includes(state) && state !== 'incident').length;
  const { shape, word } = lightLabels[board.light];
  return {
    post: board.post,
    light: { shape, word, tone: tones[board.light] },
    count: `在站 ${present} 人，最多 ${board.capacity} 人`,
    warning: board.warning ?? '',
    carers: names.length > 0 ? `在岗：${names.join('、')}` : `还没有人在岗，要 ${fewestAdults} 位才能接孩子`,
    isOnDuty,
    hasBar: board.mayWalkIn,
    shiftLabel: !board.mayShift ? '' : isOnDuty ? '下岗' : board.mayWalkIn ? '' : '我在岗',
    asOf: now - board.now > FRESH ? `这是 ${timeOfDay(board.now)} 的名册` : '',
    groups: [
      ...(comingFirst ? [isComing, isHere] : [isHere, isComing]),
      group('回家了', rows((state) => gone.includes(state)), ''),
    ].filter(({ rows: found, empty }) => found.length > 0 || empty !== ''),
  };
}

function group(title: string, rows: readonly RosterRow[], empty: string): BoardView['groups'][number] {
  return { title: `${title} ${rows.length}`, rows, empty };
}

/** A child whose tap waits looks as it will when it was sent; nothing more may be tapped but what comes after it. */
function asTapped(child: RosterChild, taps: readonly Tap[]): RosterChild & { isUnsent: boolean } {
  const isUnsent = taps.length > 0;
  return taps.reduce((shown, tap) => ({ ...shown, ...changeBy(tap) }), { ...child, isUnsent });
}

function changeBy({ action, at }: Tap): Partial<RosterChild> {
  if (action === 'childcare.claimOffline') return { state: 'releaseClaimed', moves: [], lateMinutes: 0 };
  if (action === 'childcare.checkIn') return { state: 'checkedIn', moves: ['activity'], startAt: at, lateMinutes: 0 };
  return action === 'childcare.back' ? { state: 'checkedIn', moves: ['activity', 'ask'] } : {};
}

function rowOf(child: RosterChild & { isUnsent: boolean }, now: number): RosterRow {
  const { visitId: id, childId, nickname, age, hasAllergy, state, todo = '', consentDue, moves, isUnsent } = child;
  const minutes = lateMinutes(child, now);
  const isLate = minutes > 0;
  const late = !isLate ? '' : here.includes(state) ? `超时 ${minutes < 120 ? `${minutes} 分钟` : duration(minutes * MINUTE)}` : `晚了 ${minutes} 分钟`;
  const isUrgent = isLate && state === 'checkedIn';
  const said = stateWords(child, isUrgent);
  const { act, actLabel } = actOf(state, moves);
  const time = timeWords(child);
  const who = whoWords(child);
  return {
    id, childId, nickname, age: `${age}岁`, hasAllergy, isUnsent, act, actLabel,
    state: who === '' ? said : `${said} · ${who}`,
    tone: isUrgent ? 'danger' : (stateTones[state] ?? 'plain'),
    time,
    late,
    todo: isLate && !isUnsent ? todo : '',
    consent: consentWords(consentDue, now),
    mayNote: moves.includes('activity'),
    mayBack: moves.includes('back'),
    mayScan: moves.includes('checkIn'),
    mayTransfer: moves.includes('transfer') || moves.includes('proposeException'),
    words: [nickname, `${age}岁`, hasAllergy ? '有过敏' : '', isUnsent ? '未发出' : '', said, who, time, late].filter((word) => word !== '').join('，'),
  }; // prettier-ignore
}

function timeWords({ state, startAt, endAt, endedAt }: RosterChild): string {
  if (gone.includes(state)) return endedAt === undefined ? '' : timeOfDay(endedAt);
  return here.includes(state) ? `${timeOfDay(endAt)} 前接` : `${timeOfDay(startAt)}–${timeOfDay(endAt)}`;
}

/** Who stands at the door, or is on the way. */
function whoWords({ state, withWhom }: RosterChild): string {
  if (withWhom === undefined) return '';
  if (state === 'fetching') return `${withWhom}去接`;
  return state === 'pickupPending' || state === 'releaseClaimed' ? withWhom : '';
}

function consentWords(due: number | undefined, now: number): string {
  if (due === undefined) return '';
  return now > due ? `家长的同意过了 ${timeOfDay(due)}，还没补` : `家长的同意 ${timeOfDay(due)} 前补上`;
}

/** The words of the guardian's page, said to staff. */
function stateWords({ state, withWhom }: RosterChild, isLate: boolean): string {
  if (state === 'noShow') return '还没到';
  if (state === 'booked') return stateLabels.booked;
  if (state === 'transferred' && withWhom !== undefined) return `已转交${withWhom}`;
  return stateSentence(state, { isLate, ...(withWhom !== undefined && { to: withWhom }) });
}

function actOf(state: VisitState, moves: readonly VisitMove[]): { act: RowAct; actLabel: string } {
  if (state === 'fetching' && (moves.includes('takeFetch') || moves.includes('pickUp'))) return { act: 'fetch', actLabel: '去接' };
  if (moves.includes('checkIn')) return { act: 'arrive', actLabel: '孩子到了' };
  if (moves.includes('confirmClaim')) return { act: 'review', actLabel: '核实' };
  if (moves.includes('ask') || moves.includes('release')) return { act: 'handOver', actLabel: state === 'checkedIn' ? '交接' : '接着核对' };
  return { act: '', actLabel: '' };
}

/** By the newest clock, since a roster without a network grows old. */
function lateMinutes({ state, startAt, endAt, lateMinutes: told }: RosterChild, now: number): number {
  if (state === 'expected' || state === 'noShow' || state === 'booked') return Math.max(0, Math.floor((now - startAt) / MINUTE));
  return here.includes(state) && state !== 'releaseClaimed' && state !== 'incident' ? Math.max(0, Math.floor((now - endAt) / MINUTE)) : told;
}

/** Whoever must be looked at first: at the door, then late, then by time. */
function urgencyOf(child: RosterChild, now: number): number {
  const atDoor: Readonly<Partial<Record<VisitState, number>>> = { incident: 5000, releaseRefused: 4000, pickupPending: 3000, releaseClaimed: 2000 };
  return (atDoor[child.state] ?? 0) + lateMinutes(child, now);
}
