/** 事情进展: what was agreed, clause by clause. */
import type { ClauseView, DisputeState, DisputeView } from '../../../../typings/contract/dispute';
import type { MediaView } from '../../../../typings/contract/media';
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
  /** Its day is over, so that a party may say that it was not kept; staff hear of it before. */
  readonly isDue: boolean;
  /** It was not kept, and may be late. */
  readonly isBroken: boolean;
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

function clauseOf({ side, what, byDay, proof, state, settledAt, photos }: ClauseView, index: number, { parties, now, relations }: DisputeView): ClauseRow {
  const isOver = now >= dueOfClause({ byDay });
  const words: Record<ClauseView['state'], Pick<ClauseRow, 'state' | 'tone'>> = {
    open: isOver ? { state: '过了日子', tone: 'warm' } : { state: '还没到期', tone: 'plain' },
    kept: { state: '做到了', tone: 'ok' },
    broken: { state: '没做到', tone: 'danger' },
  };
  const party = parties.find((each) => each.side === side);
  const settled = settledAt === undefined ? '' : `，${spokenDay(settledAt, now)}`;
  return {
    order: `第${index + 1}条`,
    who: party ? nameOf(party, parties) : sideLabels[side],
    what,
    byDay: spokenClauseDay(byDay, now),
    proof,
    ...words[state],
    state: `${words[state].state}${settled}`,
    photos,
    isOpen: state === 'open', isDue: isOver || isStaff(relations), isBroken: state === 'broken',
  };
}
