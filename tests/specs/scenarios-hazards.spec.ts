/** Seed scenarios with a hazard, told in virtual time. */
import { HOUR } from '../../miniprogram/domain/time/format';
import { BUILDING, startCommunity, type Community } from '../support/community';
import { codeOf, sentBy } from '../support/dispute-spec';
import { aDispute } from '../support/disputes';
import { charger, hazardDocument, hazardStory, recheck, rectify, shop, toldOf } from '../support/hazards';

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

  // The auxiliary shows the owner how to answer himself: a code on the counter, a word said across it.
  const { code } = await as('auxiliary').get('hazard.makeInvitation', { id, word: '红枣板凳' });
  await cloud.at('2026-03-04 19:00');
  await as('neighbour').get('hazard.bindInvitation', { code, word: '红枣板凳' });
  const { items, before: ofFinder } = await as('neighbour').get('hazard.open', { id });
  expect([items, ofFinder]).toMatchObject([[{ what: '充电器没人看着还插着', byDay: '2026-03-04' }], []]);
  expect(await rectify(community, id, ['leftPlugged'], 'neighbour')).toMatchObject({ state: 'recheck' });

  // The auxiliary was there, so it is the officer who looks again, within three workdays.
  const { moves: ofAuxiliary } = await as('auxiliary').get('hazard.open', { id });
  const { moves: ofOfficer, next: promised, before } = await as('officer').get('hazard.open', { id });
  expect([ofAuxiliary.includes('recheck'), ofOfficer.includes('recheck'), before.length]).toEqual([false, true, 1]);
  expect(promised?.dueAt).toBe(Date.parse('2026-03-09T18:00:00+08:00'));

  await cloud.at('2026-03-06 18:30');
  expect(await recheck(community, id, { leftPlugged: true }, 'officer')).toMatchObject({ state: 'closed' });
  expect(await hazardStory(community, 'volunteer', id)).toEqual(['每一项都过了', '沈警官去复查了', '都整改了，等复查', '责任人记下整改了什么', '您当面提醒对方整改：人走的时候拔下来，店主说记住了。', '您报了这处隐患']);
});

test('scenario 2, its hazard: e-bikes in the stairwell; the recheck fails, then passes', async () => {
  const { as, cloud } = community;
  // Tuesday: a resident quarrels with whoever parks there, and the grid worker finds what is dangerous about it.
  await cloud.at('2026-03-10 19:00');
  const dispute = await aDispute(community, 'triaged', { category: 'parking', story: '电动车乱停，楼道都过不去。' });
  const { number: disputeNumber } = await as('officer').get('dispute.open', { id: dispute });
  const { id } = await as('gridWorker').get('hazard.report', {
    checklist: 'corridor', items: ['piledUp', 'doorBlocked'], buildingId: BUILDING, door: '1单元门厅', isDangerNow: false, photos: [await sentBy(as('gridWorker'))],
  });

  // Wednesday's meeting with the property: it orders, and quarrel and hazard know of each other.
  await cloud.at('2026-03-11 15:00');
  await as('officer').get('hazard.link', { id, disputeNumber });
  const items = [{ key: 'piledUp', byDay: '2026-03-13' }, { key: 'doorBlocked', byDay: '2026-03-12' }];
  const ordered = await as('officer').get('hazard.order', { id, responsible: { name: '桐花苑物业' }, items, words: '车清到车棚，门不许锁。' });
  expect(ordered.next).toMatchObject({ what: '整改', dueAt: Date.parse('2026-03-13T00:00:00+08:00') }); // the whole of Thursday for the door

  await cloud.at('2026-03-12 10:00');
  await rectify(community, id, ['doorBlocked']);
  await cloud.at('2026-03-13 16:00');
  expect(await rectify(community, id, ['piledUp'])).toMatchObject({ state: 'recheck', next: { dueAt: Date.parse('2026-03-18T18:00:00+08:00') } });

  // Monday: the door opens, and the bikes are back.
  await cloud.at('2026-03-16 20:00');
  const sentBack = await recheck(community, id, { piledUp: false, doorBlocked: true });
  expect(sentBack).toMatchObject({ state: 'rectifying', next: { what: '把剩下的整改好', dueAt: Date.parse('2026-03-19T00:00:00+08:00') } });
  expect((await toldOf(community, 'officer', id)).at(-1)).toBe('复查没全过，还要整改。');
  expect(codeOf(await as('officer').ask('hazard.escalate', { id, department: '消防救援', reason: '又停回来了。' }))).toBe('INVALID_MOVE'); // once is not twice

  await cloud.at('2026-03-18 09:00');
  await rectify(community, id, ['piledUp']);
  await cloud.at('2026-03-19 20:00');
  expect(await recheck(community, id, { piledUp: true })).toMatchObject({ state: 'closed' });
  expect((await as('officer').get('dispute.open', { id: dispute })).hazards).toMatchObject([{ id }]);
  expect((await hazardStory(community, 'gridWorker', id)).slice(0, 6)).toEqual(['每一项都过了', '陆警官去复查了', '都整改了，等复查', '您记下整改了什么：已经弄好了。', '有没过的，接着整改', '陆警官去复查了']);
});

test('scenario 3, its hazard: a basement let to eighteen, empty the same night', async () => {
  const { as, cloud, idOf } = community;
  // A Saturday night: told as a danger, so somebody looks within the hour.
  await cloud.at('2026-03-21 20:10');
  const told = await as('resident').get('hazard.report', {
    checklist: 'basement', items: ['livedIn', 'oneExit'], story: '地下室隔成小间，住了十几个人。', buildingId: BUILDING, door: '地下一层', isDangerNow: true, photos: [await sentBy(as('resident'))],
  });
  expect(told.next!.dueAt! - told.openedAt).toBe(HOUR);
  const { id } = told;
  expect((await toldOf(community, 'officer', id))[0]).toMatch(/说现在就有危险，请马上看。$/);

  await cloud.at('2026-03-21 20:40');
  const items = [{ key: 'livedIn', byDay: '2026-03-21' }, { key: 'oneExit', byDay: '2026-03-28' }];
  const ordered = await as('officer').get('hazard.order', { id, responsible: { name: '地下室房东' }, items, words: '18名租户今晚搬到安置点。', photos: [await sentBy(as('officer'))] });
  expect(ordered.next?.dueAt).toBe(Date.parse('2026-03-22T00:00:00+08:00')); // tonight

  // Before midnight all eighteen have left; the second exit takes until Thursday.
  await cloud.at('2026-03-21 23:40');
  expect(await rectify(community, id, ['livedIn'], 'auxiliary')).toMatchObject({ state: 'rectifying', next: { dueAt: Date.parse('2026-03-29T00:00:00+08:00') } });
  await cloud.at('2026-03-22 00:30');
  await cloud.runTimers('hazard');
  expect((await as('officer').get('hazard.open', { id })).brokenPromise).toBeUndefined(); // tonight was kept
  await cloud.at('2026-03-26 17:00');
  await rectify(community, id, ['oneExit'], 'gridWorker');

  // Whoever ordered, and whoever recorded, is out: the other officer looks.
  await cloud.at('2026-03-27 10:00');
  expect((await as('leader').get('hazard.open', { id })).recheckers).toEqual(['陆则行']);
  expect(await recheck(community, id, { livedIn: true, oneExit: true })).toMatchObject({ state: 'closed' });
  expect(await toldOf(community, 'resident', id)).toEqual(['已经要求对方限期整改。', '对方说整改好了，会换一个人去复查。', '复查过了。']);
  expect((await hazardDocument(community, id)).people).toEqual([idOf('resident')]);
});
