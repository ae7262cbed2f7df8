/** 办完以后: what was asked after and said since, and what a party thinks of it. Pure. */
import type { DisputeView } from '../../../../../typings/contract/dispute';
import { answerLabels, sideLabels } from '../../../../domain/dispute/labels';
import { afterwardsDays, contestDays } from '../../../../domain/dispute/policy';
import { DAY, spokenDay } from '../../../../domain/time/format';

export interface Star {
  readonly score: number;
  /** For who cannot see the stars. */
  readonly label: string;
  readonly isOn: boolean;
}

export interface AfterEnd {
  /** `有人说过 2 次没解决`; empty when nobody did. */
  readonly contests: string;
  readonly asked: readonly { readonly key: string; readonly when: string; readonly answers: readonly { readonly who: string; readonly said: string; readonly tone: 'ok' | 'danger' | 'plain' }[] }[];
  readonly canRate: boolean;
  /** 0 before it was given. */
  readonly rating: number;
}

const scoreWords = ['很不满意', '不满意', '一般', '满意', '很满意'] as const;
const tones = { kept: 'ok', notKept: 'danger', noAnswer: 'plain' } as const;

/** Nothing where there is nothing to say. */
export function afterEndOf(dispute: DisputeView): AfterEnd | null {
  const { contests, followUps, moves, rating = 0, now } = dispute;
  const canRate = moves.includes('rate') && now <= closedAt(dispute) + afterwardsDays * DAY;
  if (contests === 0 && followUps.length === 0 && !canRate) return null;
  return {
    contests: contests > 0 ? `有人说过 ${contests} 次没解决` : '',
    asked: followUps.map(({ at, ...said }, position) => ({
      key: String(position),
      when: spokenDay(at, now),
      answers: (['applicant', 'respondent'] as const).map((side) => ({ who: sideLabels[side], said: answerLabels[said[side]], tone: tones[said[side]] })),
    })),
    canRate,
    rating,
  };
}

/** It was closed too long ago to say 没解决 of it: either party tells it anew, and for one without an account an officer or an auxiliary does. */
export function isLongOver(dispute: DisputeView): boolean {
  const { state, relations, parties, now } = dispute;
  const at = closedAt(dispute);
  const isOwn = relations.includes('applicant') || relations.includes('respondent');
  const isForParty = (relations.includes('officer') || relations.includes('auxiliary')) && parties.some(({ hasAccount }) => hasAccount === false);
  return state === 'closed' && (isOwn || isForParty) && at > 0 && now > at + contestDays * DAY;
}

/** The newest line is the first. */
function closedAt({ lines }: Pick<DisputeView, 'lines'>): number {
  return lines.find(({ move }) => move === 'close' || move === 'acknowledge')?.at ?? 0;
}

export function starsOf(score: number): Star[] {
  return scoreWords.map((words, position) => ({ score: position + 1, label: `${position + 1}分，${words}`, isOn: position < score }));
}

/** `4分，满意`; empty before a star was touched. */
export function spokenScore(score: number): string {
  const words = scoreWords[score - 1];
  return words === undefined ? '' : `${score}分，${words}`;
}
