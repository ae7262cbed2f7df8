/** The table of moves, written by hand from the specification and from nothing else: what the product is held against. */
import type { DisputeMove, DisputeRole, DisputeState } from '../../../typings/contract/dispute';
import type { Name } from '../../support/community';

interface Row {
  readonly from: readonly DisputeState[];
  /** Without it the state stays. */
  readonly to?: DisputeState;
  readonly by: readonly DisputeRole[];
}

/** "Pre-agreed": mediation was asked for, and either party may still say no. */
const preAgreed: readonly DisputeState[] = ['inviting', 'accepted', 'assigned', 'scheduled', 'mediating'];
const open: readonly DisputeState[] = ['submitted', 'triaged', ...preAgreed, 'agreed', 'performing', 'following', 'settledOnSpot'];

export const table: Readonly<Record<DisputeMove, Row>> = {
  file: { from: [], to: 'submitted', by: ['applicant', 'agent'] },
  settle: { from: ['submitted', 'triaged'], to: 'settledOnSpot', by: ['gridWorker', 'volunteer', 'officer'] },
  triage: { from: ['submitted', 'triaged'], to: 'triaged', by: ['officer'] },
  decline: { from: ['triaged'], to: 'declined', by: ['officer'] },
  invite: { from: ['triaged', 'inviting'], to: 'inviting', by: ['officer', 'auxiliary'] },
  correctRespondent: { from: preAgreed, to: 'inviting', by: ['officer', 'mediator'] },
  refuse: { from: preAgreed, to: 'refused', by: ['applicant', 'respondent', 'officer', 'mediator'] },
  accept: { from: ['inviting'], to: 'accepted', by: ['officer'] },
  assign: { from: ['accepted'], to: 'assigned', by: ['applicant', 'respondent', 'officer'] },
  schedule: { from: ['assigned', 'scheduled'], to: 'scheduled', by: ['mediator'] },
  sit: { from: ['scheduled'], to: 'mediating', by: ['mediator'] },
  adjourn: { from: ['mediating'], to: 'scheduled', by: ['mediator'] },
  draft: { from: ['mediating'], by: ['mediator'] },
  sign: { from: ['mediating'], by: ['applicant', 'respondent', 'mediator'] },
  agree: { from: ['mediating'], to: 'agreed', by: ['system'] },
  perform: { from: ['agreed'], to: 'performing', by: ['system'] },
  prove: { from: ['performing'], by: ['applicant', 'respondent', 'mediator'] },
  default: { from: ['performing'], by: ['applicant', 'respondent', 'mediator'] },
  conclude: { from: ['performing'], to: 'following', by: ['system'] },
  close: { from: ['following', 'settledOnSpot'], to: 'closed', by: ['followUpOfficer'] },
  contest: { from: ['closed', 'settledOnSpot'], to: 'following', by: ['applicant', 'respondent'] },
  fail: { from: ['mediating'], to: 'failed', by: ['mediator', 'applicant', 'respondent'] },
  lapse: { from: ['accepted', 'assigned', 'scheduled', 'mediating'], to: 'failed', by: ['system'] },
  withdraw: { from: ['submitted', 'triaged', ...preAgreed], to: 'withdrawn', by: ['applicant'] },
  note: { from: open, by: ['officer', 'auxiliary', 'leader', 'mediator', 'gridWorker', 'agent'] },
  remind: { from: open, by: ['system'] },
};

/** How a dispute may begin: told, or settled where it happened. */
const openings: Readonly<Partial<Record<DisputeMove, DisputeState>>> = { file: 'submitted', settle: 'settledOnSpot' };

/** Who a case knows, as far as the table asks. */
export interface Involved {
  readonly grid: 'grid01' | 'grid02';
  readonly applicant?: Name;
  readonly agent?: Name;
  respondent?: Name;
  mediator?: Name;
}

/** What somebody of the test community is to a case. A party is a party and nothing else. */
export function relationsOf(actor: Name, { grid, applicant, agent, respondent, mediator }: Involved): DisputeRole[] {
  const party: DisputeRole[] = [];
  if (actor === applicant) party.push('applicant');
  if (actor === respondent) party.push('respondent');
  if (party.length > 0) return party;
  const found: DisputeRole[] = [];
  if (actor === agent) found.push('agent');
  if (actor === mediator) found.push('mediator');
  if (actor === 'officer' || actor === 'officer2') found.push('officer', ...(actor === mediator ? [] : ['followUpOfficer' as const]));
  if (actor === 'auxiliary' || actor === 'leader') found.push(actor);
  if (actor === (grid === 'grid01' ? 'gridWorker' : 'otherGridWorker')) found.push('gridWorker');
  if (actor === agent && actor === 'volunteer') found.push('volunteer');
  return found;
}

export function mayMove(move: DisputeMove, state: DisputeState, roles: readonly DisputeRole[]): boolean {
  const { from, by } = table[move];
  return from.includes(state) && by.some((role) => roles.includes(role));
}

/** The first step of a history that the table does not have, or nothing. Events in order. */
export function findForeignStep(events: readonly { readonly move: string; readonly to: string; readonly as: string }[]): string | undefined {
  let state: string | undefined;
  for (const [position, { move, to, as }] of events.entries()) {
    const row = table[move as DisputeMove] as Row | undefined;
    const isKnown =
      position === 0
        ? openings[move as DisputeMove] === to
        : row?.from.includes(state as DisputeState) === true && (row.to ?? state) === to && row.by.includes(as as DisputeRole);
    if (!isKnown) return `step ${position + 1}: ${move} by ${as} from ${String(state)} to ${to}`;
    state = to;
  }
  return undefined;
}
