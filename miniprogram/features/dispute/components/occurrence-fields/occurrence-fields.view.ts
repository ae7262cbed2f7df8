/** 案发情况 as it is filled in, sent and read aloud (程序规定 第184条). Pure. */
import type { Occurrence } from '../../../../../typings/contract/dispute';
import { dateAndTime, dayKey, momentOfDay, wallClock } from '../../../../domain/time/format';

export interface OccurrenceForm {
  /** `2026-03-03` and `09:30`; empty before they were chosen. */
  readonly day: string;
  readonly time: string;
  readonly place: string;
  readonly cause: string;
  readonly circumstances: string;
  readonly result: string;
}

export const emptyOccurrence: OccurrenceForm = { day: '', time: '', place: '', cause: '', circumstances: '', result: '' };

/** As it was written before, else with the place that is known. */
export function occurrenceFormOf(occurrence: Occurrence | undefined, place: string): OccurrenceForm {
  if (!occurrence) return { ...emptyOccurrence, place };
  const { at, ...words } = occurrence;
  const { hour, minute } = wallClock(at);
  return { ...words, day: dayKey(at), time: [hour, minute].map((part) => String(part).padStart(2, '0')).join(':') };
}

/** Call it once `occurrenceProblems` found nothing. */
export function occurrenceOf({ day, time, place, cause, circumstances, result }: OccurrenceForm): Occurrence {
  return { at: momentOf(day, time), place: place.trim(), cause: cause.trim(), circumstances: circumstances.trim(), result: result.trim() };
}

export function occurrenceProblems(form: OccurrenceForm, now: number): Record<string, string> {
  const at = momentOf(form.day, form.time);
  const words = [['place', '还没写在哪里发生的。'], ['cause', '还没写起因。'], ['circumstances', '还没写情节。'], ['result', '还没写结果。']] as const;
  return {
    ...(Number.isNaN(at) ? { 'occurrence.at': '还没选什么时候发生的。' } : at > now && { 'occurrence.at': '发生的时间还没有到，请再看看。' }),
    ...Object.fromEntries(words.filter(([field]) => form[field].trim() === '').map(([field, sentence]) => [`occurrence.${field}`, sentence])),
  };
}

/** How it is read to both. */
export function occurrenceLines({ at, place, cause, circumstances, result }: Occurrence): string[] {
  return [Number.isNaN(at) ? '' : `时间：${dateAndTime(at)}`, `地点：${place}`, `起因：${cause}`, `情节：${circumstances}`, `结果：${result}`];
}

function momentOf(day: string, time: string): number {
  const [, hours = '', minutes = ''] = /^(\d{2}):(\d{2})$/.exec(time) ?? [];
  return momentOfDay(day) + (Number.parseInt(hours, 10) * 60 + Number.parseInt(minutes, 10)) * 60_000;
}
