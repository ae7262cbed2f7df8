/** What the model knows of one dispute: as much as the rules ask, and nothing of how the product keeps it. */
import type { Channel, DisputeMove, DisputeState, PanelPost, PanelTemplate, Side } from '../../../typings/contract/dispute';
import { MINUTE } from '../../../miniprogram/domain/time/format';
import type { Actor } from './people';
import type { Involved } from './table';

export type Colour = 'blue' | 'yellow' | 'red';
export type ClauseState = 'open' | 'kept' | 'broken';

export interface Member {
  readonly isRepresentative: boolean;
  readonly hasConsented: boolean;
  readonly hasAgreed: boolean;
}

export interface Helper {
  readonly post: PanelPost;
  readonly name: string;
  readonly actor?: Actor;
  readonly hasDeclared: boolean;
  readonly hasLeft: boolean;
}

/** A code that was handed out. */
export interface Letter {
  readonly code: string;
  readonly word: string;
  readonly madeBy: Actor;
  readonly expiresAt: number;
  wrong: number;
  isVoid: boolean;
  boundTo?: Actor;
}

export interface AgreementModel {
  readonly form: 'oral' | 'written' | 'partial';
  readonly clauses: { state: ClauseState; readonly byDay: string; settledAt?: number; claimedAt?: number | undefined }[];
  readonly signed: Map<Side, 'phone' | 'paper' | 'spoken'>;
  effectiveAt?: number;
}

export interface CaseModel extends Involved {
  readonly id: string;
  readonly category: 'noise' | 'property';
  readonly openedAt: number;
  state: DisputeState;
  version: number;

  /** By what it is known that the same person tells again. */
  teller: string;
  hasDanger: boolean;
  /** Who told of it. */
  dangerOf: ReadonlySet<Side>;
  colour?: Colour | undefined;
  people: number;
  failures: number;
  told: { readonly month: number; readonly quarter: number };
  lowering?: { readonly colour: Colour; readonly hasDanger: boolean; readonly by: Actor } | undefined;
  /** Two persons agreed to it. */
  lowered?: Colour | undefined;

  hasRespondent: boolean;
  respondentName: string;
  isApplicantWilling: boolean;
  isRespondentWilling: boolean;
  tries: Channel[];
  readonly letters: Letter[];
  groups: Partial<Record<Side, readonly Member[]>>;
  panel?: { readonly template: PanelTemplate; readonly members: readonly Helper[]; readonly consents: ReadonlySet<Side> } | undefined;

  /** On the security track: 第178–183条. */
  security?: { readonly hasMinor: boolean; isGuardianTold: boolean; readonly offender: Side } | undefined;
  /** 第185条: a next step was written down, or it was decided; the damages went on by themselves. */
  handling?: { readonly isDecided: boolean } | undefined;
  hasDamages: boolean;
  /** When police first mediated with this respondent. */
  policeSatAt?: number | undefined;
  retries: number;

  hasDeclared: boolean;
  session?: { readonly startAt: number; readonly room: string } | undefined;
  acceptedAt?: number | undefined;
  extendedDays: number;
  extension?: { readonly days: number; readonly sides: ReadonlySet<Side> } | undefined;
  deadlineAt?: number | undefined;

  agreement?: AgreementModel | undefined;
  digest: string;
  confirmation?: { state: 'asked' | 'applied' | 'accepted' | 'confirmed' | 'rejected'; readonly court: string; readonly sides: ReadonlySet<Side> } | undefined;

  closedAt?: number | undefined;
  contestedAt?: number | undefined;
  /** When both were asked last, and whether somebody said that it was not kept. */
  asked?: { readonly at: number; readonly isBroken: boolean } | undefined;
  whistles: { readonly units: readonly string[]; readonly answered: Set<string> }[];
  tasks: boolean[];
  /** How many respondents there were. */
  round: number;
  /** Those whose telling of the same thing was taken in. */
  merged: Actor[];
}

/** A word that must not reach the wrong eyes: its kind, and what it was said about. */
export type Secret = (kind: 'story' | 'side' | 'internal' | 'reason' | 'record', of: CaseModel) => string;

export interface Asking {
  readonly now: number;
  readonly secret: Secret;
  /** A file that this person has sent up. */
  readonly fileOf: (actor: Actor, kind: 'photo' | 'signature') => Promise<string>;
  /** The half hours that are taken, by whom. */
  readonly taken: Map<string, string>;
  readonly cases: readonly CaseModel[];
}

