/** 孩子卡: where the child is, since when, with whom, and what comes next; words and flags, no rules. */
import type { VisitSummary } from '../../../typings/contract/childcare';
import type { VisitState } from '../../../typings/contract/childcare-words';
import { stateSentence } from '../../domain/childcare/labels';
import { duration, spokenDay, timeOfDay } from '../../domain/time/format';
import { nextStepOf, type NextStepView } from '../next-step/next-step.view';

export interface VisitCard {
  readonly id: string;
  readonly nickname: string;
  /** `在警务室`, `排第2位`. */
  readonly state: string;
  readonly tone: 'brand' | 'ok' | 'warm' | 'danger' | 'plain';
  /** `15:42到桐花里警务室，尹老师接的` */
  readonly where: string;
  readonly next: NextStepView | null;
  /** The child is there: a code opens the door. */
  readonly hasCode: boolean;
  readonly page: string;
  readonly codePage: string;
}

const tones: Readonly<Record<VisitState, VisitCard['tone']>> = {
  booked: 'brand', waitlisted: 'plain', offered: 'warm', expected: 'brand', fetching: 'warm', checkedIn: 'ok', pickupPending: 'warm', releaseRefused: 'danger',
  releaseClaimed: 'warm', released: 'plain', noShow: 'danger', cancelled: 'plain', transferred: 'warm', incident: 'danger',
}; // prettier-ignore

const withCode: readonly VisitState[] = ['checkedIn', 'pickupPending', 'releaseRefused'];

export function visitPage(id: string): string {
  return `/features/childcare/visit/visit?id=${id}`;
}

export function codePage(id: string): string {
  return `/features/childcare/code/code?id=${id}`;
}

export function visitCardOf(visit: VisitSummary, now: number): VisitCard {
  const { id, nickname, state, next, lateSince } = visit;
  const isLate = lateSince !== undefined && state === 'checkedIn';
  return {
    id,
    nickname,
    state: sentenceOf(visit),
    tone: isLate ? 'danger' : tones[state],
    where: whereOf(visit, now),
    next: next ? nextStepOf(next, now) : null,
    hasCode: withCode.includes(state),
    page: visitPage(id),
    codePage: codePage(id),
  };
}

/** The state as people say it: `有位了，16:45前确认`. */
export function sentenceOf({ state, position, offeredUntil, withWhom, lateSince }: VisitSummary): string {
  return stateSentence(state, {
    ...(position !== undefined && { position }),
    ...(offeredUntil !== undefined && { until: timeOfDay(offeredUntil) }),
    ...(withWhom !== undefined && { to: withWhom }),
    isLate: lateSince !== undefined,
  });
}

/** Where the child is or will be, since when, with whom. */
export function whereOf({ state, startAt, endAt, post, checkedInAt, withWhom, lateSince }: VisitSummary, now: number): string {
  if (checkedInAt !== undefined && state !== 'released' && state !== 'transferred') {
    const by = withWhom === undefined || withWhom === post ? '' : `，${withWhom}接的`;
    const late = lateSince === undefined ? '' : `。说好${timeOfDay(endAt)}接，过了${duration(now - lateSince)}`;
    return `${timeOfDay(checkedInAt)}到${post}${by}${late}`;
  }
  if (state === 'fetching') return withWhom === undefined ? `等民警接手，接到后去${post}` : `${withWhom}去接，接到后去${post}`;
  return `${spokenDay(startAt, now)} ${timeOfDay(startAt)}–${timeOfDay(endAt)} · ${post}`;
}

/** One child, one card: where the child is now comes before who has fetched it today, and that before what is booked for another day. */
export function oneEach(visits: readonly VisitSummary[]): VisitSummary[] {
  const rank = ({ state, checkedInAt }: VisitSummary) => {
    const isOver = state === 'released' || state === 'transferred';
    if (state === 'fetching' || (checkedInAt !== undefined && !isOver)) return 0;
    return state === 'expected' || state === 'noShow' ? 1 : 2;
  };
  const inTurn = [...visits].sort((a, b) => rank(a) - rank(b) || a.startAt - b.startAt);
  return inTurn.filter((visit, at) => inTurn.findIndex(({ childId }) => childId === visit.childId) === at);
}
