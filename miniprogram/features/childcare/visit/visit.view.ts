/** One visit as a guardian reads it: how it stands, what comes next, what was done, who may fetch. */
import type { VisitLine, VisitView } from '../../../../typings/contract/childcare';
import { visitCardOf, type VisitCard } from '../../../components/visit-card/visit-card.view';
import type { TimelineLine } from '../../../components/timeline/timeline.view';
import { visitMoveLabels } from '../../../domain/childcare/history';
import { activityLabels, kinshipLabels, proofLabels } from '../../../domain/childcare/labels';
import { childLimits } from '../../../domain/childcare/policy';
import { spokenTime, timeOfDay } from '../../../domain/time/format';
import type { MediaView } from '../../../../typings/contract/media';
import { plainAsk, type Ask } from '../components/ask-sheet/ask-sheet.view';

export interface VisitPage {
  readonly card: VisitCard;
  readonly childId: string;
  /** `今天 15:40–17:00` is on the card; here where to go. */
  readonly primary: 'code' | 'take' | '';
  readonly offeredUntil: number;
  readonly mayCancel: boolean;
  /** Why nobody got the child yet, or what the guardian still owes; empty when nothing is. */
  readonly notice: string;
  readonly isDanger: boolean;
  readonly activities: readonly { readonly key: string; readonly what: string; readonly when: string }[];
  readonly persons: readonly { readonly id: string; readonly name: string; readonly note: string }[];
  readonly fetch: string;
  readonly handover: readonly MediaView[];
  readonly lines: readonly TimelineLine[];
}

export const cancelling: Ask = {
  ...plainAsk,
  title: '取消这一次',
  happens: '位子马上给排在后面的孩子，再要得重新约。',
  label: '为什么（可以不写）',
  example: '例如：外婆今天能接',
  most: childLimits.reason,
  confirm: '取消这一次',
};

export function visitPageOf(visit: VisitView): VisitPage {
  const { now, childId, moves, offeredUntil = 0, activities, child, fetch, handover, lines } = visit;
  const card = visitCardOf(visit, now);
  const canTake = moves.includes('take') && offeredUntil > now;
  return {
    card,
    childId,
    primary: canTake ? 'take' : card.hasCode ? 'code' : '',
    offeredUntil,
    mayCancel: moves.includes('cancel'),
    ...noticeOf(visit),
    activities: [...activities].reverse().map(({ activity, at, by }) => ({ key: `${at}`, what: activityLabels[activity], when: `${timeOfDay(at)} · ${by}` })),
    persons: child.persons.map(({ id, name, kinship, from, isToday }) => ({ id, name, note: [kinshipLabels[kinship], ...(isToday ? ['只在今天'] : []), ...(from > now ? [`${spokenTime(from, now)}起能接`] : [])].join(' · ') })),
    fetch: fetch ? fetchWords(fetch) : '',
    handover: handover ? [handover] : [],
    lines: lines.map((line) => lineOf(line, now)),
  };
}

function fetchWords({ school, teacher, reason, officer, isConfirmedByTeacher }: NonNullable<VisitView['fetch']>): string {
  const who = officer === undefined ? '等民警接手。' : `${officer}去接，${isConfirmedByTeacher ? '老师核对过口令了。' : '到了请老师说口令。'}`;
  return `${reason.replace(/。$/, '')}。去${school}，找${teacher}。${who}`;
}

function noticeOf({ state, asked, walkInConsentDue, now, lines }: VisitView): Pick<VisitPage, 'notice' | 'isDanger'> {
  if (state === 'releaseRefused') return { notice: '有人来接，没有核对上。孩子在警务室，请打警务室电话。', isDanger: true };
  if (state === 'noShow') return { notice: '孩子还没到，民警在找。知道孩子在哪里，马上打警务室电话。', isDanger: true };
  if (state === 'incident') return { notice: '断网时的交接没有核实上，民警在查，请马上打警务室电话。', isDanger: true };
  if (state === 'pickupPending' && asked) return { notice: `${asked.name}来接了，正在核对（${proofLabels[asked.proof]}）。不是您叫的人，马上打警务室电话。`, isDanger: false };
  const declined = state === 'cancelled' ? lines.find(({ move }) => move === 'declineFetch')?.words : undefined;
  if (declined !== undefined) return { notice: `这会儿没法去接。${declined}`, isDanger: false };
  return { notice: walkInConsentDue === undefined ? '' : `请在 ${spokenTime(walkInConsentDue, now)} 前看过说明、点同意。`, isDanger: false };
}

function lineOf({ version, move, at, who, words }: VisitLine, now: number): TimelineLine {
  return { key: String(version), title: visitMoveLabels[move], who: `${who} · ${spokenTime(at, now)}`, ...(words !== undefined && { words }) };
}

/** `9分05秒` until an offer goes to the next in line; empty when it has. */
export function leftWords(until: number, now: number): string {
  const seconds = Math.ceil((until - now) / 1000);
  if (seconds <= 0) return '';
  return `${Math.floor(seconds / 60)}分${String(seconds % 60).padStart(2, '0')}秒`;
}
