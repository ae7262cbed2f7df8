/** The table of moves, written by hand from the specification and from nothing else: what the product is held against. */
import type { DisputeMove, DisputeRole, DisputeState } from '../../../typings/contract/dispute';
import type { Actor } from './people';

interface Row {
  readonly from: readonly DisputeState[];
  /** Without it the state stays. */
  readonly to?: DisputeState;
  readonly by: readonly DisputeRole[];
}

/** "Pre-agreed": mediation was asked for, and either party may still say no. */
const preAgreed: readonly DisputeState[] = ['inviting', 'accepted', 'assigned', 'scheduled', 'mediating'];
const underWay: readonly DisputeState[] = ['accepted', 'assigned', 'scheduled', 'mediating'];
const settled: readonly DisputeState[] = ['performing', 'following', 'closed'];
/** Mediation ended, or never began. */
const ended: readonly DisputeState[] = ['declined', 'refused', 'failed', 'withdrawn'];
/** 第186条: as long as nothing is settled otherwise. */
const unsettled: readonly DisputeState[] = ['triaged', ...preAgreed, ...ended, 'performing', 'following'];
/** Something is still to be done, and it is more than a lead. */
const open: readonly DisputeState[] = ['submitted', 'triaged', 'transferred', ...preAgreed, 'agreed', 'performing', 'following', 'settledOnSpot'];
/** Danger that shows later keeps the two apart; where they were to meet it begins anew. */
const met: readonly DisputeState[] = ['lead', 'submitted', 'triaged', 'transferred', 'agreed', 'performing', 'following', 'settledOnSpot'];

const parties: readonly DisputeRole[] = ['applicant', 'respondent'];
const staff: readonly DisputeRole[] = ['officer', 'auxiliary', 'leader', 'mediator', 'panelMember', 'gridWorker'];
const onTheSpot: readonly DisputeRole[] = ['gridWorker', 'volunteer', 'officer'];

