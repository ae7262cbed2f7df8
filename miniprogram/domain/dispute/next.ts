/** 纠纷 disputes: 接下来 — what happens next, by whom, by when; and the promise that was not kept. */
import type { DisputeState, NextStep, Side } from '../../../typings/contract/dispute';
import { dueOf, type Clock } from '../case/clock';
import { dateAndTime, spokenDay, spokenTime } from '../time/format';
import type { Clause, DisputeClock, DisputeFacts } from './facts';
import { isClaimed } from './claims';
import { isInTheDark, sidesInDanger } from './danger';
import { dueOfClause } from './guards';
import { sideLabels } from './labels';

/** What the reader is to it: the words differ, what happens does not. */
export type NextReader = Side | 'agent' | 'staff' | 'receiver';

interface Words {
  readonly what: string;
  readonly who: string;
}

interface Step extends Words {
  readonly clock?: DisputeClock;
  /** The same for those who work on it, and for the other side; else the words are for the applicant and fit all. */
  readonly staff?: Partial<Words>;
  readonly respondent?: Partial<Words>;
  /** For the unit itself. */
  readonly receiver?: Partial<Words>;
}

/** Who has it in each state; nothing where all is done. */
const steps: Readonly<Partial<Record<DisputeState, Step>>> = {
  lead: { what: '看一看要不要管', who: '民警', clock: 'lead' },
  submitted: { what: '看过后告诉您怎么办', who: '民警', clock: 'triage', staff: { what: '看一看，定怎么办' } },
  triaged: { what: '联系双方', who: '民警', clock: 'contact' },
  transferred: { what: '等接手单位答复', who: '接手单位', clock: 'acknowledge', receiver: { what: '说一声接不接', who: '您' } },
  inviting: { what: '等对方答复', who: '对方', clock: 'reply', respondent: { what: '说一声愿不愿意谈', who: '您' } },
  accepted: { what: '选一位调解员', who: '您和对方', clock: 'choose', staff: { who: '双方' } },
  assigned: { what: '约时间', who: '调解员', clock: 'take' },
  scheduled: { what: '当面谈', who: '双方和调解员' },
  mediating: { what: '谈出结果', who: '双方和调解员', clock: 'deadline' },
  agreed: { what: '调解员签名盖章后生效', who: '调解员', clock: 'seal' },
  performing: { what: '兑现约定', who: '双方', clock: 'promise' },
  following: { what: '回访，问是不是都做到了', who: '民警', clock: 'followUp' },
  settledOnSpot: { what: '回访，问是不是还好', who: '民警', clock: 'followUp' },
};

/** There is a text to sign. */
const onTable: Readonly<Partial<Record<DisputeState, Words>>> = { mediating: { what: '看约定，双方签字', who: '双方' } };

/** Danger: nobody brings both together, and neither side reads what the other told of it. */
function aloneWith(facts: DisputeFacts, reader: NextReader): string | undefined {
  if (reader === 'receiver') return undefined;
  const told = sidesInDanger(facts).filter((side) => reader === 'staff' || side === (reader === 'agent' ? 'applicant' : reader));
  const who = reader === 'applicant' || reader === 'respondent' ? '您' : told.map((side) => sideLabels[side]).join('、');
  return told.length > 0 ? `单独联系${who}，先保证安全` : undefined;
}

/** Clocks that are a promise of the post to people; the others wait for a party. */
const ours: Readonly<Partial<Record<DisputeClock, string>>> = { triage: '答复', contact: '联系当事人', take: '约好时间', followUp: '回访', acknowledge: '等到接手单位答复', seal: '签名盖章' };

interface Running {
  readonly state: DisputeState;
  readonly facts: DisputeFacts;
  readonly clocks: readonly Clock<DisputeClock>[];
}

export function nextStepOf(running: Running, now: number, reader: NextReader = 'applicant'): NextStep | undefined {
  return lawStep(running, now, reader) ?? stepOfState(running, now, reader);
}

