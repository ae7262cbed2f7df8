/** How each move is asked for in generated stories: a form filled in well or badly, when it must succeed, what it then changes. */
import type { DisputeMove, DisputeState, Side } from '../../../typings/contract/dispute';
import { DAY, dayKey, HOUR, MINUTE, startOfDay } from '../../../miniprogram/domain/time/format';
import type { Name } from '../../support/community';
import type { Involved } from './table';

/** What the model knows of one case: as much as the rules ask. */
export interface CaseModel extends Involved {
  readonly id: string;
  readonly category: 'noise' | 'property';
  state: DisputeState;
  version: number;
  hasDanger: boolean;
  colour?: 'blue' | 'yellow' | 'red' | undefined;
  hasRespondent: boolean;
  respondentName: string;
  isRespondentWilling: boolean;
  hasDeclared: boolean;
  session?: { readonly startAt: number; readonly room: string } | undefined;
  agreement?: { readonly form: 'oral' | 'written'; readonly isOpen: boolean[]; signed: Set<Side> } | undefined;
  digest: string;
  closedAt?: number;
  deadlineAt?: number | undefined;
  /** How many respondents there were. */
  round: number;
}

/** A word that must not reach the wrong eyes: its kind, and what it was said about. */
export type Secret = (kind: 'internal' | 'reason' | 'record', of: CaseModel) => string;

export interface Asking {
  readonly now: number;
  readonly idOf: (name: Name) => string;
  readonly secret: Secret;
  /** A file that this person has sent up. */
  readonly fileOf: (name: Name, kind: 'photo' | 'signature') => Promise<string>;
  /** The half hours that are taken, by whom. */
  readonly taken: Map<string, string>;
}

interface Attempted {
  readonly input: Record<string, unknown>;
  /** Whether the rules of the move, over and above the table, let it pass. */
  readonly holds: boolean;
  readonly after: () => void;
}

type Ask = (c: CaseModel, actor: Name, variant: number, asking: Asking) => Attempted | Promise<Attempted>;

const safe = { isHurt: false, isThreatened: false, isChildAtRisk: false, isHomeViolence: false };
const danger = { ...safe, isThreatened: true };
const rank = { blue: 0, yellow: 1, red: 2 } as const;
const isParty = (c: CaseModel, actor: Name) => actor === c.applicant || actor === c.respondent;
const sideOf = (c: CaseModel, actor: Name): Side => (actor === c.respondent ? 'respondent' : 'applicant');
const plain = (input: Record<string, unknown>): Attempted => ({ input, holds: true, after: () => undefined });