/** Each move with its rows: a case is on one of them at most. */
export const table: Readonly<Record<DisputeMove, Row | readonly Row[]>> = {
  notice: { from: [], to: 'lead', by: onTheSpot },
  dismissLead: { from: ['lead'], to: 'dismissed', by: ['officer'] },
  adoptLead: { from: ['lead'], to: 'submitted', by: ['officer'] },
  file: { from: [], to: 'submitted', by: ['applicant', 'agent', 'system'] },
  settle: { from: ['lead', 'submitted', 'triaged'], to: 'settledOnSpot', by: onTheSpot },

  triage: { from: ['submitted', 'triaged'], to: 'triaged', by: ['officer'] },
  warn: [
    { from: met, by: [...parties, 'agent', ...staff] },
    { from: preAgreed, to: 'triaged', by: [...parties, 'agent', ...staff] },
  ],
  proposeLower: { from: ['triaged', ...preAgreed], by: ['officer'] },
  lower: { from: ['triaged', ...preAgreed], by: ['officer', 'leader'] },
  keepColour: { from: ['triaged', ...preAgreed], by: ['officer', 'leader'] },
  contact: { from: ['triaged'], by: ['officer', 'auxiliary'] },
  transfer: { from: ['triaged'], to: 'transferred', by: ['officer'] },
  acknowledge: { from: ['transferred'], to: 'closed', by: ['officer', 'receiver'] },
  return: { from: ['transferred'], to: 'triaged', by: ['officer', 'receiver'] },
  decline: { from: ['triaged'], to: 'declined', by: ['officer'] },
  merge: { from: ['lead', 'submitted', 'triaged', ...preAgreed], to: 'duplicate', by: ['officer'] },
  absorb: { from: open, by: ['officer'] },

  invite: { from: ['triaged', 'inviting'], to: 'inviting', by: ['officer', 'auxiliary'] },
  letIn: { from: [...underWay, 'agreed', 'performing', 'following'], by: ['officer', 'auxiliary'] },
  revokeInvitation: { from: [...preAgreed, 'agreed', 'performing', 'following'], by: ['officer', 'auxiliary'] },
  bind: { from: [...preAgreed, 'agreed', ...settled], by: ['system'] },
  consent: { from: ['inviting'], by: ['respondent'] },
  tell: { from: preAgreed, by: ['respondent'] },
  unreachable: { from: ['inviting'], to: 'failed', by: ['officer'] },
  correctRespondent: { from: preAgreed, to: 'inviting', by: ['officer', 'mediator'] },
  refuse: { from: preAgreed, to: 'refused', by: [...parties, 'officer', 'mediator'] },
  accept: { from: ['inviting'], to: 'accepted', by: ['officer'] },

  group: { from: ['triaged', ...preAgreed], by: ['officer', 'mediator', 'agent'] },
  formPanel: { from: ['triaged', ...preAgreed], by: ['officer', 'mediator'] },
  declare: { from: ['triaged', ...preAgreed], by: ['panelMember', 'askedHelper'] },
  consentPanel: { from: ['triaged', ...preAgreed], by: [...parties, 'officer', 'mediator'] },
  assign: { from: ['accepted'], to: 'assigned', by: [...parties, 'officer'] },
  cover: [
    { from: ['assigned', 'scheduled', 'mediating'], to: 'assigned', by: ['officer', 'leader'] },
    { from: ['agreed', 'performing'], by: ['officer', 'leader'] },
  ],
  schedule: { from: ['assigned', 'scheduled'], to: 'scheduled', by: ['mediator'] },
  sit: { from: ['scheduled'], to: 'mediating', by: ['mediator'] },
  adjourn: { from: ['mediating'], to: 'scheduled', by: ['mediator'] },
  record: { from: ['mediating'], by: ['mediator'] },
  askExtend: { from: underWay, by: [...parties, 'mediator'] },
  extend: { from: underWay, by: ['system'] },

  draft: { from: ['mediating'], by: ['mediator'] },
  sign: { from: ['mediating'], by: [...parties, 'mediator'] },
  agree: { from: ['mediating'], to: 'agreed', by: ['system'] },
  seal: { from: ['agreed'], by: ['mediator'] },
  perform: { from: ['agreed'], to: 'performing', by: ['system'] },
  claim: { from: ['performing', 'following'], by: parties },
  prove: { from: ['performing', 'following'], by: [...parties, 'mediator', 'system'] },
  default: { from: ['performing', 'following'], by: [...parties, 'mediator'] },
  dueDay: { from: ['performing'], by: ['system'] },
  supervise: { from: ['performing', 'following'], by: ['mediator', 'officer'] },
  conclude: { from: ['performing'], to: 'following', by: ['system'] },
  askConfirmation: { from: settled, by: [...parties, 'mediator', 'officer'] },
  applyConfirmation: { from: settled, by: ['system'] },
  recordConfirmation: { from: settled, by: ['mediator', 'officer'] },

  followUp: { from: ['following', 'settledOnSpot', 'closed'], by: ['followUpOfficer', 'leader'] },
  close: { from: ['following', 'settledOnSpot'], to: 'closed', by: ['followUpOfficer', 'leader'] },
  rate: { from: ['closed'], by: parties },
  contest: { from: ['closed', 'settledOnSpot'], to: 'following', by: [...parties, 'officer', 'auxiliary'] },
  reopen: { from: ['closed', 'following', 'settledOnSpot'], to: 'triaged', by: ['officer'] },
  fail: { from: ['mediating'], to: 'failed', by: [...parties, 'mediator'] },
  retry: { from: ['failed'], to: 'assigned', by: ['officer'] },
  lapse: { from: underWay, to: 'failed', by: ['system'] },
  withdraw: { from: ['submitted', 'triaged', ...preAgreed], to: 'withdrawn', by: ['applicant', 'officer'] },

  settleByPolice: { from: ['triaged'], to: 'settledOnSpot', by: ['officer'] },
  handOn: { from: [...ended, ...settled], by: ['officer'] },
  recordDecision: { from: ['triaged', ...preAgreed, 'agreed', ...ended, ...settled], by: ['officer'] },
  askDamages: { from: [...ended, ...settled], by: [...parties, 'officer'] },
  recognize: { from: unsettled, to: 'closed', by: ['officer'] },
  notRecognize: { from: unsettled, by: ['officer'] },

  whistle: { from: open, by: ['officer', 'leader', 'gridWorker', 'system'] },
  answerWhistle: { from: open, by: ['officer', 'auxiliary', 'leader', 'receiver'] },
  decide: { from: open, by: ['officer', 'auxiliary', 'leader'] },
  finishTask: { from: open, by: staff },
  urge: { from: open, by: ['leader', 'officer'] },
  note: { from: ['lead', ...open], by: [...staff, 'agent'] },
  remind: { from: open, by: ['system'] },
};

/** How a dispute may begin: noticed, told, or settled where it happened. */
const openings: Readonly<Partial<Record<DisputeMove, DisputeState>>> = { notice: 'lead', file: 'submitted', settle: 'settledOnSpot' };

