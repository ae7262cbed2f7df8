/** 首页: everything that one home shows, with few reads, and those side by side. */
import type { Desk } from '../../typings/contract/dispute';
import type { ColourCounts, HazardCounts, Home, MyOfficer, Role } from '../../typings/contract/identity';
import { roleLabels, staffTitle } from '../../miniprogram/domain/identity/labels';
import { dutyHours } from '../../miniprogram/domain/identity/policy';
import { wallClock } from '../../miniprogram/domain/time/format';
import type { ReadContext } from '../_kit/action';
import { rolesOf } from '../_kit/caller';
import { collections, indexes, type DisputeDocument, type HazardDocument, type User } from '../_kit/collections';
import { find, findByIds, orderKey, tally, type Tally } from '../_kit/database';
import { ownVisits } from '../_kit/care-cards';
import { summariesOf } from '../_kit/dispute-cards';
import { hazardSummariesOf } from '../_kit/hazard-cards';
import { callListsOf, unreadIn } from '../_kit/outbox';
import { inOfficeOver, rosterOf } from '../_kit/staff';
import { glancesOf } from './care';
import { officeSessions, ownSessions } from './sessions';
import { meOf } from './store';

/** Cards that a home holds at most; 事项 has the rest. */
const MOST_CARDS = 20;
/** Open cases that the counts look at, the most urgent first: an office with more has other worries than an exact number. */
const MOST_COUNTED = 800;

/** Which identity a home is for when nobody chose: the one with the most to do. */
const byWork: readonly Role[] = ['officer', 'auxiliary', 'leader', 'mediator', 'carer', 'gridWorker', 'volunteer', 'partner', 'admin', 'resident'];
/** Those whose home lists what they told themselves. */
const tellers: readonly Role[] = ['resident', 'partner', 'carer', 'volunteer', 'gridWorker'];
/** Those whose home says who their officer is. */
const neighbours: readonly Role[] = ['resident', 'partner'];
/** Those whose home says where their children are; a carer looks after others', and switches to be a parent. */
const parents: readonly Role[] = ['resident', 'partner', 'volunteer']; // a grid worker who is a parent changes identity in 我的
/** Those who work on whatever lies in their place. */
const offices: readonly Role[] = ['officer', 'auxiliary', 'leader', 'gridWorker'];
/** Where open cases lie; leads are not among them. */
const openDesks: readonly Desk[] = ['triage', 'active', 'followUp'];
const hearings: readonly Role[] = ['officer', 'leader'];
/** Those who ring up who has no account. */
const ringers: readonly Role[] = ['officer', 'auxiliary'];

/** The home of the caller, as the identity that was wished for when it is held. */
export async function homeFor(context: ReadContext, wished: Role | undefined): Promise<Home> {
  const { caller, now } = context;
  const as = identityOf(rolesOf(caller), wished);
  const [inbox, mine, hazards, visits, officer, care, work] = await Promise.all([
    caller.user ? unreadOf(context, as) : { unread: 0 },
    caller.user && tellers.includes(as) ? find(indexes.disputesOpenByPerson, { people: caller.id, isOpen: true }, { limit: MOST_CARDS }) : [],
    caller.user && tellers.includes(as) ? find(indexes.hazardsOpenByPerson, { people: caller.id, isOpen: true }, { limit: MOST_CARDS }) : undefined,
    caller.user && parents.includes(as) ? ownVisits(caller, now) : undefined,
    caller.user && neighbours.includes(as) ? myOfficer(context, caller.user) : undefined,
    glancesOf(context, as),
    workOf(context, as),
  ]);
  return {
    now,
    me: meOf(caller.id, caller.user, now),
    as,
    ...inbox,
    mine: cards(context, mine),
    ...(hazards && { hazards: hazardSummariesOf(caller, hazards, now) }),
    ...(visits && { visits }),
    ...(officer && { officer }),
    ...care,
    ...work,
  };
}

function identityOf(held: readonly Role[], wished: Role | undefined): Role {
  if (wished !== undefined && held.includes(wished)) return wished;
  return byWork.find((role) => held.includes(role)) ?? 'resident';
}

/** The own unread messages, and the calls to make in the communities of the office: one read. */
async function unreadOf({ caller }: ReadContext, as: Role): Promise<Pick<Home, 'unread' | 'calls'>> {
  const scopes = ringers.includes(as) ? caller.offices.filter(({ role }) => role === as).map(({ scopeId }) => scopeId) : [];
  const lists = scopes.flatMap(callListsOf);
  const unread = await unreadIn([caller.id, ...lists]);
  const inList = (list: string) => unread.get(list) ?? 0;
  return { unread: inList(caller.id), ...(scopes.length > 0 && { calls: lists.reduce((sum, list) => sum + inList(list), 0) }) };
}

