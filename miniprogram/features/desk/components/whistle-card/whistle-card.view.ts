/** 社区吹哨: who was called, who has answered. Pure. */
import type { WhistleView } from '../../../../../typings/contract/dispute';
import { units } from '../../../../domain/dispute/units';
import { spokenTime } from '../../../../domain/time/format';

export interface WhistleRow {
  readonly key: string;
  readonly title: string;
  readonly due: string;
  readonly units: readonly { readonly unit: string; readonly words: string; readonly isAnswered: boolean }[];
}

/** The newest first. */
export function whistleRows(whistles: readonly WhistleView[], now: number): WhistleRow[] {
  const rows = whistles.map(({ at, isByClock, dueAt, units: asked, answers }, position): WhistleRow => {
    const open = asked.filter((unit) => !answers.some((answer) => answer.unit === unit));
    return {
      key: String(position),
      title: `${spokenTime(at, now)}${isByClock ? '，超时自动吹哨' : '吹哨'}`,
      due: open.length > 0 && dueAt !== undefined ? `${spokenTime(dueAt, now)}前要答复` : '',
      units: asked.map((unit) => {
        const answer = answers.find((each) => each.unit === unit);
        return { unit, words: answer ? answer.words || '已经答复' : '还没有答复', isAnswered: answer !== undefined };
      }),
    };
  });
  return rows.reverse();
}

/** Units to choose among, with what was chosen. */
export function unitChips(chosen: readonly string[]): { unit: string; isOn: boolean }[] {
  return [...units, ...chosen.filter((unit) => !(units as readonly string[]).includes(unit))].map((unit) => ({ unit, isOn: chosen.includes(unit) }));
}

export function problemsOf(chosen: readonly string[], words: string): Record<string, string> {
  return {
    ...(chosen.length === 0 && { units: '请选请哪个部门来。' }),
    ...(words.trim() === '' && { words: '请写一句要他们做什么。' }),
  };
}