/** The moves that people make on a case; the system's own are not asked for. */
export const asks: Readonly<Partial<Record<DisputeMove, Ask>>> = {
  triage(c, _actor, variant, { secret }) {
    const hasDanger = variant % 4 === 3;
    const colour = (['blue', 'yellow', 'red', 'blue'] as const)[Math.floor(variant / 4) % 4] ?? 'blue';
    const hasReason = variant % 2 === 0;
    const proposed = hasDanger ? 'red' : c.category === 'property' ? 'yellow' : 'blue';
    const isBelow = rank[colour] < Math.max(rank[proposed], rank[c.colour ?? 'blue']);
    const isRedLowered = colour !== 'red' && (proposed === 'red' || c.colour === 'red'); // red needs two people
    const needsReason = isBelow || (c.hasDanger && !hasDanger);
    return {
      input: { colour, danger: hasDanger ? danger : safe, track: 'people', ...(hasReason && { reason: secret('internal', c) }) },
      holds: !isRedLowered && (hasReason || !needsReason),
      after: () => Object.assign(c, { hasDanger, colour }),
    };
  },
  settle(c, actor, variant, { now }) {
    const haveBothAgreed = variant % 4 !== 0;
    const colour = c.colour ?? (c.category === 'property' ? 'yellow' : 'blue');
    return {
      input: { settledHow: '握手言和，以后轻一点。', haveBothAgreed },
      holds: haveBothAgreed && colour === 'blue' && !c.hasDanger,
      after: () => Object.assign(c, { mediator: actor, hasDeclared: true, hasRespondent: true, isRespondentWilling: true, closedAt: now }),
    };
  },
  decline: () => plain({ reason: '这件事归别处，可打12345。' }),
  invite(c, _actor, variant, { secret }) {
    const names = variant % 3 === 0;
    return {
      input: { channel: 'call', isReached: true, words: secret('internal', c), ...(names && { respondent: { name: c.respondentName, phone: '13900000077' } }) },
      holds: (names || c.hasRespondent) && !c.hasDanger,
      after: () => void (c.hasRespondent = true),
    };
  },
  correctRespondent(c, _actor, _variant, { secret }) {
    const after = () => {
      c.round += 1;
      Object.assign(c, { hasRespondent: true, respondentName: '另一位住户', isRespondentWilling: false, hasDeclared: false, respondent: undefined, mediator: undefined, agreement: undefined });
    };
    return { input: { respondent: { name: '另一位住户', phone: '13900000078' }, reason: secret('record', c) }, holds: true, after };
  },
  refuse: (c, actor, variant, { secret }) => {
    const side = (['applicant', 'respondent'] as const)[variant % 2] ?? 'applicant';
    return { input: { side, reason: isParty(c, actor) ? secret('reason', c) : '不愿意谈。' }, holds: !isParty(c, actor) || side === sideOf(c, actor), after: () => undefined };
  },
  accept(c, _actor, variant, { now }) {
    const [hasRespondentAgreed, isRightsNoticeRead] = [variant % 3 !== 0, variant % 5 !== 4];
    return {
      input: { hasRespondentAgreed, isRightsNoticeRead },
      holds: isRightsNoticeRead && c.hasRespondent && (hasRespondentAgreed || c.isRespondentWilling) && !c.hasDanger,
      after: () => Object.assign(c, { isRespondentWilling: true, deadlineAt: now + 30 * DAY }),
    };
  },
  assign(c, _actor, variant, { idOf }) {
    const chosen: Name = (['mediator', 'mediator', 'mediator2', 'officer'] as const)[variant % 4] ?? 'mediator';
    return { input: { mediatorId: idOf(chosen) }, holds: chosen !== 'officer', after: () => Object.assign(c, { mediator: chosen, hasDeclared: false }) };
  },
  schedule: (c, _actor, variant, asking) => meet(c, variant, asking, { isNew: false }),
  adjourn: (c, _actor, variant, asking) => meet(c, variant, asking, { isNew: true }),
  sit: (_c, _actor, variant) => ({ input: { isSafe: variant % 4 !== 0 }, holds: variant % 4 !== 0, after: () => undefined }),
  draft(c, _actor, variant, { now }) {
    const form = variant % 2 === 0 ? ('oral' as const) : ('written' as const);
    const count = variant % 5 === 4 ? 0 : 1 + (variant % 2);
    const byDay = dayKey(now + (variant % 7 === 6 ? -DAY : 7 * DAY));
    const clauses = Array.from({ length: count }, (_, n) => ({ side: 'respondent', what: `第${n + 1}件事`, byDay, proof: '看得见' }));
    return {
      input: { form, facts: '双方都认。', clauses },
      holds: count > 0 && variant % 7 !== 6,
      after: () => void (c.agreement = { form, isOpen: clauses.map(() => true), signed: new Set() }),
    };
  },
  async sign(c, actor, variant, { fileOf }) {
    const side = isParty(c, actor) && variant % 4 !== 3 ? sideOf(c, actor) : ((['applicant', 'respondent'] as const)[variant % 2] ?? 'applicant');
    const how = isParty(c, actor) ? 'phone' : (['paper', 'spoken'] as const)[Math.floor(variant / 2) % 2] ?? 'paper';
    const file = how === 'spoken' ? undefined : await fileOf(actor, how === 'phone' ? 'signature' : 'photo');
    const isFitting = how === 'phone' ? side === sideOf(c, actor) : how === 'paper' || c.agreement?.form === 'oral';
    const digest = c.digest === '' || variant % 9 === 8 ? 'f'.repeat(64) : c.digest;
    return {
      input: { digest, side, how, ...(file !== undefined && { file }) },
      holds: c.agreement !== undefined && digest === c.digest && isFitting,
      after: () => void c.agreement?.signed.add(side),
    };
  },
  prove: (c, _actor, variant) => settleClause(c, variant),
  default: (c, _actor, variant) => settleClause(c, variant),
  close: (c, _actor, _variant, { secret, now }) => ({ input: { applicant: 'kept', respondent: 'noAnswer', words: secret('internal', c) }, holds: true, after: () => void (c.closedAt = now) }),
  contest: (c, _actor, _variant, { now, secret }) => ({ input: { reason: secret('reason', c) }, holds: c.closedAt !== undefined && now <= c.closedAt + 30 * DAY, after: () => undefined }),
  fail: (c, _actor, _variant, { secret }) => plain({ reason: secret('record', c) }),
  withdraw: (c, _actor, _variant, { secret }) => plain({ reason: secret('reason', c) }),
  note: (c, _actor, variant, { secret }) => plain({ words: variant % 2 === 0 ? secret('internal', c) : secret('record', c), isInternal: variant % 2 === 0 }),
};