type Work = Pick<Home, 'queue' | 'counts' | 'hazardCounts' | 'leads' | 'today' | 'freeThisWeek'>;

function workOf(context: ReadContext, as: Role): Promise<Work> | Work {
  if (as === 'mediator') return mediatorWork(context);
  return offices.includes(as) ? officeWork(context, as) : {};
}

async function mediatorWork(context: ReadContext): Promise<Work> {
  const { caller } = context;
  const waiting = find(indexes.disputesByMediator, { mediator: caller.id, isOpen: true }, { limit: MOST_CARDS });
  const [queue, sessions] = await Promise.all([waiting, ownSessions(context, waiting)]);
  return { queue: cards(context, queue), ...sessions };
}

async function officeWork(context: ReadContext, as: Role): Promise<Work> {
  const { caller, now } = context;
  const scopes = caller.offices.filter(({ role }) => role === as).map(({ scopeId }) => scopeId);
  const open = { places: scopes, isOpen: true };
  const waiting = find(indexes.disputesUrgent, open, { limit: MOST_CARDS });
  const [queue, counted, hazards, today] = await Promise.all([
    waiting,
    tally(indexes.disputesByDesk, { places: scopes, desk: as === 'officer' ? [...openDesks, 'lead'] : openDesks }, { by: ['colour', 'desk'], before: orderKey(now, ''), most: MOST_COUNTED }),
    tally(indexes.hazardsOpen, open, { by: ['desk'], before: orderKey(now, ''), most: MOST_COUNTED }),
    hearings.includes(as) ? officeSessions(context, scopes, waiting) : undefined,
  ]);
  return { queue: cards(context, queue), counts: countsOf(counted.filter(({ desk }) => desk !== 'lead')), hazardCounts: hazardCountsOf(hazards), ...(today && { today }), ...(as === 'officer' && { leads: leadsIn(counted) }) };
}

function leadsIn(counted: readonly Tally<DisputeDocument, 'colour' | 'desk'>[]): number {
  return counted.find(({ desk }) => desk === 'lead')?.all ?? 0; // no lead has a colour
}

/** Whatever was settled on the spot was never graded: it is blue, or it could not have been settled so. */
function countsOf(counted: readonly Tally<DisputeDocument, 'colour' | 'desk'>[]): ColourCounts {
  const sum = (some: typeof counted) => some.reduce((total, { all }) => total + all, 0);
  const isUngraded = ({ colour, desk }: (typeof counted)[number]) => colour === 'none' && desk === 'triage';
  return {
    red: sum(counted.filter(({ colour }) => colour === 'red')),
    yellow: sum(counted.filter(({ colour }) => colour === 'yellow')),
    blue: sum(counted.filter((each) => each.colour === 'blue' || (each.colour === 'none' && !isUngraded(each)))),
    ungraded: sum(counted.filter(isUngraded)),
    overdue: counted.reduce((total, { early }) => total + early, 0),
  };
}

function hazardCountsOf(counted: readonly Tally<HazardDocument, 'desk'>[]): HazardCounts {
  const on = (wanted: HazardDocument['desk']) => counted.find(({ desk }) => desk === wanted)?.all ?? 0;
  return { fresh: on('fresh'), recheck: on('recheck') };
}

function cards({ caller, now }: ReadContext, disputes: readonly DisputeDocument[]): Home['mine'] {
  return summariesOf(caller, disputes, now);
}

/** 我的民警: whoever's office is nearest to the home, and the nearest telephone that is answered. */
async function myOfficer({ db, now }: ReadContext, { facts }: User): Promise<MyOfficer | undefined> {
  const { homePath } = facts;
  if (!homePath) return undefined;
  const [roster, places] = await Promise.all([rosterOf(db, homePath), findByIds(collections.places, homePath)]);
  const nearest = inOfficeOver(roster, 'officer', homePath, now).sort((a, b) => homePath.indexOf(b.scopeId) - homePath.indexOf(a.scopeId))[0];
  if (!nearest) return undefined;
  const withPhone = places.filter(({ phone }) => phone !== undefined).sort((a, b) => homePath.indexOf(b._id) - homePath.indexOf(a._id))[0];
  const { hour } = wallClock(now);
  return {
    name: staffTitle(nearest.name, 'officer'),
    title: roleLabels.officer,
    isOnDuty: hour >= dutyHours.from && hour < dutyHours.until,
    phone: withPhone?.phone ?? '',
  };
}

