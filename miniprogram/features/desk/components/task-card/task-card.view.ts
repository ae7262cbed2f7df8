/** 会商定的事: who does what by when. Pure. */
import type { TaskView } from '../../../../../typings/contract/dispute';
import { dueOfClause } from '../../../../domain/dispute/guards';
import { spokenClauseDay } from '../../../../domain/dispute/next';
import { spokenDay } from '../../../../domain/time/format';

export interface TaskRow {
  readonly task: number;
  readonly what: string;
  readonly note: string;
  readonly isDone: boolean;
  readonly state: string;
  readonly tone: 'ok' | 'danger' | 'plain';
}

/** What is open first. */
export function taskRows(tasks: readonly TaskView[], now: number): TaskRow[] {
  const rows = tasks.map(({ what, who, byDay, doneAt }, task): TaskRow => {
    const note = `${who} · ${spokenClauseDay(byDay, now)}`;
    if (doneAt !== undefined) return { task, what, note, isDone: true, state: `${spokenDay(doneAt, now)}做完`, tone: 'ok' };
    return now >= dueOfClause({ byDay }) ? { task, what, note, isDone: false, state: '过了日子', tone: 'danger' } : { task, what, note, isDone: false, state: '在做', tone: 'plain' };
  });
  return [...rows.filter(({ isDone }) => !isDone), ...rows.filter(({ isDone }) => isDone)];
}

export interface TaskForm {
  what: string;
  who: string;
  byDay: string;
}

export function problemsOf({ what, who }: TaskForm): Record<string, string> {
  return { ...(what.trim() === '' && { what: '请写要做什么。' }), ...(who.trim() === '' && { who: '请写谁来做。' }) };
}