function stepOfState({ state, facts, clocks }: Running, now: number, reader: NextReader): NextStep | undefined {
  const step = steps[state];
  if (!step) return undefined;
  const dueAt = isHourSecret({ state, facts }, reader) ? undefined : dueFor(step, state, { facts, clocks });
  const promise = state === 'performing' ? openPromise(facts) : undefined;
  const said = promise && isClaimed(promise) ? { what: `说一声是不是做到了：${promise.what}`, who: sideLabels[promise.side === 'applicant' ? 'respondent' : 'applicant'] } : undefined;
  const words = { ...step, ...(reader !== 'applicant' && step[reader === 'agent' ? 'staff' : reader]), ...(promise && { what: promise.what, who: sideLabels[promise.side] }), ...said, ...(facts.agreement && onTable[state]) };
  const isWilling = state === 'inviting' && facts.respondent?.consentedAt !== undefined && facts.applicant.consentedAt !== undefined;
  if (isWilling) return timed('双方都愿意谈，安排调解', '民警', dueAt, now);
  const { who } = words;
  const what = (state === 'triaged' ? aloneWith(facts, reader) : undefined) ?? words.what;
  return timed(what, who, dueAt, now);
}

function timed(what: string, who: string, dueAt: number | undefined, now: number): NextStep {
  return { what, who, ...(dueAt !== undefined && { dueAt }), isOverdue: dueAt !== undefined && now > dueAt };
}

/** 程序规定 第185条: what police owe where mediation came to nothing; staff read it first, the parties where nothing else is to come. */
function lawStep({ state, facts, clocks }: Running, now: number, reader: NextReader): NextStep | undefined {
  const isOver = steps[state] === undefined;
  const handOnDue = dueOf(clocks, 'handOn');
  const caseDue = dueOf(clocks, 'caseDays');
  const isForStaff = reader === 'staff';
  if (handOnDue === undefined && (caseDue === undefined || !isOver)) return undefined;
  if (!isForStaff) return isOver ? timed('违法的部分由公安机关依法处理', '民警', undefined, now) : undefined;
  if (handOnDue !== undefined) return timed('依法处理，写明下一步', '民警', handOnDue, now);
  const dueAt = facts.handling ? Math.min(dueOfClause(facts.handling), caseDue ?? Infinity) : caseDue;
  return timed(facts.handling?.step ?? '依法作出决定', '民警', dueAt, now);
}

/** An hour instead of three workdays would say that the other side told of danger. */
function isHourSecret({ state, facts }: Pick<Running, 'state' | 'facts'>, reader: NextReader): boolean {
  if (reader === 'staff' || reader === 'receiver') return false;
  return (state === 'submitted' || state === 'triaged') && isInTheDark(facts, reader === 'agent' ? 'applicant' : reader);
}

/** Said first on the page: `说好今天 18:00前答复，没做到，已告诉所领导。` */
export function brokenPromiseOf(clocks: readonly Clock<DisputeClock>[], now: number): string | undefined {
  const broken = clocks.find(({ name, dueAt }) => ours[name] !== undefined && now > dueAt);
  return broken && wordsOf(broken, spokenTime(broken.dueAt, now));
}

/** The same for one clock, by its date, since the timeline keeps it; nothing when it waits for a party and not for us. */
export function brokenLineOf(clock: Clock<DisputeClock>): string | undefined {
  return wordsOf(clock, dateAndTime(clock.dueAt));
}

function wordsOf({ name }: Clock<DisputeClock>, when: string): string | undefined {
  const what = ours[name];
  return what === undefined ? undefined : `说好${when}前${what}，没做到，已告诉所领导。`;
}

function dueFor(step: Step, state: DisputeState, { facts, clocks }: Pick<Running, 'facts' | 'clocks'>): number | undefined {
  if (state === 'scheduled') return facts.session?.startAt;
  const promise = state === 'performing' ? openPromise(facts) : undefined;
  if (promise && isClaimed(promise)) return dueOf(clocks, 'claim');
  if (promise) return dueOfClause(promise); // its clock has gone on to the next one when nobody spoke of it
  return step.clock && dueOf(clocks, step.clock);
}

/** The earliest promise that is still open. */
function openPromise({ agreement }: DisputeFacts): Clause | undefined {
  const open = (agreement?.clauses ?? []).filter(({ state }) => state === 'open');
  const [first] = [...open].sort((a, b) => dueOfClause(a) - dueOfClause(b));
  return first;
}

/** `最晚11月26日 周四`: the last day of a clause is one on which it can still be kept. */
export function spokenClauseDay(byDay: string, now: number): string {
  return `最晚${spokenDay(Date.parse(`${byDay}T12:00:00+08:00`), now)}`;
}
