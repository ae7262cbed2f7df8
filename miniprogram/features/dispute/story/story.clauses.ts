/** 事情进展: what was agreed, clause by clause. */
import type { ClauseView, DisputeState, DisputeView } from '../../../../typings/contract/dispute';
import type { MediaView } from '../../../../typings/contract/media';
import { isClaimed } from '../../../domain/dispute/claims';
import { dueOfClause } from '../../../domain/dispute/guards';
import { formLabels, sideLabels } from '../../../domain/dispute/labels';
import { spokenClauseDay } from '../../../domain/dispute/next';
import { isStaff } from '../../../domain/dispute/relations';
import { spokenDay } from '../../../domain/time/format';
import { nameOf } from './story.people';

export interface ClauseRow {
  readonly order: string;
  readonly who: string;
  readonly what: string;
  readonly byDay: string;
  readonly proof: string;
  /** `还没到期` `过了日子` `做到了` `没做到`, with its look. */
  readonly state: string;
  readonly tone: 'ok' | 'warm' | 'danger' | 'plain';
  readonly photos: readonly MediaView[];
  readonly isOpen: boolean;
  /** What this reader may say of it. */
  readonly acts: readonly { readonly deed: 'claim' | 'prove' | 'default'; readonly label: string }[];
}

export interface AgreementCard {
  readonly title: string;
  readonly signed: string;
  readonly unsettled: string;
  readonly clauses: readonly ClauseRow[];
}

/** Here what both signed holds; elsewhere a text that one side has not signed never came to hold. */
const holding: ReadonlySet<DisputeState> = new Set(['agreed', 'performing', 'following', 'closed']);

export function agreementOf(dispute: DisputeView): AgreementCard | null {
  const { agreement, parties, state } = dispute;
  if (!agreement) return null;
  const { form, clauses, signedBy, unsettled } = agreement;
  const waiting = parties.filter(({ side }) => !signedBy.some((each) => each.side === side));
  const isUnsealed = state === 'agreed' && form !== 'oral';
  const both = form === 'oral' ? '双方都同意了' : '双方都签了';
  const signed = isUnsealed ? `${both}，等调解员签字盖章` : holding.has(state) || waiting.length === 0 ? both : state === 'mediating' ? `还等${waiting.map((party) => nameOf(party, parties)).join('、')}签` : '没有签完，不算数';
  return { title: formLabels[form], signed, unsettled: unsettled ?? '', clauses: clauses.map((clause, index) => clauseOf(clause, index, dispute)) };
}

function clauseOf({ side, what, byDay, proof, state, settledAt, photos, claimedAt }: ClauseView, index: number, { parties, now, relations, moves }: DisputeView): ClauseRow {
  const isOver = now >= dueOfClause({ byDay });
  const words: Record<ClauseView['state'], Pick<ClauseRow, 'state' | 'tone'>> = {
    open: isOver ? { state: '过了日子', tone: 'warm' } : { state: '还没到期', tone: 'plain' },
    kept: { state: '做到了', tone: 'ok' },
    broken: { state: '没做到', tone: 'danger' },
  };
  const party = parties.find((each) => each.side === side);
  const mine = party?.isMe === true;
  const isSaid = isClaimed({ state, ...(claimedAt !== undefined && { claimedAt }) });
  const settled = settledAt === undefined ? '' : `，${spokenDay(settledAt, now)}`;
  return {
    order: `第${index + 1}条`,
    who: party ? nameOf(party, parties) : sideLabels[side],
    what,
    byDay: spokenClauseDay(byDay, now),
    proof,
    ...(isSaid ? { state: `说做到了，等${!mine && moves.includes('prove') ? '您' : '对方'}说是不是`, tone: 'warm' as const } : { ...words[state], state: `${words[state].state}${settled}${claimedAt === undefined ? '' : '，对方没有说不是'}` }),
    photos,
    isOpen: state === 'open',
    acts: actsOf({ state, isSaid, isMine: mine, isDue: isOver || isStaff(relations) }),
  };
}

interface Saying {
  readonly state: ClauseView['state'];
  /** Whoever promised says that it was kept, and nobody answered yet. */
  readonly isSaid: boolean;
  readonly isMine: boolean;
  /** Its day is over, so that a party may say that it was not kept; staff hear of it before. */
  readonly isDue: boolean;
}

/** A broken one may be kept late; of the own word the other side says whether it is so. */
function actsOf({ state, isSaid, isMine, isDue }: Saying): ClauseRow['acts'] {
  if (state === 'kept' || (isSaid && isMine)) return [];
  if (isSaid) return [{ deed: 'prove', label: '是，做到了' }, { deed: 'default', label: '不是，没做到' }];
  const kept = { deed: isMine ? 'claim' : 'prove', label: state === 'broken' ? '后来做到了' : '做到了' } as const;
  return state === 'open' && isDue ? [kept, { deed: 'default', label: '没做到' }] : [kept];
}
