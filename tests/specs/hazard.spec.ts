/** Hazards: every move of the table, who makes it, and what stands in the way. */
import { findTampering } from '../../cloudfunctions/_kit/audit';
import { DAY } from '../../miniprogram/domain/time/format';
import { BUILDING, startCommunity, type Community } from '../support/community';
import { aDispute } from '../support/disputes';
import { codeOf, eventsOf, movesOf, refusalOf, sentBy } from '../support/dispute-spec';
import { aHazard, charger, hazardDocument, inDays, order, recheck, rectify, shop, stairs } from '../support/hazards';

let community: Community;
let as: Community['as'];

beforeAll(async () => {
  community = await startCommunity();
  as = community.as;
}, 60_000);
afterAll(() => community.stop());

describe('found', () => {
  test('a resident reports it, and it has a bird for a number and a day to be looked at', async () => {
    const told = await as('resident').get('hazard.report', charger);
    expect(told).toMatchObject({ state: 'found', excerpt: '充电器没人看着还插着', place: '桐花苑 3号楼 底商2号' });
    expect(told.number).toMatch(/^[一-鿿]{2}\d{1,3}$/);
    expect(told.next).toMatchObject({ what: '去看一看，定怎么整改', dueAt: told.openedAt + DAY });
  });

  test('what endangers life now is to be looked at within an hour', async () => {
    const { openedAt, next, hasDanger } = await as('resident').get('hazard.report', { ...charger, isDangerNow: true });
    expect([hasDanger, next!.dueAt! - openedAt]).toEqual([true, 3_600_000]);
  });

  test('without anything seen, or with an item of another list, it is none', async () => {
    expect(await refusalOf(as('resident').ask('hazard.report', { ...charger, items: [] }))).toMatchObject({ code: 'INVALID_INPUT', message: '请点一下是哪几项。' });
    expect(await refusalOf(as('resident').ask('hazard.report', { ...charger, items: ['piledUp'] }))).toMatchObject({ code: 'INVALID_INPUT' });
  });

  test('another person’s photo is not attached', async () => {
    const photos = [await sentBy(as('neighbour'))];
    expect(await refusalOf(as('resident').ask('hazard.report', { ...charger, photos }))).toMatchObject({ code: 'INVALID_INPUT' });
  });

  test('an officer who looked and found none says why, and it ends', async () => {
    const id = await aHazard(community);
    expect(await as('officer').get('hazard.dismiss', { id, reason: '那是楼道灯的开关。' })).toMatchObject({ state: 'dismissed', moves: [] });
    const { lines } = await as('resident').get('hazard.open', { id });
    expect(lines[0]).toMatchObject({ who: '沈警官', words: '那是楼道灯的开关。' });
  });
});

describe('advised or ordered', () => {
  test('whoever finds it may advise on the spot; each item gets the days of its checklist', async () => {
    const told = await as('volunteer').get('hazard.report', { ...stairs, responsible: shop, advice: '请搬走。' });
    const { facts } = await hazardDocument(community, told.id);
    expect([told.state, facts.items.map(({ byDay }) => byDay)]).toEqual(['advised', [await inDays(community, 3), await inDays(community, 7)]]);
  });

  test('an advice is to somebody', async () => {
    expect(await refusalOf(as('resident').ask('hazard.report', { ...charger, advice: '请拔下来。' }))).toMatchObject({ code: 'INVALID_MOVE', message: '请写清楚提醒了谁。' });
  });

  test('an auxiliary may not order', async () => {
    const id = await aHazard(community);
    const items = [{ key: 'leftPlugged', byDay: await inDays(community, 1) }];
    for (const name of ['auxiliary', 'gridWorker', 'resident'] as const) {
      expect(codeOf(await as(name).ask('hazard.order', { id, responsible: shop, items }))).toBe('FORBIDDEN');
    }
  });

  test('an order has a day for every item, and the days are to come', async () => {
    const id = await aHazard(community, 'found', stairs);
    const ask = async (items: { key: string; byDay: string }[]) => refusalOf(as('officer').ask('hazard.order', { id, responsible: shop, items }));
    const soon = await inDays(community, 2);
    expect(await ask([{ key: 'piledUp', byDay: soon }])).toMatchObject({ message: '每一项都要有一个日子。' });
    expect(await ask([{ key: 'piledUp', byDay: soon }, { key: 'noLight', byDay: await inDays(community, -1) }])).toMatchObject({ message: '日子已经过了，请选今天或以后。' });
    expect(await ask([{ key: 'piledUp', byDay: soon }, { key: 'noLight', byDay: await inDays(community, 120) }])).toMatchObject({ message: '最长给90天。' });
    expect(await ask([{ key: 'piledUp', byDay: soon }, { key: 'noLight', byDay: soon }, { key: 'oldHose', byDay: soon }])).toMatchObject({ message: '有一项不在这处隐患里。' });
    expect((await hazardDocument(community, id)).version).toBe(1);
  });

  test('an advice that is not followed becomes an order', async () => {
    const id = await aHazard(community, 'advised');
    expect(await order(community, id, 1)).toMatchObject({ state: 'ordered' });
  });
});

