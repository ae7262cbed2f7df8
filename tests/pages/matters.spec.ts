import type { DisputePage } from '../../typings/contract/dispute';
import type { HazardPage } from '../../typings/contract/hazard';
import { hazard } from '../support/hazard-answers';
import { deposit, homeWith, lateNoise, now } from '../support/home-answers';
import { openPage, type Answers } from '../support/page';

const MATTERS = 'pages/matters/matters';
const hazardsOf = (...hazards: HazardPage['hazards']) => ({ ok: true as const, data: { hazards, now } });
const pageOf = (...disputes: DisputePage['disputes']) => ({ ok: true as const, data: { disputes, now } });

test('a resident sees his own matters, and no chips', async () => {
  const page = await openPage(MATTERS, { 'identity.home': () => ({ ok: true, data: homeWith() }), 'dispute.listMine': () => pageOf(deposit), 'hazard.listMine': () => hazardsOf() });
  expect(page.text()).toContain('钱款 · 桐花苑 3号楼');
  expect(page.text()).not.toContain('待分流');
});

test('who has nothing is told what the post can do, and where to begin', async () => {
  const page = await openPage(MATTERS, { 'identity.home': () => ({ ok: true, data: homeWith() }), 'dispute.listMine': () => pageOf(), 'hazard.listMine': () => hazardsOf() });
  expect(page.text()).toContain('还没有说过的事');
  await page.press('说一件事');
  expect(page.asked).toContainEqual({ name: 'navigateTo', options: { url: '/features/dispute/report/report' } });
});

test('who has hazards and no disputes sees those, and is not told that there is nothing', async () => {
  const page = await openPage(MATTERS, { 'identity.home': () => ({ ok: true, data: homeWith({ as: 'partner' }) }), 'dispute.listMine': () => pageOf(), 'hazard.listMine': () => hazardsOf(hazard) });
  expect(page.text()).toContain(`隐患 ${hazard.number}`);
  expect(page.text()).not.toContain('还没有说过的事');
});

test('disputes show also when the hazards do not come', async () => {
  jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  const page = await openPage(MATTERS, { 'identity.home': () => ({ ok: true, data: homeWith() }), 'dispute.listMine': () => pageOf(deposit) });
  expect(page.text()).toContain('桂花27');
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
    'hazard.listMine': () => hazardsOf(),
    'dispute.listMine': ({ input }) =>
      input.after === undefined ? { ok: true, data: { disputes: [deposit], now, next: 'cut' } } : pageOf({ ...lateNoise, moves: [] }),
  });
  await page.run('onReachBottom');
  expect(page.text()).toContain('桂花27');
  expect(page.text()).toContain('桂花33');
  await page.run('onReachBottom');
  expect(page.sent.filter(({ action }) => action === 'dispute.listMine').map(({ input }) => input)).toEqual([{}, { after: 'cut' }]);
});
