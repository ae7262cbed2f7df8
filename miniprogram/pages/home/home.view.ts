/** The home of each role: which sections it has, in which order, and their words. */
import type { PostGlance } from '../../../typings/contract/childcare';
import type { ColourCounts, HazardCounts, Home, MyOfficer, Role } from '../../../typings/contract/identity';
import type { DisputeSummary, SessionSlot } from '../../../typings/contract/dispute';
import type { Door } from '../../components/door-list/door-list.view';
import { disputeCardOf, storyPage, type DisputeCard } from '../../components/dispute-card/dispute-card.view';
import { hazardCardOf, type HazardCard } from '../../components/hazard-card/hazard-card.view';
import { oneEach, visitCardOf, type VisitCard } from '../../components/visit-card/visit-card.view';
import { roleLabels } from '../../domain/identity/labels';
import { careLightOf, type CareLight } from './care-light/care-light.view';
import { monthAndDay, timeOfDay, wallClock, weekdayName } from '../../domain/time/format';

export interface Figure {
  readonly label: string;
  readonly value: number;
  /** What it is counted out of, when that says more than the number. */
  readonly outOf: string;
  readonly shape: string;
  readonly tone: 'brand' | 'warm' | 'danger' | 'plain';
}

export interface SessionLine {
  readonly key: string;
  readonly time: string;
  readonly what: string;
  readonly where: string;
  readonly page: string;
}

export interface CardList {
  readonly title: string;
  readonly cards: readonly DisputeCard[];
  /** Said when there are none. */
  readonly empty: string;
  /** How many more 事项 has. */
  readonly others: number;
}

export interface HomeView {
  readonly greeting: string;
  readonly today: string;
  readonly unread: number;
  /** 孩子卡: one child a card, before all else. */
  readonly children: readonly VisitCard[];
  /** Only for residents; `null` where nobody knows yet where they live. */
  readonly officer: MyOfficer | null;
  readonly asksForHome: boolean;
  readonly figures: readonly Figure[];
  readonly sessions: readonly SessionLine[] | null;
  /** A mediator's day is its sessions; for others they come after what waits. */
  readonly sessionsFirst: boolean;
  readonly free: string;
  readonly list: CardList | null;
  /** Hazards that the person reported or has to put right; empty for staff, who have a door to all of them. */
  readonly hazards: readonly HazardCard[];
  /** 托管灯 of the own posts; a carer's work, and one thing among others for police. */
  readonly lights: readonly CareLight[];
  readonly lightsFirst: boolean;
  readonly doors: readonly Door[];
  /** Staff come for what waits for them: the doors are small, and below it. */
  readonly isDesk: boolean;
}

/** Cards on the home page; the rest is in 事项. */
const mostCards = 3;

const doors = {
  report: { title: '说事', note: '邻里有难处，说给民警听，不收费', icon: 'chat-bubble', page: '/features/dispute/report/report' },
  childcare: { title: '接孩子', note: '放学没人接，先到警务室待一会儿', icon: 'user-safety', page: '/features/childcare/children/children' },
  hazard: { title: '报隐患', note: '堆着的、插着的、堵着的，拍下来', icon: 'error-triangle', page: '/features/hazard/report/report' },
  hazards: { title: '隐患', note: '新报的、整改中的、等复查的', icon: 'error-triangle', page: '/features/hazard/list/list' },
  notice: { title: '报苗头', note: '还没人求助，您先看到了，告诉民警', icon: 'flag', page: '/features/desk/notice/notice' },
  leads: { title: '苗头', note: '义警、网格员看到的，等您去问一声', icon: 'flag', page: '/features/desk/leads/leads' },
  record: { title: '代录', note: '打来的、上门的、转来的，替他记下', icon: 'edit-1', page: '/features/desk/record/record' },
  settle: { title: '当场说和', note: '两边都在，说好了，一分钟记完', icon: 'usergroup', page: '/features/desk/settle/settle' },
  calendar: { title: '调解日历', note: '谁在哪间屋谈，哪会儿还空着', icon: 'calendar', page: '/features/dispute/calendar/calendar' },
  arrivals: { title: '到站', note: '孩子到了，点一下', icon: 'user-checked', page: '/features/carepost/board/board?part=coming' },
  handovers: { title: '交接', note: '谁来接，核对好了再交', icon: 'user-transmit', page: '/features/carepost/board/board?part=here' },
  carePost: { title: '托管点', note: '地方、时段、座位，在岗的大人', icon: 'home', page: '/features/carepost/post/post' },
  board: { title: '所里看板', note: '卡在谁手里，几成办成了', icon: 'chart-bar', page: '/features/desk/board/board' },
  meeting: { title: '会商', note: '黄色、红色和超时的事，周三一起议', icon: 'view-list', page: '/features/desk/meeting/meeting' },
  calls: { title: '要打的电话', note: '没有账号的人，有新进展要打电话告诉他', icon: 'call', page: '/features/desk/calls/calls' },
  people: { title: '人员', note: '谁是什么身份，发邀请码，收回身份', icon: 'usergroup', page: '/features/identity/people/people' },
  places: { title: '地点', note: '小区、楼栋，哪栋归哪个网格', icon: 'location', page: '/features/identity/places/places' },
  holidays: { title: '节假日', note: '放假和调休，期限按它算', icon: 'calendar', page: '/features/identity/holidays/holidays' },
} as const satisfies Record<string, Door>;

