/** 纠纷 disputes: who is told what after a move. No name and no fact of the case stands in a message. */
import type { DisputeMove, DisputeState } from '../../../typings/contract/dispute';
import type { DueMark } from '../case/clock';
import { staffTitle } from '../identity/labels';
import { dateAndTime, monthAndDay, weekdayName } from '../time/format';
import { isKeptFrom } from './danger';
import type { DisputeClock, DisputeFacts, MediationSession } from './facts';
import { isPanelWhole } from './panel';
import { workdays } from './policy';

/** Somebody by what they are to the dispute. */
export type Audience =
  | 'applicant'
  | 'respondent'
  | 'agent'
  | 'mediator'
  | 'officer'
  | 'leader'
  | 'panel'
  /** Whoever asks afterwards: an officer who did not mediate, else a leader. */
  | 'asker'
  /** The account of the unit that it was passed to. */
  | 'receiver'
  /** Who told of the same thing, and goes on hearing of it. */
  | 'merged'
  /** Who was taken for the respondent and is not. */
  | 'released';

export interface Told {
  readonly to: readonly Audience[];
  readonly sentence: string;
}

const parties: readonly Audience[] = ['applicant', 'respondent', 'agent'];
/** Those who wait to hear how it goes on. */
const told: readonly Audience[] = ['applicant', 'agent', 'merged'];

/** Where a mediator has it; elsewhere it is with the officers. */
const isWithMediator: ReadonlySet<DisputeState> = new Set(['assigned', 'scheduled', 'mediating', 'agreed', 'performing']);

