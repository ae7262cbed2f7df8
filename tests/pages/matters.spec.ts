import type { DisputePage } from '../../typings/contract/dispute';
import type { HazardPage } from '../../typings/contract/hazard';
import { hazard } from '../support/hazard-answers';
import { deposit, homeWith, lateNoise, now } from '../support/home-answers';
import { openPage, type Answers } from '../support/page';

const MATTERS = 'pages/matters/matters';
const pageOf = (...disputes: DisputePage['disputes']) => ({ ok: true as const, data: { disputes, now } });
const withHazards = (hazards: HazardPage['hazards'], ...disputes: DisputePage['disputes']) => ({ ok: true as const, data: { disputes, hazards: { hazards, now }, now } });

test('a resident sees his own matters, and no chips', async () => {
  const page = await openPage(MATTERS, { 'identity.home': () => ({ ok: true, data: homeWith() }), 'dispute.listMine': () => withHazards([], deposit) });
  expect(page.text()).toContain('钱款 · 桐花苑 3号楼');
  expect(page.text()).not.toContain('待分流');
});

test('who has nothing is told what the post can do, and where to begin', async () => {
  const page = await openPage(MATTERS, { 'identity.home': () => ({ ok: true, data: homeWith() }), 'dispute.listMine': () => withHazards([]) });
  expect(page.text()).toContain('还没有说过的事');
  await page.press('说一件事');
  expect(page.asked).toContainEqual({ name: 'navigateTo', options: { url: '/features/dispute/report/report' } });
});

test('who has hazards and no disputes sees those, and is not told that there is nothing', async () => {
  const page = await openPage(MATTERS, { 'identity.home': () => ({ ok: true, data: homeWith({ as: 'partner' }) }), 'dispute.listMine': () => withHazards([hazard]) });
  expect(page.text()).toContain(`隐患 ${hazard.number}`);
  expect(page.text()).not.toContain('还没有说过的事');
});

test('disputes, and hazards below them, come with one call', async () => {
  const page = await openPage(MATTERS, { 'identity.home': () => ({ ok: true, data: homeWith() }), 'dispute.listMine': () => withHazards([hazard], deposit) });
  expect(page.text()).toMatch(/桂花27.*隐患/s);
  expect(page.sent.map(({ action }) => action)).toEqual(['identity.home', 'dispute.listMine']);
});

const officerDesk: Answers = {
  'identity.home': () => ({ ok: true, data: homeWith({ as: 'officer' }) }),
  'dispute.desk': ({ input }) => (input.desk === 'overdue' ? pageOf(lateNoise) : pageOf()),
};

test('an officer starts at what nobody has graded yet, and may look at the rest', async () => {
  const page = await openPage(MATTERS, officerDesk);
  expect(page.text()).toContain('没有待分流的事');
  await page.press('超时');
  expect(page.sent.at(-1)?.input).toEqual({ desk: 'overdue', as: 'officer' });
  expect(page.text()).toContain('桂花33');
});

test('a list goes on where the page before ended', async () => {
  const page = await openPage(MATTERS, {
    'identity.home': () => ({ ok: true, data: homeWith() }),
    'dispute.listMine': ({ input }) =>
      input.after === undefined ? { ok: true, data: { disputes: [deposit], now, next: 'cut' } } : pageOf({ ...lateNoise, moves: [] }),
  });
  await page.run('onReachBottom');
  expect(page.text()).toContain('桂花27');
  expect(page.text()).toContain('桂花33');
  await page.run('onReachBottom');
  expect(page.sent.filter(({ action }) => action === 'dispute.listMine').map(({ input }) => input)).toEqual([{}, { after: 'cut' }]);
});