/** What each role finds on its home. */
const plans: Readonly<Record<Role, Plan>> = {
  resident: { doors: [doors.report, doors.childcare, doors.hazard], list: mineUnderWay },
  partner: { doors: [doors.report, doors.childcare, doors.hazard], list: mineUnderWay },
  carer: { doors: [doors.arrivals, doors.handovers, doors.report, doors.hazard], list: mineUnderWay },
  volunteer: { doors: [doors.record, doors.settle, doors.notice, doors.hazard], list: reportedByMe },
  gridWorker: { doors: [doors.record, doors.settle, doors.notice, doors.hazards], list: reportedByMe },
  mediator: { isDesk: true, doors: [doors.calendar], list: ({ queue = [] }) => listOf('等我更新', inTurn(queue), '没有等您更新的事') },
  officer: { isDesk: true, doors: [doors.leads, doors.calls, doors.meeting, doors.record, doors.settle, doors.calendar, doors.hazards, doors.board], list: firstThree, figures: countFigures },
  auxiliary: { isDesk: true, doors: [doors.calls, doors.meeting, doors.record, doors.settle, doors.calendar, doors.hazards], list: firstThree, figures: countFigures },
  leader: { isDesk: true, doors: [doors.board, doors.meeting, doors.calendar, doors.hazards, doors.carePost], list: stuck, figures: leaderFigures },
  admin: { doors: [doors.people, doors.places, doors.holidays] },
};

interface Plan {
  readonly doors: readonly Door[];
  readonly isDesk?: boolean;
  readonly list?: (home: Home) => Omit<CardList, 'cards' | 'others'> & { readonly disputes: readonly DisputeSummary[] };
  readonly figures?: (counts: ColourCounts) => Figure[];
}

export function homeOf(home: Home): HomeView {
  const { me, as, now, unread, officer, counts, today, freeThisWeek, hazards = [], visits = [], posts = [] } = home;
  const plan = plans[as];
  const list = plan.list?.(home);
  const isNeighbour = as === 'resident' || as === 'partner';
  return {
    greeting: me.name === '' ? partOfDay(now) : `${partOfDay(now)}，${me.name}`,
    today: `${monthAndDay(now)} ${weekdayName(now)}${as === 'resident' ? '' : ` · ${roleLabels[as]}`}`,
    unread,
    children: oneEach(visits).map((visit) => visitCardOf(visit, now)),
    officer: isNeighbour ? (officer ?? null) : null,
    asksForHome: isNeighbour && officer === undefined,
    hazards: hazards.slice(0, mostCards).map((hazard) => hazardCardOf(hazard, now)),
    lights: posts.map(careLightOf),
    lightsFirst: as === 'carer',
    doors: plan.doors.map((door) => doorOf(door, home)),
    isDesk: plan.isDesk === true,
    figures: as === 'carer' ? careFigures(posts) : counts && plan.figures ? plan.figures(counts) : [],
    sessions: today ? today.map(sessionOf) : null,
    sessionsFirst: as === 'mediator',
    free: freeThisWeek === undefined ? '' : `本周还有 ${freeThisWeek} 个空档`,
    list: list && (list.disputes.length > 0 || hazards.length === 0) // who has hazards alone is not told that there is nothing
      ? {
          title: list.title,
          empty: list.empty,
          cards: list.disputes.slice(0, mostCards).map((dispute) => disputeCardOf(dispute, now)),
          others: Math.max(0, list.disputes.length - mostCards),
        }
      : null,
  };
}

/** What stays on the phone for when there is no network: where the own children are. Nothing without any. */
export function childrenAlone({ now, me: { id, name, roles }, as, officer, visits = [] }: Home): Home | undefined {
  return visits.length > 0 ? { now, me: { id, name, roles, isGuest: false, grants: [] }, as, unread: 0, mine: [], visits, ...(officer && { officer }) } : undefined;
}

