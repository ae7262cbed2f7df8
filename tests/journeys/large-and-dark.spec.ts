/** Every page of app.json in the dark with large text: nothing breaks, nothing is cut, everything has a name and is large enough. */
import type { Page } from 'playwright-core';
import type { DisputeMove } from '../../typings/contract/dispute';
import type { VisitState } from '../../typings/contract/childcare';
import type { HazardMove } from '../../typings/contract/hazard';
import app from '../../miniprogram/app.json';
import { barriersOn } from '../support/barriers';
import { openPhone, type Phone } from '../support/browser';
import { Demo } from '../support/demo';
import { ask } from '../support/hands';

jest.setTimeout(120_000);

/** Who opens a page, and for which dispute or hazard: one on which that person may do this. */
interface Visit {
  readonly as: string;
  readonly may?: DisputeMove;
  readonly mayWithHazard?: HazardMove;
  /** A visit of an own child in one of these states; or the own child itself. */
  readonly ownVisit?: readonly VisitState[];
  readonly isOfOwnChild?: true;
  /** A visit on the board of the own post in one of these states, or its child. */
  readonly onBoard?: readonly VisitState[];
  readonly isOfChild?: true;
}

const present: readonly VisitState[] = ['checkedIn', 'pickupPending', 'releaseRefused'];
const visits: Readonly<Record<string, Visit>> = {
  'pages/home/home': { as: 'officer' },
  'pages/matters/matters': { as: 'officer' },
  'pages/school/school': { as: 'resident' },
  'pages/me/me': { as: 'admin' },
  'features/dispute/report/report': { as: 'resident' },
  'features/dispute/story/story': { as: 'resident', may: 'withdraw' },
  'features/dispute/choose/choose': { as: 'parent', may: 'assign' },
  'features/dispute/sign/sign': { as: 'mediator', may: 'prove' },
  'features/desk/record/record': { as: 'gridWorker' },
  'features/desk/settle/settle': { as: 'gridWorker' },
  'features/dispute/triage/triage': { as: 'officer', may: 'triage' },
  'features/desk/notice/notice': { as: 'volunteer' },
  'features/desk/leads/leads': { as: 'officer' },
  'features/dispute/progress/progress': { as: 'officer', may: 'invite' },
  'features/dispute/calendar/calendar': { as: 'mediator', may: 'schedule' },
  'features/dispute/session/session': { as: 'mediator', may: 'sit' },
  'features/dispute/agreement/agreement': { as: 'mediator2', may: 'draft' },
  'features/dispute/followup/followup': { as: 'officer', may: 'close' },
  'features/dispute/seal/seal': { as: 'mediator', may: 'seal' },
  'features/dispute/court/court': { as: 'mediator', may: 'askConfirmation' },
  'features/dispute/extend/extend': { as: 'mediator2', may: 'askExtend' },
  'features/dispute/retry/retry': { as: 'officer', may: 'retry' },
  'features/desk/board/board': { as: 'leader' },
  'features/desk/calls/calls': { as: 'officer' },
  'features/desk/together/together': { as: 'officer', may: 'formPanel' },
  'features/desk/meeting/meeting': { as: 'officer' },
  'features/dispute/letter/letter': { as: 'resident' },
  'features/dispute/answer/answer': { as: 'neighbour', may: 'consent' },
  'features/dispute/tell/tell': { as: 'neighbour', may: 'tell' },
  'features/dispute/law/law': { as: 'officer', may: 'handOn' },
  'features/dispute/spot/spot': { as: 'officer', may: 'settleByPolice' },
  'features/dispute/invite/invite': { as: 'officer', may: 'invite' },
  'features/hazard/report/report': { as: 'resident' },
  'features/hazard/story/story': { as: 'officer2', mayWithHazard: 'recheck' },
  'features/hazard/handle/handle': { as: 'officer', mayWithHazard: 'order' },
  'features/hazard/rectify/rectify': { as: 'officer', mayWithHazard: 'rectify' },
  'features/hazard/recheck/recheck': { as: 'officer2', mayWithHazard: 'recheck' },
  'features/hazard/list/list': { as: 'officer' },
  'features/hazard/invite/invite': { as: 'officer', mayWithHazard: 'invite' },
  'features/hazard/letter/letter': { as: 'resident' },
  'features/childcare/children/children': { as: 'parent' },
  'features/childcare/visit/visit': { as: 'parent', ownVisit: present },
  'features/childcare/code/code': { as: 'parent', ownVisit: present },
  'features/childcare/book/book': { as: 'parent' },
  'features/childcare/week/week': { as: 'parent' },
  'features/childcare/child/child': { as: 'parent', isOfOwnChild: true },
  'features/childcare/person/person': { as: 'parent', isOfOwnChild: true },
  'features/childcare/guardian/guardian': { as: 'parent', isOfOwnChild: true },
  'features/childcare/letter/letter': { as: 'resident' },
  'features/childcare/card/card': { as: 'parent', isOfOwnChild: true },
  'features/childcare/kept/kept': { as: 'parent', isOfOwnChild: true },
  'features/childcare/register/register': { as: 'resident' },
  'features/childcare/fetch/fetch': { as: 'parent' },
  'features/childcare/history/history': { as: 'parent', isOfOwnChild: true },
  'features/carepost/board/board': { as: 'carer' },
  'features/carepost/door/door': { as: 'carer', onBoard: present },
  'features/carepost/review/review': { as: 'officer', onBoard: present },
  'features/carepost/fetch/fetch': { as: 'officer', onBoard: ['fetching'] },
  'features/carepost/walkin/walkin': { as: 'carer' },
  'features/carepost/child/child': { as: 'carer', onBoard: present, isOfChild: true },
  'features/carepost/post/post': { as: 'leader' },
  'features/carepost/adults/adults': { as: 'leader' },
  'features/carepost/forecast/forecast': { as: 'carer' },
  'features/papers/papers/papers': { as: 'officer', may: 'invite' },
  'features/identity/inbox/inbox': { as: 'parent' },
  'features/identity/privacy/privacy': { as: 'resident' },
  'features/identity/profile/profile': { as: 'resident' },
  'features/identity/invitation/invitation': { as: 'resident' },
  'features/identity/people/people': { as: 'admin' },
  'features/identity/places/places': { as: 'admin' },
  'features/identity/holidays/holidays': { as: 'admin' },
};

