/** 纠纷 disputes: who is told what after a move. No name and no fact of the case stands in a message. */
import type { DisputeMove } from '../../../typings/contract/dispute';
import type { DueMark } from '../case/clock';
import { spokenTime } from '../time/format';
import type { DisputeClock, DisputeFacts } from './facts';

/** Somebody by what they are to the dispute. */
export type Audience = 'applicant' | 'respondent' | 'agent' | 'mediator' | 'officer' | 'leader';

export interface Told {
  readonly to: readonly Audience[];
  readonly sentence: string;
}

const parties: readonly Audience[] = ['applicant', 'respondent', 'agent'];

/** What a move says to whom; most moves say nothing to those who made them (the engine leaves the mover out). */
const sayings: Readonly<Partial<Record<DisputeMove, (facts: DisputeFacts, now: number) => readonly Told[]>>> = {
  file: ({ number, place }) => [{ to: ['officer'], sentence: `${place.text}有人说了一件事（${number}），等您看。` }],
  settle: ({ number }) => [{ to: ['officer'], sentence: `${number}当场说好了，7天后回访。` }],
  triage: ({ number }) => [{ to: ['applicant', 'agent'], sentence: `${number}民警看过了，正在安排。` }],
  decline: ({ number }) => [{ to: ['applicant', 'agent'], sentence: `${number}这里办不了，点开看看可以去哪里。` }],
  invite: ({ number }) => [{ to: ['applicant', 'agent'], sentence: `${number}正在联系对方。` }],
  correctRespondent: ({ number }) => [{ to: ['applicant', 'agent'], sentence: `${number}更正了对方，重新联系。` }],
  refuse: ({ number }) => [{ to: [...parties, 'officer', 'mediator'], sentence: `${number}有一方不愿调解，调解到此为止。点开看看还有哪些办法。` }],
  accept: ({ number }) => [{ to: parties, sentence: `${number}双方都愿意谈，请选一位调解员。` }],
  assign: ({ number }) => [
    { to: ['mediator'], sentence: `${number}请您来调解，请约个时间。` },
    { to: parties, sentence: `${number}调解员已接手。` },
  ],
  schedule: ({ number, session }, now) => [{ to: [...parties, 'mediator'], sentence: `${number}约在${session ? spokenTime(session.startAt, now) : ''}，${session?.room ?? ''}。` }],
  adjourn: ({ number, session }, now) => [{ to: parties, sentence: `${number}下一次约在${session ? spokenTime(session.startAt, now) : ''}。` }],
  draft: ({ number }) => [{ to: parties, sentence: `${number}约定写好了，请看看，同意就签。` }],
  agree: ({ number }) => [{ to: [...parties, 'mediator', 'officer'], sentence: `${number}谈成了。` }],
  prove: ({ number }) => [{ to: [...parties, 'mediator'], sentence: `${number}有一条约定做到了。` }],
  default: ({ number }) => [{ to: [...parties, 'mediator', 'officer'], sentence: `${number}有一条约定没做到，警务室会督促。` }],
  conclude: ({ number }) => [{ to: ['officer'], sentence: `${number}约定都有了结果，7天后回访。` }],
  close: ({ number }) => [{ to: [...parties, 'mediator'], sentence: `${number}办完了。如果没解决，30天内可以说。` }],
  contest: ({ number }) => [{ to: ['officer', 'leader', 'mediator'], sentence: `${number}当事人说还没解决。` }],
  fail: ({ number }) => [{ to: [...parties, 'officer', 'mediator'], sentence: `${number}这次没谈成。点开看看还有哪些办法。` }],
  lapse: ({ number }) => [{ to: [...parties, 'officer', 'mediator'], sentence: `30天到了，${number}没谈成，调解结束。点开看看还有哪些办法。` }],
  withdraw: ({ number }) => [{ to: ['officer', 'mediator', 'respondent'], sentence: `${number}已撤回。` }],
};

export function messagesAfter(move: DisputeMove, facts: DisputeFacts, now: number): readonly Told[] {
  return sayings[move]?.(facts, now) ?? [];
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
  followUp: { what: '回访', owner: 'officer' },
};

/** 50 % → whoever has it, 80 % → the leader as well, 100 % → both again, and the timeline says so. */
export function remindersAt({ clock, mark }: DueMark<DisputeClock>, { number }: DisputeFacts): readonly Told[] {
  const { what, owner } = duties[clock.name];
  const isOver = clock.name === 'deadline'; // with it mediation ends, and all but the leader are told of that
  if (mark === 100) return [{ to: isOver ? ['leader'] : [owner, 'leader'], sentence: `${number}已过了说好的时间，还没有${what}。` }];
  const left = mark === 50 ? '时间过半' : '快到时间了';
  return [{ to: mark === 50 ? [owner] : [owner, 'leader'], sentence: `${number}${left}，还没有${what}。` }];
}
