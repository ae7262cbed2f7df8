/** Seed scenarios with a hazard, told in virtual time. */
import { startCommunity, type Community } from '../support/community';
import { sentBy } from '../support/dispute-spec';
import { charger, hazardStory, recheck, rectify, shop, stairs, order } from '../support/hazards';

let community: Community;

beforeAll(async () => {
  community = await startCommunity('2026-03-03 17:20');
}, 60_000);
afterAll(() => community.stop());

test('scenario 18: a charger left plugged in at a shop: advice, recheck', async () => {
  const { as, cloud, idOf } = community;
  // Tuesday evening, on patrol: a volunteer and an auxiliary see it, and say so on the spot.
  const { id, state, next } = await as('volunteer').get('hazard.report', {
    ...charger,
    photos: [await sentBy(as('volunteer'))],
    responsible: shop,
    advice: '人走的时候拔下来，店主说记住了。',
    companionId: idOf('auxiliary'),
  });
  expect([state, next?.dueAt]).toEqual(['advised', Date.parse('2026-03-05T00:00:00+08:00')]); // the whole of Wednesday

  await cloud.at('2026-03-04 19:00');
  expect(await rectify(community, id, ['leftPlugged'])).toMatchObject({ state: 'recheck' });

  // The auxiliary was there, so it is the officer who looks again, within three workdays.
  const { moves: ofAuxiliary } = await as('auxiliary').get('hazard.open', { id });
  const { moves: ofOfficer, next: promised, before } = await as('officer').get('hazard.open', { id });
  expect([ofAuxiliary.includes('recheck'), ofOfficer.includes('recheck'), before.length]).toEqual([false, true, 1]);
  expect(promised?.dueAt).toBe(Date.parse('2026-03-09T18:00:00+08:00'));

  await cloud.at('2026-03-06 18:30');
  expect(await recheck(community, id, { leftPlugged: true }, 'officer')).toMatchObject({ state: 'closed' });
  expect(await hazardStory(community, 'volunteer', id)).toEqual(['每一项都过了', '沈警官去复查了', '都整改了，等复查', '夏网格员记下整改了什么', '您当面提醒对方整改：人走的时候拔下来，店主说记住了。', '您报了这处隐患']);
});

test('scenario 2, the hazard in it: a recheck fails, then passes', async () => {
  const { as, cloud } = community;
  const { id } = await as('gridWorker').get('hazard.report', stairs);
  await order(community, id, 3);
  await rectify(community, id, ['piledUp', 'noLight']);
  expect(await recheck(community, id, { piledUp: false, noLight: true })).toMatchObject({ state: 'rectifying' });
  await cloud.later(24 * 3_600_000);
  await rectify(community, id, ['piledUp']);
  expect(await recheck(community, id, { piledUp: true })).toMatchObject({ state: 'closed' });
});