describe('put right', () => {
  test('item by item: it waits for a recheck once nothing is left', async () => {
    const id = await aHazard(community, 'ordered', stairs);
    expect(await rectify(community, id, ['piledUp'])).toMatchObject({ state: 'rectifying' });
    expect(await rectify(community, id, ['noLight'])).toMatchObject({ state: 'recheck', next: { what: '换一个人去复查' } });
    expect(await movesOf(community, id)).toEqual(['find', 'order', 'rectify', 'rectify', 'present']);
  });

  test('without a photo nothing was done', async () => {
    const id = await aHazard(community, 'ordered');
    expect(await refusalOf(as('gridWorker').ask('hazard.rectify', { id, items: ['leftPlugged'], words: '拔了。', photos: [] }))).toMatchObject({ code: 'INVALID_INPUT', message: '请拍一张照片。' });
  });

  test('an item that is put right already is not put right again', async () => {
    const id = await aHazard(community, 'ordered', stairs);
    await rectify(community, id, ['piledUp']);
    expect(await refusalOf(as('gridWorker').ask('hazard.rectify', { id, items: ['piledUp'], words: '又搬。', photos: [await sentBy(as('gridWorker'))] }))).toMatchObject({ code: 'INVALID_INPUT' });
  });

  test('nobody puts right what nobody was told of', async () => {
    const id = await aHazard(community);
    expect(codeOf(await as('officer').ask('hazard.rectify', { id, items: ['leftPlugged'], words: '拔了。', photos: [await sentBy(as('officer'))] }))).toBe('INVALID_MOVE');
  });
});

describe('rechecked by somebody else', () => {
  test('neither who ordered it, nor who found it, nor who was there', async () => {
    const { id } = await as('gridWorker').get('hazard.report', { ...charger, companionId: community.idOf('auxiliary') });
    await order(community, id, 2);
    await rectify(community, id, ['leftPlugged']);
    for (const name of ['gridWorker', 'auxiliary', 'officer', 'leader'] as const) {
      expect(codeOf(await as(name).ask('hazard.recheck', { id, results: [{ key: 'leftPlugged', isPassed: true }], photos: [await sentBy(as(name))] }))).toBe('FORBIDDEN');
    }
    expect(await recheck(community, id, { leftPlugged: true })).toMatchObject({ state: 'closed', moves: ['link'] });
  });

  test('nor who wrote down that it was put right; whom one may ask is said to the staff alone', async () => {
    const id = await aHazard(community, 'ordered', stairs);
    await rectify(community, id, ['piledUp'], 'auxiliary');
    await rectify(community, id, ['noLight'], 'gridWorker');
    for (const name of ['auxiliary', 'gridWorker'] as const) {
      const { moves, recheckers } = await as(name).get('hazard.open', { id });
      expect([moves.includes('recheck'), recheckers]).toEqual([false, ['陆则行']]);
      const results = [{ key: 'piledUp', isPassed: true }, { key: 'noLight', isPassed: true }];
      expect(codeOf(await as(name).ask('hazard.recheck', { id, results, photos: [await sentBy(as(name))] }))).toBe('FORBIDDEN');
    }
    expect((await as('resident').get('hazard.open', { id })).recheckers).toBeUndefined();
    await recheck(community, id, { piledUp: true, noLight: false });
    await rectify(community, id, ['noLight'], 'officer');
    expect(codeOf(await as('gridWorker').ask('hazard.recheck', { id, results: [{ key: 'noLight', isPassed: true }], photos: [await sentBy(as('gridWorker'))] }))).toBe('FORBIDDEN'); // nor the next time
  });

  test('a companion is somebody who patrols there, and not oneself', async () => {
    for (const who of ['resident', 'otherGridWorker', 'officer'] as const) {
      expect(codeOf(await as('officer').ask('hazard.report', { ...charger, companionId: community.idOf(who) }))).toBe('INVALID_INPUT');
    }
    expect(codeOf(await as('resident').ask('hazard.report', { ...charger, companionId: community.idOf('officer') }))).toBe('FORBIDDEN');
    const { people } = await as('gridWorker').get('hazard.colleagues', { buildingId: BUILDING });
    expect(people.map(({ name }) => name).sort()).toEqual(['沈砚秋', '程小北', '陆则行'].sort());
  });

  test('every item is judged, and there is a photo', async () => {
    const id = await aHazard(community, 'recheck', stairs);
    const photos = [await sentBy(as('officer2'))];
    expect(await refusalOf(as('officer2').ask('hazard.recheck', { id, results: [{ key: 'piledUp', isPassed: true }], photos }))).toMatchObject({ message: '还有一项没判，逐项点一下。' });
    expect(await refusalOf(as('officer2').ask('hazard.recheck', { id, results: [{ key: 'piledUp', isPassed: true }, { key: 'noLight', isPassed: false }], photos }))).toMatchObject({ message: '每一项都要有一个日子。' });
    expect(await refusalOf(as('officer2').ask('hazard.recheck', { id, results: [{ key: 'piledUp', isPassed: true }, { key: 'noLight', isPassed: true }], photos: [] }))).toMatchObject({ message: '请拍一张照片。' });
  });

  test('what failed goes back with a new day, what passed stays passed', async () => {
    const id = await aHazard(community, 'recheck', stairs);
    const sent = await recheck(community, id, { piledUp: true, noLight: false });
    expect(sent).toMatchObject({ state: 'rectifying', next: { what: '把剩下的整改好' } });
    const { items } = await as('officer').get('hazard.open', { id });
    expect(items).toMatchObject([{ key: 'piledUp', state: 'passed' }, { key: 'noLight', state: 'open', failures: 1, byDay: await inDays(community, 2) }]);
    await rectify(community, id, ['noLight']);
    expect(await recheck(community, id, { noLight: true })).toMatchObject({ state: 'closed' });
    const document = await hazardDocument(community, id);
    expect(findTampering(document, await eventsOf(community, id))).toEqual([]);
  });

  test('of two rechecks at once one counts, and the other is told', async () => {
    const id = await aHazard(community, 'recheck');
    const photos = { officer2: [await sentBy(as('officer2'))], auxiliary: [await sentBy(as('auxiliary'))] };
    const byDay = await inDays(community, 1);
    const replies = await Promise.all([
      as('officer2').ask('hazard.recheck', { id, results: [{ key: 'leftPlugged', isPassed: true }], photos: photos.officer2 }),
      as('auxiliary').ask('hazard.recheck', { id, results: [{ key: 'leftPlugged', isPassed: false, byDay }], photos: photos.auxiliary }),
    ]);
    const lost = replies.flatMap((reply) => (reply.ok ? [] : [reply.error.code]));
    expect(lost).toHaveLength(1);
    expect(['INVALID_MOVE', 'CONFLICT']).toContain(lost[0]);
    expect((await movesOf(community, id)).filter((move) => move === 'recheck')).toHaveLength(1);
  });

  test('the same recheck sent twice is one', async () => {
    const id = await aHazard(community, 'recheck');
    const input = { id, results: [{ key: 'leftPlugged', isPassed: true }], photos: [await sentBy(as('officer2'))] };
    const attemptId = 'the-same-intention';
    const first = await as('officer2').get('hazard.recheck', input, { attemptId });
    expect(await as('officer2').get('hazard.recheck', input, { attemptId })).toEqual(first);
  });
});