const pages = [...app.pages, ...app.subpackages.flatMap(({ root, pages: own }) => own.map((page) => `${root}/${page}`))];
const disputeDesks = ['triage', 'active', 'done'] as const;
const hazardDesks = ['fresh', 'active', 'recheck'] as const;
const demo = new Demo();
const phones = new Map<string, Phone>();

beforeAll(() => demo.start(), 300_000);
afterAll(() => demo.stop());

test('each page has somebody who opens it here', () => {
  expect(Object.keys(visits).sort()).toEqual([...pages].sort());
});

test.each(pages)('%s', async (path) => {
  const visit = visits[path] ?? { as: 'resident' };
  const { as } = visit;
  const open = phones.get(as) ?? (await phoneOf(as));
  const { phone } = open;
  await phone.goto(`${demo.url}/?as=${as}#/${path}${await queryFor(phone, visit)}`);
  const page = phone.locator(`wx-page[wx-path="${path}"]`);
  await page.locator('.frame.dark.large').waitFor();
  await page.getByRole('status', { name: '正在打开' }).waitFor({ state: 'detached' });
  try {
    expect(await page.locator('.load-state-retry').count()).toBe(0);
    expect(await open.faults()).toEqual([]);
    expect(await barriersOn(phone)).toEqual([]);
    expect(await page.evaluate(unhandy)).toEqual([]);
    expect(await page.evaluate(overflowing)).toEqual([]);
  } catch (error) {
    await open.keepPicture(`failed-large-${path.split('/').pop()}`);
    throw error;
  }
});