/** What a move says to whom; most moves say nothing to those who made them (the engine leaves the mover out). */
const sayings: Readonly<Partial<Record<DisputeMove, (facts: DisputeFacts, state: DisputeState) => readonly Told[]>>> = {
  file: ({ number, place }) => [{ to: ['officer'], sentence: `${number}：${place.text}有人说了一件事，等您看。` }],
  settle: ({ number }) => [{ to: ['officer', 'asker'], sentence: `${number}：当场说好了，7天后回访。` }],
  notice: ({ number, place }) => [{ to: ['officer'], sentence: `${number}：${place.text}有个苗头，请您看看。` }],
  adoptLead: ({ number }) => [{ to: ['applicant', 'agent'], sentence: `${number}：转成一件事来办了。` }],
  warn: ({ number, calledOff }) => [
    { to: ['officer', 'leader', 'mediator'], sentence: `${number}：有人身危险，先保证安全。` },
    ...(calledOff === undefined ? [] : [{ to: ['applicant', 'respondent', 'panel'] as const, sentence: `${number}：${dateAndTime(calledOff)}的时间先取消，请不用来，以后再约会告诉您。` }]),
  ],
  proposeLower: ({ number }) => [{ to: ['officer', 'leader'], sentence: `${number}：有人提出降颜色，请您看看同不同意。` }],
  transfer: (facts) => [
    { to: told, sentence: `${facts.number}：已转给${unitOf(facts) ?? '能办的单位'}，对方接手后告诉您。` },
    { to: ['receiver'], sentence: `${facts.number}：转给您单位，请24小时内答复。` },
  ],
  acknowledge: (facts) => [{ to: [...told, 'officer'], sentence: `${facts.number}：${unitOf(facts) ?? '接手单位'}已经接手。没解决，30天内可以说。` }],
  return: ({ number }) => [{ to: [...told, 'officer'], sentence: `${number}：转了回来，民警重新安排。` }],
  merge: ({ number }) => [{ to: ['applicant', 'agent'], sentence: `${number}：和别人说的是同一件事，合在一起办，进展照样告诉您。` }],
  bind: ({ number }) => [{ to: ['officer'], sentence: `${number}：对方打开了邀请。` }],
  consent: ({ number }) => [{ to: [...told, 'officer'], sentence: `${number}：对方说愿意谈。` }],
  tell: ({ number }) => [{ to: ['officer', 'mediator'], sentence: `${number}：对方说了自己这边的情况。` }],
  unreachable: ({ number }) => [{ to: told, sentence: `${number}：试了几次都联系不上对方。点开看看还有哪些办法。` }],
  formPanel: ({ number }) => [
    { to: ['panel'], sentence: `${number}：请您来帮忙调解，请先看看有没有利害关系。` },
    { to: ['applicant', 'respondent'], sentence: `${number}：想请人来帮忙调解，请看看同不同意。` },
  ],
  declare: (facts) => (isPanelWhole(facts) ? [{ to: ['officer', 'mediator'], sentence: `${facts.number}：有一位帮忙的人退出了，请补上。` }] : []),
  cover: ({ number }) => [
    { to: ['mediator'], sentence: `${number}：请您接着调解，请约个时间。` },
    { to: parties, sentence: `${number}：换了一位调解员。不合适可以告诉民警换一位。` },
  ],
  askExtend: ({ number }) => [{ to: [...parties, 'mediator'], sentence: `${number}：有一方想多谈几天，请看看同不同意。` }],
  extend: ({ number, extension }) => [{ to: [...parties, 'mediator'], sentence: `${number}：双方同意多谈${extension?.days ?? ''}天。` }],
  dueDay: ({ number }) => [{ to: parties, sentence: `${number}：有一条约定到日子了。做到了没有，请说一声。` }],
  supervise: ({ number }) => [{ to: ['applicant', 'respondent'], sentence: `${number}：警务室督促过没做到的约定了。` }],
  askConfirmation: ({ number }) => [{ to: ['applicant', 'respondent', 'mediator'], sentence: `${number}：有一方想请法院确认约定，要双方一起申请，请看看。` }],
  applyConfirmation: ({ number }) => [{ to: [...parties, 'mediator'], sentence: `${number}：双方都申请了司法确认。` }],
  recordConfirmation: ({ number }) => [{ to: [...parties, 'mediator'], sentence: `${number}：法院有答复了，点开看看。` }],
  reopen: ({ number }) => [{ to: [...parties, 'merged'], sentence: `${number}：重新办起来了。` }],
  retry: ({ number }) => [{ to: [...parties, 'mediator'], sentence: `${number}：双方愿意再谈一次，请约个时间。` }],
  whistle: ({ number }) => [{ to: ['officer', 'leader', 'mediator'], sentence: `${number}：社区吹哨了，请有关部门答复。` }],
  decide: ({ number }) => [{ to: ['officer', 'mediator'], sentence: `${number}：会商定了一件要做的事。` }],
  triage: ({ number }) => [{ to: ['applicant', 'agent'], sentence: `${number}：民警看过了，正在安排。` }],
  decline: ({ number }) => [{ to: ['applicant', 'agent'], sentence: `${number}：这里办不了，点开看看可以去哪里。` }],
  invite: ({ number }) => [{ to: ['applicant', 'agent'], sentence: `${number}：正在联系对方。` }],
  correctRespondent: ({ number }) => [
    { to: ['applicant', 'agent'], sentence: `${number}：更正了对方，重新联系。` },
    { to: ['released'], sentence: `${number}：弄清楚了，和您没有关系。打扰您了，谢谢您配合。` },
  ],
  refuse: ({ number }) => [{ to: [...parties, 'officer', 'mediator'], sentence: `${number}：有一方不愿调解，调解到此为止。点开看看还有哪些办法。` }],
  accept: ({ number }) => [{ to: parties, sentence: `${number}：双方都愿意谈，请选一位调解员。` }],
  assign: ({ number }) => [
    { to: ['mediator'], sentence: `${number}：请您来调解，请约个时间。` },
    { to: parties, sentence: `${number}：调解员已接手。` },
  ],
  schedule: (facts) => [{ to: [...parties, 'mediator', 'panel'], sentence: scheduled(facts) }],
  adjourn: ({ number, session }) => [{ to: [...parties, 'panel'], sentence: `${number}：下一次约在${session ? whenAndWhere(session) : ''}。` }],
  urge: ({ number }, state) => [{ to: [isWithMediator.has(state) ? 'mediator' : 'officer'], sentence: `${number}：所里催办了，请尽快办，有难处就说。` }],
  draft: ({ number }) => [{ to: parties, sentence: `${number}：约定写好了，请看看，同意就签。` }],
  agree: ({ number }) => [{ to: [...parties, 'merged', 'mediator', 'officer'], sentence: `${number}：谈成了。` }],
  seal: ({ number }) => [{ to: [...parties, 'officer'], sentence: `${number}：约定签了名、盖了章，生效了。` }],
  claim: ({ number }) => [{ to: [...parties, 'mediator'], sentence: `${number}：有一方说自己做到了一条约定，请另一方看看是不是。${workdays.claim}个工作日没有说不是，就算做到了。` }],
  prove: ({ number }) => [{ to: [...parties, 'mediator'], sentence: `${number}：有一条约定做到了。` }],
  default: ({ number }) => [{ to: [...parties, 'mediator', 'officer'], sentence: `${number}：有一条约定没做到，警务室会督促。` }],
  conclude: ({ number }) => [{ to: ['officer', 'asker'], sentence: `${number}：约定都有了结果，7天后回访。` }],
  close: ({ number }) => [{ to: [...parties, 'merged', 'mediator'], sentence: `${number}：办完了。如果没解决，30天内可以说。` }],
  contest: ({ number }) => [{ to: ['officer', 'leader', 'mediator'], sentence: `${number}：当事人说还没解决。` }],
  fail: ({ number }) => [{ to: [...parties, 'merged', 'officer', 'mediator'], sentence: `${number}：这次没谈成。点开看看还有哪些办法。` }],
  lapse: ({ number, extendedDays = 0, retryUntil }) => [{ to: [...parties, 'officer', 'mediator'], sentence: `${number}：${extendedDays > 0 || retryUntil !== undefined ? '说好的期限' : '30天'}到了，没谈成，调解结束。点开看看还有哪些办法。` }],
  settleByPolice: ({ number }) => [{ to: [...parties, 'officer'], sentence: `${number}：民警当场调解好了，7天后回访。` }],
  handOn: ({ number }) => [{ to: ['applicant', 'respondent', 'agent'], sentence: `${number}：违法的部分由公安机关依法处理。赔偿的事点开看看怎么办。` }],
  recordDecision: ({ number }) => [{ to: [...parties, 'mediator'], sentence: `${number}：公安机关依法作出了决定。赔偿没谈成的，可以去法院。` }],
  askDamages: ({ number }) => [{ to: ['officer'], sentence: `${number}：有一方想请人调解赔偿，另开了一件。` }],
  recognize: ({ number }) => [{ to: [...parties, 'mediator'], sentence: `${number}：双方已和解并做到，公安机关认可，不予处罚。` }],
  notRecognize: ({ number }) => [{ to: parties, sentence: `${number}：公安机关没有认可双方的申请，点开看看为什么。` }],
  withdraw: ({ number }) => [{ to: ['officer', 'mediator', 'respondent'], sentence: `${number}：已撤回。` }],
};