/** A door with what waits behind it. */
function doorOf(door: Door, { hazardCounts, calls = 0, leads = 0 }: Home): Door {
  if (door === doors.leads && leads > 0) return { ...door, waiting: `${leads} 个等着看` };
  if (door === doors.hazards && hazardCounts) return withWaiting(door, hazardCounts);
  if (door === doors.calls && calls > 0) return { ...door, waiting: `${calls} 句话等着说` };
  return door;
}

/** What waits behind 隐患: to be looked at, and to be rechecked. */
function withWaiting(door: Door, { fresh, recheck }: HazardCounts): Door {
  const waits = [...(fresh > 0 ? [`${fresh} 处等人看`] : []), ...(recheck > 0 ? [`${recheck} 处等复查`] : [])];
  return waits.length > 0 ? { ...door, note: waits.join('，'), waiting: `${fresh + recheck} 处等着` } : door;
}

function listOf(title: string, disputes: readonly DisputeSummary[], empty: string) {
  return { title, disputes, empty };
}

function mineUnderWay({ mine }: Home) {
  return listOf('正在办', mine, '还没有在办的事。说了以后，在这里看它走到哪一步');
}

function reportedByMe({ mine }: Home) {
  return listOf('我报的', mine, '您报的事会在这里，走到哪一步都看得到');
}

/** What waits for a colleague comes last: who settled it does not ask how it went. */
function inTurn(queue: readonly DisputeSummary[]): DisputeSummary[] {
  const isForOthers = ({ state, moves }: DisputeSummary) => Number((state === 'following' || state === 'settledOnSpot') && !moves.includes('close'));
  return [...queue].sort((a, b) => isForOthers(a) - isForOthers(b));
}

function firstThree({ queue = [] }: Home) {
  return listOf('今天三件', inTurn(queue), '没有等您办的事');
}

/** What is overdue, and with whom: the next step on each card names the person. */
function stuck({ queue = [] }: Home) {
  return listOf('卡在谁手里', queue.filter(({ next }) => next?.isOverdue === true), '没有超时的事');
}

function countFigures({ red, yellow, blue, ungraded, overdue }: ColourCounts): Figure[] {
  return [
    figure('待分流', ungraded, 'brand'),
    figure('紧急', red, 'danger', '■'),
    figure('会诊', yellow, 'warm', '▲'),
    figure('一般', blue, 'plain', '●'),
    figure('超时', overdue, overdue > 0 ? 'danger' : 'plain'),
  ];
}

function leaderFigures({ red, yellow, blue, ungraded, overdue }: ColourCounts): Figure[] {
  const all = red + yellow + blue + ungraded;
  return [
    { ...figure('在办', all, 'brand'), outOf: '现在' },
    { ...figure('超时', overdue, overdue > 0 ? 'danger' : 'plain'), outOf: `共 ${all} 件` },
    { ...figure('紧急', red, red > 0 ? 'danger' : 'plain', '■'), outOf: `共 ${all} 件` },
    { ...figure('待分流', ungraded, 'plain'), outOf: `共 ${all} 件` },
  ];
}

/** Of all posts of a carer together: who is here, who should be, who should be gone. */
function careFigures(posts: readonly PostGlance[]): Figure[] {
  if (posts.length === 0) return [];
  const sum = (of: (post: PostGlance) => number) => posts.reduce((total, post) => total + of(post), 0);
  const [missing, late] = [sum((post) => post.missing ?? 0), sum((post) => post.late)];
  return [figure('在站', sum((post) => post.present), 'brand'), figure('未到', missing, missing > 0 ? 'warm' : 'plain'), figure('超时', late, late > 0 ? 'danger' : 'plain')];
}

function figure(label: string, value: number, tone: Figure['tone'], shape = ''): Figure {
  return { label, value, tone, shape, outOf: '' };
}

function sessionOf({ disputeId, number = '', startAt, endAt, room, mediator }: SessionSlot): SessionLine {
  return {
    key: `${startAt}-${room}`,
    time: `${timeOfDay(startAt)}–${timeOfDay(endAt)}`,
    what: number,
    where: `${room} · ${mediator}`,
    page: disputeId === undefined ? '' : storyPage(disputeId),
  };
}

function partOfDay(now: number): string {
  const { hour } = wallClock(now);
  if (hour < 5 || hour >= 18) return '晚上好';
  if (hour < 12) return '早上好';
  return hour < 14 ? '中午好' : '下午好';
}
