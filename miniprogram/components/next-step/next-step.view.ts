/** 接下来: what happens next, by whom, by when, as words. */
import type { NextStep } from '../../../typings/contract/dispute';
import { session } from '../../domain/dispute/policy';
import { duration, MINUTE, spokenDay, spokenTime, startOfDay } from '../../domain/time/format';

export interface NextStepView {
  readonly what: string;
  /** `丁调解员，明天 18:00 前`; who alone when nothing was promised. */
  readonly promise: string;
  readonly isOverdue: boolean;
}

/** `isMeeting`: the time is when it begins, not when it must be done. */
export function nextStepOf({ what, who, dueAt, isOverdue }: NextStep, now: number, isMeeting = false): NextStepView {
  if (dueAt === undefined) return { what, promise: who, isOverdue };
  if (!isMeeting) return { what, promise: `${who}，${dueWords(dueAt, now, isOverdue)}`, isOverdue };
  const isMissed = now > dueAt + session.minutes * MINUTE; // nobody put down that they sat down
  return { what, promise: isMissed ? `${who}，约的${spokenTime(dueAt, now)}过了，还没开始` : `${who}，${spokenTime(dueAt, now)}`, isOverdue: isMissed };
}

/** A day that is promised whole ends at midnight: `最晚12月1日 周二`. */
export function dueWords(dueAt: number, now: number, isOverdue: boolean): string {
  const isWholeDay = startOfDay(dueAt) === dueAt;
  const when = isWholeDay ? `最晚${spokenDay(dueAt - 1, now)}` : spokenTime(dueAt, now);
  if (isOverdue) return `${isWholeDay ? when : `说好${when}前`}，已晚${duration(now - dueAt)}`;
  return isWholeDay ? when : `${when} 前`;
}