/** Who a case knows, as far as the table asks. */
export interface Involved {
  readonly grid: 'grid01' | 'grid02';
  isLead: boolean;
  readonly applicant?: Actor;
  readonly agent?: Actor;
  respondent?: Actor | undefined;
  mediator?: Actor | undefined;
  /** On the security track police themselves mediate. */
  isForPolice: boolean;
  /** Helpers with an account who have not left. */
  helpers: readonly Actor[];
  /** Those of them who have yet to say that they have no interest. */
  silent: readonly Actor[];
  /** Who ever sat down with them: none of these asks afterwards. */
  satWith: readonly Actor[];
  receiver?: Actor | undefined;
}

const officers: readonly Actor[] = ['officer', 'officer2'];
const noticers: readonly Actor[] = ['volunteer', 'gridWorker', 'otherGridWorker'];

/** What somebody of the test community is to a case. A party is a party and nothing else. */
export function relationsOf(actor: Actor, involved: Involved): DisputeRole[] {
  const { isLead, applicant, respondent } = involved;
  if (isLead) return relationsToLead(actor, involved);
  const party: DisputeRole[] = [];
  if (actor === applicant) party.push('applicant');
  if (actor === respondent) party.push('respondent');
  return party.length > 0 ? party : [...byName(actor, involved), ...byOffice(actor, involved)];
}

function byName(actor: Actor, { agent, mediator, isForPolice, helpers, silent, receiver }: Involved): DisputeRole[] {
  const found: DisputeRole[] = [];
  if (actor === agent) found.push('agent');
  if (actor === mediator && (isForPolice ? officers.includes(actor) : actor === 'mediator' || actor === 'mediator2')) found.push('mediator');
  if (helpers.includes(actor)) found.push(silent.includes(actor) ? 'askedHelper' : 'panelMember');
  if (actor === receiver) found.push('receiver');
  return found;
}

function byOffice(actor: Actor, { grid, agent, mediator, satWith }: Involved): DisputeRole[] {
  const found: DisputeRole[] = [];
  if (officers.includes(actor)) found.push('officer', ...(actor === mediator || satWith.includes(actor) ? [] : ['followUpOfficer' as const]));
  if (actor === 'auxiliary' || actor === 'leader') found.push(actor);
  if (worksIn(actor, grid)) found.push('gridWorker');
  if (actor === agent && actor === 'volunteer') found.push('volunteer');
  return found;
}

/** Of a lead know the officers, and whoever noticed it. */
function relationsToLead(actor: Actor, { agent, grid }: Involved): DisputeRole[] {
  const isNoticer = actor === agent;
  const office = noticers.includes(actor) && (actor === 'volunteer' || worksIn(actor, grid)) ? [actor === 'volunteer' ? ('volunteer' as const) : ('gridWorker' as const)] : [];
  return [...(isNoticer ? (['agent', ...office] as const) : []), ...(officers.includes(actor) ? (['officer', 'followUpOfficer'] as const) : [])];
}

function worksIn(actor: Actor, grid: Involved['grid']): boolean {
  return actor === (grid === 'grid01' ? 'gridWorker' : 'otherGridWorker');
}

function rowFrom(move: string, state: string | undefined): Row | undefined {
  const known: Readonly<Record<string, Row | readonly Row[] | undefined>> = table;
  return [known[move] ?? []].flat().find(({ from }) => (from as readonly (string | undefined)[]).includes(state));
}

export function mayMove(move: DisputeMove, state: DisputeState, roles: readonly DisputeRole[]): boolean {
  return rowFrom(move, state)?.by.some((role) => roles.includes(role)) === true;
}

/** Where a move leads from here; nothing for one that the table does not have from here. */
export function stateAfter(move: DisputeMove, state: DisputeState): DisputeState | undefined {
  const row = rowFrom(move, state);
  return row && (row.to ?? state);
}

/** The first step of a history that the table does not have, or nothing. Events in order. */
export function findForeignStep(events: readonly { readonly move: string; readonly to: string; readonly as: string }[]): string | undefined {
  let state: string | undefined;
  for (const [position, { move, to, as }] of events.entries()) {
    const row = rowFrom(move, state);
    const isKnown = position === 0 ? openings[move as DisputeMove] === to : row !== undefined && (row.to ?? state) === to && row.by.includes(as as DisputeRole);
    if (!isKnown) return `step ${position + 1}: ${move} by ${as} from ${String(state)} to ${to}`;
    state = to;
  }
  return undefined;
}

/** The row by which an action is judged, where it is not called as its move. */
const rows: Readonly<Record<string, DisputeMove>> = { makeInvitation: 'invite', extend: 'askExtend' };

export function rowOfAction(action: string): DisputeMove {
  return rows[action] ?? (action as DisputeMove);
}