export interface Attempted {
  readonly input: Record<string, unknown>;
  /** Whether the rules of the move, over and above the table, let it pass; nothing where a calendar of workdays would say. */
  readonly holds: boolean | undefined;
  /** By which row it is judged, when not by the action's own name. */
  readonly move?: DisputeMove;
  /** `answer` is what came back: a code is known only from there. */
  readonly after: (answer: unknown) => void;
  /** What the system does with it at once. */
  readonly follows?: () => readonly DisputeMove[];
  /** Another case that moves with it. */
  readonly also?: { readonly c: CaseModel; readonly move: DisputeMove };
}

export type Ask = (c: CaseModel, actor: Actor, variant: number, asking: Asking) => Attempted | Promise<Attempted>;
export type Asks = Readonly<Record<string, Ask>>;

export const safe = { isHurt: false, isThreatened: false, isChildAtRisk: false, isHomeViolence: false };
export const danger = { ...safe, isThreatened: true };
export const sides = ['applicant', 'respondent'] as const;

export const isParty = (c: CaseModel, actor: Actor) => actor === c.applicant || actor === c.respondent;
export const sideOf = (c: CaseModel, actor: Actor): Side => (actor === c.respondent ? 'respondent' : 'applicant');
export const pick = <T>(from: readonly T[], n: number): T => from[n % from.length]!;
export const plain = (input: Record<string, unknown>): Attempted => ({ input, holds: true, after: () => undefined });

/** One's own side, or the other one once in a while; staff speak for both in turn. */
export function sideFor(c: CaseModel, actor: Actor, variant: number): Side {
  return isParty(c, actor) && variant % 4 !== 3 ? sideOf(c, actor) : pick(sides, variant);
}

/** Parties speak for themselves; for one without an account staff put it down. */
export function maySpeak(c: CaseModel, actor: Actor, side: Side): boolean {
  return isParty(c, actor) ? c[side] === actor : c[side] === undefined;
}

const rank = { blue: 0, yellow: 1, red: 2 } as const;

export function higher(one: Colour, other: Colour): Colour {
  return rank[one] >= rank[other] ? one : other;
}

export function isBelow(one: Colour, other: Colour): boolean {
  return rank[one] < rank[other];
}

type Gradable = Pick<CaseModel, 'hasDanger' | 'people' | 'failures' | 'told' | 'category'>;

/** What the software proposes. */
export function proposed({ hasDanger, people, failures, told, category }: Gradable): Colour {
  if (hasDanger || people >= 10 || failures >= 2 || told.quarter >= 2) return 'red';
  return people >= 3 || failures === 1 || told.month >= 1 || category === 'property' ? 'yellow' : 'blue';
}

/** The half hours that a session of an hour takes, of the mediator and of the room; at home there is no room. */
export function halfHoursOf(c: CaseModel, { startAt, room }: { readonly startAt: number; readonly room: string }): string[] {
  const takers = [`m:${c.mediator ?? ''}`, ...(room === '上门' ? [] : [`r:${room}`])];
  return takers.flatMap((taker) => [startAt, startAt + 30 * MINUTE].map((at) => `${taker}:${at}`));
}

/** Whose act it was not. */
export function harmedOf({ security }: CaseModel): Side | undefined {
  return security && (security.offender === 'applicant' ? 'respondent' : 'applicant');
}

/** Both willing, everybody of a group too, and nothing that keeps them apart. */
export function mayTalk(c: CaseModel): boolean {
  return c.isApplicantWilling && c.isRespondentWilling && !c.hasDanger && everyOne(c, 'hasConsented');
}

export function everyOne({ groups }: CaseModel, what: 'hasConsented' | 'hasAgreed'): boolean {
  return Object.values(groups).flat().every((member) => member[what]);
}

export function withEach(groups: CaseModel['groups'], change: Partial<Member>): CaseModel['groups'] {
  return Object.fromEntries(Object.entries(groups).map(([side, members]) => [side, members.map((member) => ({ ...member, ...change }))]));
}

/** With the last yes to a text that both signed it is agreed, and an oral one holds. */
export function agreed(c: CaseModel, now: number): DisputeMove[] {
  const { agreement } = c;
  if (c.state !== 'mediating' || agreement?.signed.size !== 2 || !everyOne(c, 'hasAgreed')) return [];
  c.deadlineAt = undefined;
  if (agreement.form !== 'oral') return ['agree'];
  agreement.effectiveAt = now;
  return ['agree', 'perform'];
}
