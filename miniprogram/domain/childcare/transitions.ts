/** 托管 childcare: the table of visits. What each row means: docs/childcare.md. */
import type { VisitState } from '../../../typings/contract/childcare-words';
import type { ClockRules, ClockStart } from '../case/clock';
import type { Transition } from '../case/transition';
import type { VisitCase } from './facts';
import * as guards from './guards';
import { fetchMinutes, lateLadder, minutes, noShowLadder, openMinutes, walkInConsentMinutes } from './policy';

type Row = Transition<VisitCase>;
type Start = ClockStart<VisitCase>;

/** The child is at the post, or handed over without anybody's having looked at it. */
export const presentStates = ['checkedIn', 'pickupPending', 'releaseRefused', 'releaseClaimed'] as const satisfies readonly VisitState[];
/** The visit is not over. */
export const openStates = ['booked', 'waitlisted', 'offered', 'expected', 'fetching', 'noShow', ...presentStates, 'incident'] as const satisfies readonly VisitState[];
/** Of those that are not over, what a roster shows: not who only waits for a seat, since a queue is longer than a roster. */
export const rosterStates = ['booked', 'expected', 'fetching', 'noShow', ...presentStates, 'incident'] as const satisfies readonly VisitState[];
/** The child was here, and went home. */
export const handedOverStates = ['released', 'transferred'] as const satisfies readonly VisitState[];
/** A seat is kept. */
export const seatedStates = ['booked', 'offered', 'expected', 'noShow'] as const satisfies readonly VisitState[];

const openingClock: Start = { clock: 'opening', due: ({ startAt }) => startAt - minutes(openMinutes) };
/** Nobody is in a queue for a time that has begun. */
const queueClock: Start = { clock: 'queue', due: ({ startAt }) => startAt };
const offerClock: Start = { clock: 'offer', due: ({ offeredUntil }) => offeredUntil };
/** Both ladders begin at the time itself, however late the timer is. */
const arrivalClock: Start = { clock: 'arrival', from: ({ startAt }) => startAt, due: ({ startAt }) => startAt + minutes(noShowLadder.search) };
const pickupClock: Start = { clock: 'pickup', from: ({ endAt }) => endAt, due: ({ endAt }) => endAt + minutes(lateLadder.leader) };
const fetchClock: Start = { clock: 'fetch', due: (_facts, at) => at + minutes(fetchMinutes) };
const consentClock: Start = { clock: 'consent', due: (_facts, at) => at + minutes(walkInConsentMinutes) };

const all = ['opening', 'queue', 'offer', 'fetch', 'arrival', 'pickup', 'consent'] as const;