/** Where the respondent told of danger, the name of the unit would say why. */
function unitOf(facts: DisputeFacts): string | undefined {
  return isKeptFrom(facts, 'applicant') ? undefined : facts.transfer?.unit;
}

/** A party without an account is rung up after these: it would wait for nothing, or come for nothing. */
const worthACall: ReadonlySet<DisputeMove> = new Set(['decline', 'transfer', 'acknowledge', 'refuse', 'cover', 'schedule', 'adjourn', 'draft', 'supervise', 'close', 'reopen', 'retry', 'unreachable', 'fail', 'lapse', 'withdraw', 'default', 'dueDay', 'claim', 'askConfirmation', 'handOn', 'recordDecision', 'recognize', 'notRecognize', 'warn']);
/** One with an account too, when the message does not arrive: it has an hour to keep, or none any more. */
const worthACallAnyway: ReadonlySet<DisputeMove> = new Set(['schedule', 'adjourn', 'warn']);

/** Whether a party must be rung up, with or without an account. */
export function isWorthACall(move: DisputeMove, hasAccount: boolean): boolean {
  return hasAccount ? worthACallAnyway.has(move) : worthACall.has(move);
}

export function messagesAfter(move: DisputeMove, facts: DisputeFacts, state: DisputeState): readonly Told[] {
  return sayings[move]?.(facts, state) ?? [];
}

