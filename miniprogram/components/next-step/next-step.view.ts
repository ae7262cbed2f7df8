/** 接下来: what happens next, by whom, by when, as words. */
import type { NextStep } from '../../../typings/contract/dispute';
import { duration, spokenTime } from '../../domain/time/format';

export interface NextStepView {
  readonly what: string;
  /** `丁调解员，明天 18:00 前`; who alone when nothing was promised. */
  readonly promise: string;
  readonly isOverdue: boolean;
}

/** `isMeeting`: the time is when it begins, not when it must be done. */
export function nextStepOf({ what, who, dueAt, isOverdue }: NextStep, now: number, isMeeting = false): NextStepView {
  if (dueAt === undefined) return { what, promise: who, isOverdue };
  const words = isMeeting ? spokenTime(dueAt, now) : dueWords(dueAt, now, isOverdue);
  return { what, promise: `${who}，${words}`, isOverdue: isOverdue && !isMeeting };
}

function dueWords(dueAt: number, now: number, isOverdue: boolean): string {
  return isOverdue ? `说好${spokenTime(dueAt, now)}前，已晚${duration(now - dueAt)}` : `${spokenTime(dueAt, now)} 前`;
}