export const visitTransitions: readonly Row[] = [
  { move: 'book', to: 'booked', by: ['guardian', 'system'], guard: guards.mayBook, starts: [openingClock] },
  { move: 'book', from: ['cancelled'], to: 'booked', by: ['guardian', 'system'], guard: guards.mayBook, starts: [openingClock] },
  { move: 'queue', to: 'waitlisted', by: ['guardian', 'system'], guard: guards.mayBook, starts: [queueClock] },
  { move: 'queue', from: ['cancelled'], to: 'waitlisted', by: ['guardian', 'system'], guard: guards.mayBook, starts: [queueClock] },
  { move: 'offer', from: ['waitlisted'], to: 'offered', by: ['system'], guard: guards.isOffered, starts: [offerClock] },
  { move: 'take', from: ['offered'], to: 'booked', by: ['guardian'], guard: guards.isOfferLive, stops: ['offer', 'queue'], starts: [openingClock] },
  { move: 'pass', from: ['offered'], to: 'waitlisted', by: ['guardian', 'system'], stops: ['offer'], starts: [queueClock] },
  { move: 'open', from: ['booked'], to: 'expected', by: ['system'], stops: ['opening'], starts: [arrivalClock] },

  { move: 'askFetch', to: 'fetching', by: ['guardian'], guard: guards.mayBeFetched, starts: [fetchClock] },
  { move: 'askFetch', from: ['booked', 'expected', 'noShow'], to: 'fetching', by: ['guardian'], guard: guards.mayBeFetched, stops: all, starts: [fetchClock] },
  { move: 'takeFetch', from: ['fetching'], by: ['officer'], guard: guards.isFetchFree, stops: ['fetch'] },
  { move: 'declineFetch', from: ['fetching'], to: 'cancelled', by: ['officer'], guard: guards.isNotPickedUp, stops: all },
  { move: 'pickUp', from: ['fetching'], by: ['officer'], guard: guards.isFetchConfirmed },

  { move: 'checkIn', from: ['booked', 'expected', 'noShow'], to: 'checkedIn', by: ['carer'], guard: guards.isItsDay, stops: all, starts: [pickupClock] },
  { move: 'checkIn', from: ['fetching'], to: 'checkedIn', by: ['carer'], guard: guards.isBrought, stops: all, starts: [pickupClock] },
  { move: 'walkIn', to: 'checkedIn', by: ['carer'], guard: guards.hasVerbalConsent, starts: [consentClock, pickupClock] },
  { move: 'consentLater', from: presentStates, by: ['guardian'], stops: ['consent'] },
  { move: 'activity', from: ['checkedIn'], by: ['carer'] },
  { move: 'note', from: openStates, by: ['carer', 'officer', 'auxiliary', 'leader', 'system'] },
  { move: 'ask', from: ['checkedIn', 'releaseRefused'], to: 'pickupPending', by: ['carer', 'officer'], guard: guards.hasAsked },
  { move: 'release', from: ['pickupPending'], to: 'released', by: ['carer', 'officer'], guard: guards.isHandedOver, stops: all },
  { move: 'refuseRelease', from: ['pickupPending'], to: 'releaseRefused', by: ['carer', 'officer', 'system'] },
  { move: 'back', from: ['pickupPending', 'releaseRefused'], to: 'checkedIn', by: ['carer', 'officer'] },
  { move: 'proposeException', from: ['pickupPending', 'releaseRefused', 'checkedIn', 'incident'], by: ['officer'], guard: guards.isExceptionWhole },
  { move: 'releaseByException', from: ['pickupPending', 'releaseRefused', 'checkedIn', 'incident'], to: 'released', by: ['officer'], guard: guards.isReleased, stops: all },
  { move: 'claimOffline', from: ['checkedIn', 'pickupPending', 'releaseRefused'], to: 'releaseClaimed', by: ['carer'], guard: guards.hasClaim },
  { move: 'confirmClaim', from: ['releaseClaimed'], to: 'released', by: ['claimReviewer'], guard: guards.isReleased, stops: all },
  { move: 'doubtClaim', from: ['releaseClaimed'], to: 'incident', by: ['claimReviewer'], stops: all },

  { move: 'noShow', from: ['expected'], to: 'noShow', by: ['system'] },
  { move: 'cancel', from: ['booked', 'waitlisted', 'offered', 'expected', 'noShow'], to: 'cancelled', by: ['guardian', 'carer'], stops: all },
  { move: 'cancel', from: ['waitlisted'], to: 'cancelled', by: ['system'], stops: all },
  { move: 'cancel', from: ['fetching'], to: 'cancelled', by: ['guardian'], guard: guards.isNotPickedUp, stops: all },
  { move: 'transfer', from: [...presentStates, 'incident'], to: 'transferred', by: ['leader'], stops: all, basis: '未成年人保护法 第11条' },
  { move: 'remind', from: openStates, by: ['system'] },
];

/** Shares of a clock's time at which the rungs of a ladder are due, in percent. */
const rungs = (ladder: Readonly<Record<string, number>>, whole: number): number[] => Object.values(ladder).map((minute) => (minute / whole) * 100);

export const visitClocks: ClockRules<VisitCase> = {
  opening: { marks: [100], move: 'open' },
  queue: { marks: [100], move: 'cancel', facts: (facts, at) => ({ ...facts, endedAt: at, isUnseated: true }) },
  offer: { marks: [100], move: 'pass' },
  fetch: { marks: [50, 100] },
  arrival: { marks: rungs(noShowLadder, noShowLadder.search), move: 'noShow' },
  pickup: { marks: rungs(lateLadder, lateLadder.leader) },
  consent: { marks: [50, 100] },
};
