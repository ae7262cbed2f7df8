/** 回访: what each party was asked, and what is sent. Pure. */
import type { InputOf } from '../../../../typings/contract/actions';
import type { DisputeView, FollowUpAnswer, Side } from '../../../../typings/contract/dispute';
import type { Choice } from '../../../components/choice-tiles/choice-tiles.view';
import { answerLabels, followUpAnswers, sideLabels } from '../../../domain/dispute/labels';
import { spokenClauseDay } from '../../../domain/dispute/next';
import { sentenceOf } from '../../../domain/dispute/story';
import { spokenDay } from '../../../domain/time/format';

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
  return (agreement?.clauses ?? []).map(({ side, what, byDay, state, claimedAt }, position) => ({
    key: String(position),
    what: `${parties.find((party) => party.side === side)?.name ?? sideLabels[side]}：${what}`,
    note: spokenClauseDay(byDay, now),
    state: claimedAt === undefined ? words[state] : state === 'kept' ? '本人说做到了，对方没有说不是' : '本人说做到了',
    tone: { open: 'warm', kept: 'ok', broken: 'danger' }[state],
  }));
}

/** What was said of the promises: kept, not kept, seen to. */
export function wordsOfPromises({ lines }: DisputeView): { key: string; who: string; words: string }[] {
  const said = lines.filter(({ move, words }) => (move === 'claim' || move === 'prove' || move === 'default' || move === 'supervise') && words !== undefined);
  return said.map((line) => ({ key: String(line.version), who: sentenceOf(line), words: line.words ?? '' }));
}

/** What was said last: how it was settled on the spot, or why it is not solved. */
export function lastWords({ lines }: DisputeView): { who: string; words: string } | null {
  const line = lines.find(({ move, words }) => (move === 'contest' || move === 'settle') && words !== undefined);
  return line ? { who: line.move === 'contest' ? sentenceOf(line) : '当场说好的', words: line.words ?? '' } : null;
}

/** What was answered when they were asked before. */
export function askedBefore({ followUps, now }: DisputeView): { key: string; when: string; said: string }[] {
  return followUps.map(({ at, applicant, respondent }, position) => ({
    key: String(position),
    when: `${spokenDay(at, now)}问过`,
    said: `申请人：${answerLabels[applicant]}；被申请人：${answerLabels[respondent]}`,
  }));
}

/** What the bar offers for these answers, and what is said above it. */
export interface Plan {
  readonly action: 'close' | 'followUp';
  readonly label: string;
  /** Written down, and still open; none when that is what the button does. */
  readonly second: string;
  readonly warning: string;
}

/** What was not kept is not closed as kept; what has been recorded as broken may be closed as that. */
export function planOf({ applicant, respondent }: FollowUpForm, { moves, agreement }: DisputeView): Plan {
  const isNotKept = applicant === 'notKept' || respondent === 'notKept';
  const isRecorded = agreement?.clauses.some(({ state }) => state === 'broken') ?? false;
  if (!moves.includes('close')) return { action: 'followUp', label: '记录结果', second: '', warning: isNotKept ? '有人说没做到。记下以后，可以重新办。' : '' };
  if (isNotKept && !isRecorded) return { action: 'followUp', label: '记下，先不办结', second: '', warning: '有人说没做到，这次不能办结。记下以后，可以督促，也可以重新办。' };
  const warning = isNotKept ? '没做到的已经记下了。可以办结，也可以先记下、重新办。' : isSilent(applicant, respondent) ? '两边都没联系上。办结后不算满意也不算不满意，也可以改天再打。' : '';
  return { action: 'close', label: '记录结果，办结', second: '先记下，不办结', warning };
}

function isSilent(applicant: FollowUpForm['applicant'], respondent: FollowUpForm['respondent']): boolean {
  return applicant === 'noAnswer' && respondent === 'noAnswer';
}

/** Once it is written down that somebody is not content, it may be taken up again. */
export function mayBeginAgain({ applicant, respondent }: FollowUpForm, { moves }: DisputeView): boolean {
  return moves.includes('reopen') && (applicant === 'notKept' || respondent === 'notKept');
}

export function problemsOf({ applicant, respondent, words }: FollowUpForm): Record<string, string> {
  return {
    ...(applicant === '' && { applicant: '还没选申请人怎么说。' }),
    ...(respondent === '' && { respondent: '还没选被申请人怎么说。' }),
    ...(words.trim() === '' && { words: '请写一两句他们怎么说。' }),
  };
}

/** Closing and asking say the same. */
export function inputOf(id: string, { applicant, respondent, words }: FollowUpForm): InputOf<'dispute.close'> & InputOf<'dispute.followUp'> {
  return { id, applicant: applicant || 'noAnswer', respondent: respondent || 'noAnswer', words: words.trim() };
}