/** The half hours that a session of an hour takes, of the mediator and of the room; at home there is no room. */
export function halfHoursOf(c: CaseModel, { startAt, room }: { readonly startAt: number; readonly room: string }): string[] {
  const takers = [`m:${c.mediator ?? ''}`, ...(room === '上门' ? [] : [`r:${room}`])];
  return takers.flatMap((taker) => [startAt, startAt + 30 * MINUTE].map((at) => `${taker}:${at}`));
}

function meet(c: CaseModel, variant: number, { now, taken, secret }: Asking, { isNew }: { isNew: boolean }): Attempted {
  const bad = [-DAY + 10 * HOUR, DAY + 8 * HOUR, DAY + 10 * HOUR + 10 * MINUTE, DAY + 18 * HOUR];
  const isBad = variant % 6 === 5;
  const within = isBad ? bad[Math.floor(variant / 6) % bad.length]! : (1 + (variant % 2)) * DAY + (9 + (Math.floor(variant / 2) % 3)) * HOUR + (variant % 4 === 1 ? 30 * MINUTE : 0);
  const to = { startAt: startOfDay(now) + within, room: (['调解室', '会议室', '上门'] as const)[Math.floor(variant / 12) % 3] ?? '上门' };
  const wanted = halfHoursOf(c, to);
  const given = c.session && (!isNew || c.session.startAt > now) ? halfHoursOf(c, c.session) : []; // an hour that was used stays used
  const isFree = wanted.every((half) => !taken.has(half) || given.includes(half));
  const hasNoConflict = variant % 5 !== 4;
  return {
    input: { ...to, ...(isNew ? { record: secret('record', c) } : { hasNoConflict }) },
    holds: !isBad && isFree && !c.hasDanger && (c.hasDeclared || (!isNew && hasNoConflict)),
    after() {
      for (const half of given) taken.delete(half);
      for (const half of wanted) taken.set(half, c.id);
      Object.assign(c, { session: to, hasDeclared: true });
    },
  };
}

function settleClause(c: CaseModel, variant: number): Attempted {
  const clause = variant % 5 === 4 ? 9 : Math.max(0, c.agreement?.isOpen.indexOf(true) ?? 0);
  return {
    input: { clause, words: '看过了。' },
    holds: c.agreement?.isOpen[clause] === true,
    after: () => void (c.agreement && (c.agreement.isOpen[clause] = false)),
  };
}