describe('escalated', () => {
  const up = (id: string) => as('officer').ask('hazard.escalate', { id, department: '消防救援', reason: '一直不改。' });

  test('not while the day is to come, and not after one failure', async () => {
    const id = await aHazard(community, 'ordered');
    expect((await as('officer').get('hazard.open', { id })).moves).not.toContain('escalate');
    expect(await refusalOf(up(id))).toMatchObject({ code: 'INVALID_MOVE', message: '复查两次没过，或者责令的日子过了，才能转出去。' });
    await rectify(community, id, ['leftPlugged']);
    await recheck(community, id, { leftPlugged: false });
    expect(codeOf(await up(id))).toBe('INVALID_MOVE');
  });

  test('after a second failure, by an officer, to a named department', async () => {
    const id = await aHazard(community, 'recheck');
    await recheck(community, id, { leftPlugged: false });
    await rectify(community, id, ['leftPlugged']);
    await recheck(community, id, { leftPlugged: false });
    expect((await as('officer').get('hazard.open', { id })).moves).toContain('escalate');
    expect(codeOf(await as('auxiliary').ask('hazard.escalate', { id, department: '消防救援', reason: '一直不改。' }))).toBe('FORBIDDEN');
    expect(await up(id)).toMatchObject({ ok: true, data: { state: 'escalated' } });
    expect(await as('resident').get('hazard.open', { id })).toMatchObject({ department: '消防救援' });
  });
});

describe('with a dispute', () => {
  test('the staff of both read each other’s number, and nobody else does', async () => {
    const dispute = await aDispute(community);
    const { number: disputeNumber } = await as('officer').get('dispute.open', { id: dispute });
    const id = await aHazard(community);
    const { number } = await as('officer').get('hazard.link', { id, disputeNumber });
    expect((await as('officer2').get('hazard.open', { id })).dispute).toEqual({ number: disputeNumber, id: dispute });
    expect((await as('officer2').get('dispute.open', { id: dispute })).hazards).toEqual([{ number, id }]);
    expect((await as('resident').get('dispute.open', { id: dispute })).hazards).toBeUndefined();
    const forFinder = await as('resident').get('hazard.open', { id });
    expect([forFinder.dispute, forFinder.lines.map(({ move }) => move)]).toEqual([undefined, ['find']]);
  });

  test('a number that there is not is said to be none, and nothing is linked', async () => {
    const id = await aHazard(community);
    expect(await refusalOf(as('officer').ask('hazard.link', { id, disputeNumber: '桂花0' }))).toMatchObject({ code: 'INVALID_INPUT', message: '没有这个编号的纠纷，再核对一下。' });
    expect(await movesOf(community, id)).toEqual(['find']);
  });
});
