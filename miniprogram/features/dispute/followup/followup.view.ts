/** 回访: what each party was asked, and what is sent. Pure. */
import type { InputOf } from '../../../../typings/contract/actions';
import type { DisputeView, FollowUpAnswer, Side } from '../../../../typings/contract/dispute';
import type { Choice } from '../../../components/choice-tiles/choice-tiles.view';
import { answerLabels, followUpAnswers, sideLabels } from '../../../domain/dispute/labels';
import { spokenClauseDay } from '../../../domain/dispute/next';

export interface FollowUpForm {
  applicant: FollowUpAnswer | '';
  respondent: FollowUpAnswer | '';
  words: string;
}

export const emptyForm: FollowUpForm = { applicant: '', respondent: '', words: '' };

export const answerTiles: Choice[] = followUpAnswers.map((value) => ({ value, label: answerLabels[value] }));

/** Both sides are asked, also one of whom little is known. */
export function askedPeople({ parties }: DisputeView): { side: Side; label: string }[] {
  return (['applicant', 'respondent'] as const).map((side) => ({
    side,
    label: `${sideLabels[side]} ${parties.find((party) => party.side === side)?.name ?? ''}`.trim(),
  }));
}

/** What was promised, and what is known of it. */
export function promisesOf({ agreement, parties, now }: DisputeView) {
  const words = { open: '还没说', kept: '做到了', broken: '没做到' } as const;
  return (agreement?.clauses ?? []).map(({ side, what, byDay, state }, position) => ({
    key: String(position),
    what: `${parties.find((party) => party.side === side)?.name ?? sideLabels[side]}：${what}`,
    note: spokenClauseDay(byDay, now),
    state: words[state],
    tone: { open: 'warm', kept: 'ok', broken: 'danger' }[state],
  }));
}

/** What was said last: how it was settled on the spot, or why it is not solved. */
export function lastWords({ lines }: DisputeView): { who: string; words: string } | null {
  const line = lines.find(({ move, words }) => (move === 'contest' || move === 'settle') && words !== undefined);
  return line ? { who: line.move === 'contest' ? `${line.who}说还没解决` : '当场说好的', words: line.words ?? '' } : null;
}

/** Somebody says no: closing is not the only way. */
export function warningOf({ applicant, respondent }: FollowUpForm): string {
  if (applicant === 'notKept' || respondent === 'notKept') return '有人说没做到。要先督促的，可以记一笔，先不办结。';
  if (applicant === 'noAnswer' && respondent === 'noAnswer') return '两边都没联系上。办结后不算满意也不算不满意，也可以改天再打。';
  return '';
}

export function problemsOf({ applicant, respondent, words }: FollowUpForm): Record<string, string> {
  return {
    ...(applicant === '' && { applicant: '还没选申请人怎么说。' }),
    ...(respondent === '' && { respondent: '还没选被申请人怎么说。' }),
    ...(words.trim() === '' && { words: '请写一两句他们怎么说。' }),
  };
}

export function inputOf(id: string, { applicant, respondent, words }: FollowUpForm): InputOf<'dispute.close'> {
  return { id, applicant: applicant || 'noAnswer', respondent: respondent || 'noAnswer', words: words.trim() };
}

/** The same as a note: it stays open. */
export function noteOf(id: string, { applicant, respondent, words }: FollowUpForm): InputOf<'dispute.note'> {
  const said = ([['申请人', applicant], ['被申请人', respondent]] as const).map(([who, answer]) => (answer === '' ? '' : `${who}：${answerLabels[answer]}。`));
  return { id, words: `回访。${said.join('')}${words.trim()}`, isInternal: true };
}
