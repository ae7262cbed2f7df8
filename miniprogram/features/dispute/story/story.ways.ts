/** 事情进展: the one thing to do now, by who reads it. */
import type { ClauseView, DisputeMove, DisputeState, DisputeView, Side } from '../../../../typings/contract/dispute';
import { disputePage } from '../../../components/dispute-card/dispute-card.view';
import { isClaimed } from '../../../domain/dispute/claims';
import { contestDays } from '../../../domain/dispute/policy';
import { isLongOver } from '../components/after-end/after-end.view';
import { answerPage } from '../pages';
import { deeds, type DeedName } from './story.deeds';

/** The one thing to do now: a page to go to, or a sheet to fill in. */
export interface Primary {
  readonly label: string;
  readonly note: string;
  readonly theme: 'primary' | 'light';
  readonly page: string;
  readonly deed: DeedName | '';
  readonly clause: number;
}

export function primaryOfParty(dispute: DisputeView): Primary | null {
  const { id, state, moves, parties, agreement } = dispute;
  const me = parties.find(({ isMe }) => isMe);
  if (moves.includes('consent') && me?.hasConsented === false) return toPage('看邀请，说愿不愿意', answerPage(id));
  if (state === 'accepted' && moves.includes('assign')) return toPage('选调解员', `/features/dispute/choose/choose?id=${id}`, '双方都愿意谈了，请一位调解员');
  if (agreement && me && !me.hasSigned && moves.includes('sign')) return toPage('看约定，签字', `/features/dispute/sign/sign?id=${id}`);
  if (isLongOver(dispute)) return { ...toPage('又有事，再说一次', `/features/dispute/report/report?earlier=${id}`, '作为一件新的事办，以前这件民警看得到'), theme: 'light' };
  if (moves.includes('contest')) return toSheet('contest', `${contestDays}天内都可以说`, 'light');
  if (moves.includes('settle')) return toPage('当场说和', `/features/desk/settle/settle?id=${id}`); // a volunteer who filed it
  return moves.includes('prove') && agreement ? ofClauses(agreement.clauses, me?.side) : null;
}

/** What the other side says to have kept comes before what one has promised oneself. */
function ofClauses(clauses: readonly ClauseView[], own: Side | undefined): Primary | null {
  const nameOf = (position: number) => `第${position + 1}条：${clauses[position]?.what ?? ''}`;
  const said = clauses.findIndex((clause) => isClaimed(clause) && clause.side !== own);
  if (said >= 0) return { ...toSheet('prove', `对方说做到了。${nameOf(said)}`), label: '是，做到了', clause: said };
  const mine = clauses.findIndex((clause) => clause.state === 'open' && !isClaimed(clause) && clause.side === own);
  return mine < 0 ? null : { ...toSheet('claim', nameOf(mine)), label: '这条做到了', clause: mine };
}

/** Staff's pages in the order in which they are wanted; the first two that the state allows are offered. */
const deskPages: readonly { readonly move: DisputeMove; readonly label: string; readonly page: string; readonly only?: DisputeState }[] = [
  { move: 'dismissLead', label: '看一看，要不要管', page: 'triage' },
  { move: 'triage', label: '看一看，定怎么办', page: 'triage', only: 'submitted' },
  { move: 'draft', label: '写约定，双方签', page: 'agreement' },
  { move: 'seal', label: '签字盖章', page: 'seal' },
  { move: 'sit', label: '开始谈', page: 'session' },
  { move: 'assign', label: '请调解员', page: 'choose' },
  { move: 'schedule', label: '约时间', page: 'calendar', only: 'assigned' }, // another time is one of 更新进展
  { move: 'retry', label: '双方愿意，再谈一次', page: 'retry' },
  { move: 'close', label: '回访', page: 'followup' },
  { move: 'followUp', label: '再回访一次', page: 'followup', only: 'closed' },
  { move: 'handOn', label: '依法处理', page: 'law' },
  { move: 'settle', label: '当场说和', page: 'settle' },
  { move: 'note', label: '更新进展', page: 'progress' },
];

export function staffPages(dispute: DisputeView): Primary[] {
  const { id, state, moves, relations, agreement, parties, lines, law } = dispute;
  const isOwed = law?.decidedOn === undefined && (law?.dueAt !== undefined || law?.step !== undefined);
  const isAskedAgain = agreement !== undefined && lines.find(({ move }) => move === 'close' || move === 'followUp')?.move === 'close';
  const wereWilling = parties.every(({ hasConsented }) => hasConsented); // who was never reached has not heard of the rights yet
  const again = isLongOver(dispute) ? [{ ...toPage('替当事人再说一次', `/features/desk/record/record?earlier=${dispute.id}`, '作为一件新的事办，和这件连在一起'), theme: 'light' as const }] : [];
  const ways = deskPages
    .filter(({ move, only = state }) => moves.includes(move) && only === state && (move !== 'settle' || !relations.includes('officer')) && (move !== 'followUp' || isAskedAgain) && (move !== 'retry' || wereWilling) && (move !== 'handOn' || isOwed))
    .map(({ label, page }) => toPage(label, disputePage(page, id)));
  return [...ways, ...again];
}

function toPage(label: string, page: string, note = ''): Primary {
  return { label, note, theme: 'primary', page, deed: '', clause: 0 };
}

function toSheet(deed: DeedName, note: string, theme: Primary['theme'] = 'primary'): Primary {
  return { label: deeds[deed].label, note, theme, page: '', deed, clause: 0 };
}