/** `约在6月3日 周三 10:00，调解室。`; of another time who moved it, and from when. No `明天`: it is read on another day. */
function scheduled({ number, session, mediator, track }: DisputeFacts): string {
  if (!session) return '';
  if (session.movedFrom === undefined) return `${number}：约在${whenAndWhere(session)}。`;
  const who = mediator ? staffTitle(mediator.name, track === 'security' ? 'officer' : 'mediator') : '警务室';
  return `${number}：${who}把时间改到${whenAndWhere(session)}，原来是${dateAndTime(session.movedFrom)}。`;
}

function whenAndWhere({ startAt, room }: MediationSession): string {
  return `${dateAndTime(startAt)}，${room}`;
}

/** What was to be done by then, and who has it. */
const duties: Readonly<Record<DisputeClock, { readonly what: string; readonly owner: Audience }>> = {
  triage: { what: '看一看、定怎么办', owner: 'officer' },
  contact: { what: '联系当事人', owner: 'officer' },
  reply: { what: '问对方的答复', owner: 'officer' },
  choose: { what: '选调解员', owner: 'officer' },
  take: { what: '约时间', owner: 'mediator' },
  deadline: { what: '谈出结果', owner: 'mediator' },
  promise: { what: '兑现一条约定', owner: 'mediator' },
  claim: { what: '说是不是做到了', owner: 'mediator' },
  followUp: { what: '回访', owner: 'officer' },
  lead: { what: '看一看苗头', owner: 'officer' },
  acknowledge: { what: '等到接手单位答复', owner: 'officer' },
  seal: { what: '签名盖章', owner: 'mediator' },
  confirmation: { what: '申请司法确认', owner: 'mediator' },
  secondFollowUp: { what: '30天回访', owner: 'officer' },
  overdue: { what: '补上', owner: 'officer' },
  answer: { what: '等到部门答复', owner: 'leader' },
  task: { what: '做完会商定的事', owner: 'officer' },
  handOn: { what: '写明依法处理的下一步', owner: 'officer' },
  caseDays: { what: '依法作出决定', owner: 'officer' },
};

/** 50 % → whoever has it, 80 % → the leader as well, 100 % → both again, and the timeline says so. */
export function remindersAt({ clock, mark }: DueMark<DisputeClock>, { number }: DisputeFacts): readonly Told[] {
  if (clock.name === 'confirmation') return [{ to: ['applicant', 'respondent', 'mediator'], sentence: `${number}：约定可以请法院确认，${lastDay(clock.dueAt)}。` }];
  if (clock.name === 'secondFollowUp') return [{ to: ['officer', 'asker'], sentence: `${number}：到30天回访的日子了。` }];
  if (clock.name === 'claim') return []; // it counts from now on, and all are told of that
  if (clock.name === 'overdue') return []; // the whistle itself tells
  const { what, owner } = duties[clock.name];
  const isOver = clock.name === 'deadline'; // with it mediation ends, and all but the leader are told of that
  if (mark === 100) return [{ to: isOver ? ['leader'] : [owner, 'leader'], sentence: `${number}：已过了说好的时间，还没有${what}。` }];
  const left = mark === 50 ? '时间过半' : '快到时间了';
  return [{ to: mark === 50 ? [owner] : [owner, 'leader'], sentence: `${number}：${left}，还没有${what}。` }];
}

/** `最晚6月3日 周三`: calendar days, so the whole of it counts. */
function lastDay(dueAt: number): string {
  return `最晚${monthAndDay(dueAt)} ${weekdayName(dueAt)}`;
}
