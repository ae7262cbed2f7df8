/** Every page of app.json in the dark with large text: nothing breaks, nothing is cut, everything has a name and is large enough. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { ActionName, InputOf, OutputOf } from '../../typings/contract/actions';
import type { DisputeMove } from '../../typings/contract/dispute';
import type { HazardMove } from '../../typings/contract/hazard';
import app from '../../miniprogram/app.json';
import { openPhone, type Phone } from '../support/browser';
import { Demo } from '../support/demo';

jest.setTimeout(120_000);

/** Who opens a page, and for which dispute or hazard: one on which that person may do this. */
interface Visit {
  readonly as: string;
  readonly may?: DisputeMove;
  readonly mayWithHazard?: HazardMove;
}

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
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
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
async function queryFor(phone: Page, { may, mayWithHazard }: Visit): Promise<string> {
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

/** The first of the demo community on which whoever holds the phone may do this. */
function idOf<Move extends string>(cases: readonly { id: string; moves: readonly Move[] }[], move: Move): string {
  const found = cases.find(({ moves }) => moves.includes(move));
  if (!found) throw new Error(`nothing in the demo community to ${move}`);
  return found.id;
}

/** Asks the cloud as the person who holds the phone. */
async function ask<A extends ActionName>(phone: Page, action: A, input: InputOf<A>): Promise<OutputOf<A>> {
  const request = JSON.stringify({ name: action.split('.')[0], data: { action, input, attemptId: crypto.randomUUID() } });
  const answer = await phone.evaluate<string | { data: OutputOf<A> }>(`wx.cloud.callFunction(${request}).then(({ result }) => result)`);
  return (typeof answer === 'string' ? (JSON.parse(answer) as { data: OutputOf<A> }) : answer).data;
}

/** What axe-core calls serious or critical, with the first place where it is so. */
async function barriersOn(phone: Page): Promise<string[]> {
  await phone.evaluate(axe);
  return phone.evaluate<string[]>(`axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => id + ': ' + nodes[0].html.slice(0, 200)))`);
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