/** Somebody's phone in the dark, with 关怀模式 on as 我的 keeps it. */
async function phoneOf(as: string): Promise<Phone> {
  const open = await openPhone(demo.url, as, '', { dark: true });
  phones.set(as, open);
  await open.phone.locator('.frame').waitFor();
  await open.phone.evaluate(`wx.setStorageSync('look', { isLarge: true, theme: 'system' })`);
  await open.phone.reload();
  return open;
}

/** `?id=…` of what the visit is for. */
async function queryFor(phone: Page, { may, mayWithHazard, ownVisit, isOfOwnChild, onBoard, isOfChild }: Visit): Promise<string> {
  if (onBoard) return onTheBoard(phone, onBoard, isOfChild);
  if (ownVisit || isOfOwnChild) {
    const own = await ask(phone, 'childcare.children', {});
    const [found] = ownVisit ? own.visits.filter(({ state }) => ownVisit.includes(state)) : own.children;
    if (!found) throw new Error('the demo community has no such child');
    return `?id=${found.id}`;
  }
  if (may) {
    const { mine, queue = [] } = await ask(phone, 'identity.home', {});
    const offered = [...mine, ...queue];
    const more = offered.some(({ moves }) => moves.includes(may)) ? [] : await Promise.all(disputeDesks.map((desk) => ask(phone, 'dispute.desk', { desk })));
    return `?id=${idOf([...offered, ...more.flatMap(({ disputes }) => disputes)], may)}`;
  }
  if (!mayWithHazard) return '';
  const pages = await Promise.all(hazardDesks.map((desk) => ask(phone, 'hazard.desk', { desk })));
  return `?id=${idOf(pages.flatMap(({ hazards }) => hazards), mayWithHazard)}`;
}

/** `?id=…` of a child whom staff see on the roster of one of their posts. */
async function onTheBoard(phone: Page, states: readonly VisitState[], isOfChild = false): Promise<string> {
  const { posts } = await ask(phone, 'childcare.posts', {});
  const boards = await Promise.all(posts.map(({ id }) => ask(phone, 'childcare.board', { postId: id })));
  const found = boards.flatMap(({ children }) => children).find(({ state }) => states.includes(state));
  if (!found) throw new Error(`no child of the demo community is ${states.join(' or ')}`);
  return isOfChild ? `?id=${found.childId}&visit=${found.visitId}` : `?id=${found.visitId}`;
}

/** The first of the demo community on which whoever holds the phone may do this. */
function idOf<Move extends string>(cases: readonly { id: string; moves: readonly Move[] }[], move: Move): string {
  const found = cases.find(({ moves }) => moves.includes(move));
  if (!found) throw new Error(`nothing in the demo community to ${move}`);
  return found.id;
}

/** Controls that a reader could only call "button", and those that a shaking finger misses (60 px). Runs in the browser. */
function unhandy(page: Element): string[] {
  const roles = ['button', 'link', 'radio', 'checkbox', 'switch', 'tab'].map((role) => `[role="${role}"]`);
  const isSmall = ({ width, height }: DOMRect): boolean => width > 0 && height < 59.5;
  return [...page.querySelectorAll(['button', 'input', 'textarea', ...roles].join(','))]
    .filter((control) => !control.closest('[aria-hidden="true"]'))
    .filter((control) => (control.getAttribute('aria-label') ?? control.textContent).trim() === '' || isSmall(control.getBoundingClientRect()))
    .map((control) => `${control.getBoundingClientRect().height} px: ${control.outerHTML.slice(0, 200)}`);
}

/** What stands out of its page sideways, or is cut; what is made to be scrolled may. Runs in the browser. */
function overflowing(page: Element): string[] {
  const frame = page.closest('.page-frame');
  return [...(frame ? [frame] : []), ...page.querySelectorAll('*')]
    .filter((each) => each.clientWidth > 0 && each.scrollWidth > each.clientWidth + 1 && getComputedStyle(each).overflowX !== 'visible')
    .filter((each) => !each.closest('wx-scroll-view'))
    .map((each) => each.outerHTML.slice(0, 200));
}
