/** What somebody with bad intentions tries with hazards: offices that have ended, other people's photos, old proof, races. */
import { findTampering } from '../../cloudfunctions/_kit/audit';
import { collections, type HazardDocument } from '../../cloudfunctions/_kit/collections';
import { personIdOf } from '../../cloudfunctions/_kit/vault';
import { hazardLimits, reportedADay } from '../../miniprogram/domain/hazard/policy';
import { DAY, HOUR, MINUTE } from '../../miniprogram/domain/time/format';
import { FaultProxy } from '../faults/support/fault-proxy';
import { COMMUNITY, OTHER_BUILDING, startCommunity, type Community, type Name } from '../support/community';
import { codeOf, endOffice, eventsOf, movesOf, neighbouringCommunity, newcomer, refusalOf, sentBy } from '../support/dispute-spec';
import { aDispute, noise } from '../support/disputes';
import { aHazard, bindResponsible, charger, hazardDocument, inDays, order, recheck, rectify, shop, stairs } from '../support/hazards';
import type { Person } from '../support/local-cloud';

let proxy: FaultProxy;
let community: Community;
let as: Community['as'];
let there: Awaited<ReturnType<typeof neighbouringCommunity>>;

beforeAll(async () => {
  proxy = await FaultProxy.start();
  community = await startCommunity('2026-03-03 12:00', { functionsOrigin: proxy.origin, onStart: (url) => proxy.leadTo(url) });
  as = community.as;
  there = await neighbouringCommunity(community);
}, 90_000);
afterAll(async () => {
  await community.stop();
  await proxy.stop();
});

const idOf = ({ openid }: Person) => personIdOf(openid);
const results = [{ key: 'leftPlugged', isPassed: true }];
const photosOf = async (...names: Name[]) => Promise.all(names.map((name) => sentBy(as(name))));
const whole = async (id: string) => expect(findTampering(await hazardDocument(community, id), await eventsOf(community, id))).toEqual([]);

describe('an office', () => {
  test('that is taken back while a call is under way orders nothing any more', async () => {
    const officer = await newcomer(community, 'leaving-officer', '陆小行', { role: 'officer', scopeId: COMMUNITY });
    const id = await aHazard(community);
    const items = [{ key: 'leftPlugged', byDay: await inDays(community, 2) }];
    proxy.before(2, () => endOffice(community, idOf(officer)));
    const reply = await officer.ask('hazard.order', { id, responsible: shop, items });
    proxy.disarm();
    expect(codeOf(reply)).toBe('NOT_FOUND');
    expect(await movesOf(community, id)).toEqual(['find']);
  });

  test('that has ended gives no earlier answer again, and what one saw with somebody is gone with it', async () => {
    const until = (await community.cloud.now()) + HOUR;
    const auxiliary = await newcomer(community, 'ending-auxiliary', '程大北', { role: 'auxiliary', scopeId: COMMUNITY, until });
    const [attemptId, photos] = [crypto.randomUUID(), [await sentBy(auxiliary)]];
    const { id } = await as('gridWorker').get('hazard.report', { ...charger, companionId: idOf(auxiliary) });
    await order(community, id, 2);
    const input = { id, items: ['leftPlugged'], words: '拔了。', photos };
    expect(codeOf(await auxiliary.ask('hazard.rectify', input, { attemptId }))).toBe('OK');
    await community.cloud.later(2 * HOUR);
    expect(codeOf(await auxiliary.ask('hazard.rectify', input, { attemptId }))).toBe('NOT_FOUND');
    expect(codeOf(await auxiliary.ask('hazard.open', { id }))).toBe('NOT_FOUND');
    expect((await auxiliary.get('hazard.listMine', {})).hazards).toEqual([]);
  });

  test('in another community reads no desk, no colleague, no hazard of this one, not even by its number', async () => {
    const officer = await newcomer(community, 'officer-elsewhere', '方远', { role: 'officer', scopeId: there.community });
    const id = await aHazard(community, 'recheck');
    const photos = [await sentBy(officer)];
    for (const reply of [
      await officer.ask('hazard.open', { id }),
      await officer.ask('hazard.dismiss', { id, reason: '没有。' }),
      await officer.ask('hazard.recheck', { id, results, photos }),
      await officer.ask('hazard.escalate', { id, department: '城管', reason: '不改。' }),
    ]) expect(codeOf(reply)).toBe('NOT_FOUND');
    for (const desk of ['fresh', 'active', 'recheck', 'overdue', 'done'] as const) expect((await officer.get('hazard.desk', { desk })).hazards).toEqual([]);
    expect((await officer.get('hazard.colleagues', { buildingId: OTHER_BUILDING })).people).toEqual([]);
    expect(codeOf(await officer.ask('hazard.desk', { desk: 'fresh', as: 'leader' }))).toBe('FORBIDDEN');
  });
});

describe('whoever has to put it right', () => {
  test('is no longer who was bound to it when the name is another', async () => {
    const id = await aHazard(community, 'advised');
    await bindResponsible(community, id);
    const items = [{ key: 'leftPlugged', byDay: await inDays(community, 2) }];
    await as('officer').get('hazard.order', { id, responsible: { name: '面馆店主' }, items });
    expect((await hazardDocument(community, id)).facts.responsible).toEqual({ name: '面馆店主' });
    expect(codeOf(await as('neighbour').ask('hazard.open', { id }))).toBe('NOT_FOUND');
    expect((await as('neighbour').get('hazard.listMine', {})).hazards.map((hazard) => hazard.id)).not.toContain(id);
  });

  test('sees no photo of the finder, not even one that was sent with the advice', async () => {
    const id = await aHazard(community);
    await as('resident').get('hazard.advise', { id, responsible: shop, words: '我跟他说了，我住302。', photos: await photosOf('resident') });
    await bindResponsible(community, id);
    const seen = await as('neighbour').get('hazard.open', { id });
    expect([seen.before, JSON.stringify(seen).includes('302')]).toEqual([[], false]);
    expect((await as('officer').get('hazard.open', { id })).before).toHaveLength(1);
  });

  test('cannot, though an officer of the place, dismiss, link, recheck or hand it on', async () => {
    const officer = await newcomer(community, 'shop-officer', '沈小秋', { role: 'officer', scopeId: COMMUNITY });
    const id = await aHazard(community, 'recheck');
    const { people } = await hazardDocument(community, id);
    await community.cloud.database.collection(collections.hazards.name).doc(id).update({ 'facts.responsible.id': idOf(officer), people: [...people, idOf(officer)] });
    const photos = [await sentBy(officer)];
    for (const reply of [
      await officer.ask('hazard.dismiss', { id, reason: '没有。' }),
      await officer.ask('hazard.recheck', { id, results, photos }),
      await officer.ask('hazard.escalate', { id, department: '城管', reason: '不改。' }),
      await officer.ask('hazard.link', { id, disputeNumber: '桂花1' }),
    ]) expect(codeOf(reply)).toMatch(/FORBIDDEN|INVALID_MOVE/);
    const seen = await officer.get('hazard.open', { id });
    expect([seen.finder, seen.recheckers, seen.story, seen.relations]).toEqual([undefined, undefined, '', ['responsible']]);
    const { hazards } = await officer.get('hazard.desk', { desk: 'recheck' });
    expect(hazards.find((hazard) => hazard.id === id)?.moves).toEqual([]);
  });
});

describe('proof', () => {
  test('is not a photo that the hazard had before', async () => {
    const photos = await photosOf('gridWorker');
    const { id } = await as('gridWorker').get('hazard.report', { ...stairs, photos });
    await order(community, id, 3);
    const done = { id, items: ['piledUp', 'noLight'], words: '弄好了。' };
    expect(await refusalOf(as('gridWorker').ask('hazard.rectify', { ...done, photos }))).toMatchObject({ code: 'INVALID_INPUT', message: '这张以前用过了，请重新拍一张。' });
    await rectify(community, id, ['piledUp', 'noLight'], 'auxiliary');
    const [fresh] = await photosOf('officer2');
    const byDay = await inDays(community, 2);
    const judge = (isPassed: boolean, photo: string) =>
      as('officer2').ask('hazard.recheck', { id, results: ['piledUp', 'noLight'].map((key) => ({ key, isPassed, ...(!isPassed && { byDay }) })), photos: [photo] });
    expect(codeOf(await judge(false, fresh!))).toBe('OK');
    await rectify(community, id, ['piledUp', 'noLight'], 'auxiliary');
    expect(codeOf(await judge(true, fresh!))).toBe('INVALID_INPUT');
    expect((await hazardDocument(community, id)).state).toBe('recheck');
  });

  test('is the own photo, of this hazard, and a photo', async () => {
    const id = await aHazard(community, 'ordered');
    const elsewhere = await photosOf('gridWorker');
    await as('gridWorker').get('hazard.report', { ...charger, photos: elsewhere });
    const signature = await sentBy(as('gridWorker'), 'signature');
    for (const photos of [await photosOf('resident'), elsewhere, [signature], ['never-was']]) {
      expect(codeOf(await as('gridWorker').ask('hazard.rectify', { id, items: ['leftPlugged'], words: '拔了。', photos }))).toBe('INVALID_INPUT');
    }
    expect(await movesOf(community, id)).toEqual(['find', 'order']);
  });

  test('shown twice is one photo', async () => {
    const id = await aHazard(community, 'ordered');
    const [photo] = await photosOf('gridWorker');
    expect(codeOf(await as('gridWorker').ask('hazard.rectify', { id, items: ['leftPlugged'], words: '拔了。', photos: [photo!, photo!] }))).toBe('INVALID_INPUT');
  });
});

describe('an input', () => {
  test('that says two things of one item is none', async () => {
    const id = await aHazard(community, 'recheck');
    const twice = [...results, { key: 'leftPlugged', isPassed: false, byDay: await inDays(community, 2) }];
    expect(codeOf(await as('officer2').ask('hazard.recheck', { id, results: twice, photos: await photosOf('officer2') }))).toBe('INVALID_INPUT');
    const other = await aHazard(community);
    const items = [1, 20].map(async (days) => ({ key: 'leftPlugged', byDay: await inDays(community, days) }));
    expect(codeOf(await as('officer').ask('hazard.order', { id: other, responsible: shop, items: await Promise.all(items) }))).toBe('INVALID_INPUT');
  });

  test('that is too long, too many or nothing is refused, and nothing moves', async () => {
    const id = await aHazard(community, 'ordered');
    const long = '长'.repeat(20_000);
    const photos = await photosOf('gridWorker');
    const many = Array.from({ length: hazardLimits.photos + 1 }, (_, n) => `photo-${n}`);
    for (const reply of [
      await as('gridWorker').ask('hazard.report', { ...charger, story: long }),
      await as('gridWorker').ask('hazard.report', { ...charger, door: long }),
      await as('gridWorker').ask('hazard.report', { ...charger, items: Array.from({ length: 500 }, () => 'leftPlugged') }),
      await as('gridWorker').ask('hazard.rectify', { id, items: ['leftPlugged'], words: long, photos }),
      await as('gridWorker').ask('hazard.rectify', { id, items: ['leftPlugged'], words: '拔了。', photos: many }),
      await as('gridWorker').ask('hazard.rectify', { id, items: [], words: '拔了。', photos }),
      await as('officer').ask('hazard.order', { id, responsible: { name: long }, items: [] }),
      await as('officer').ask('hazard.escalate', { id, department: long, reason: '不改。' }),
      await as('officer').ask('hazard.link', { id, disputeNumber: long }),
      await as('officer').ask('hazard.order', { id, responsible: shop, items: [{ key: 'leftPlugged', byDay: `2026-03-10${'0'.repeat(50_000)}` }] }),
    ]) expect(codeOf(reply)).toBe('INVALID_INPUT');
    expect(await movesOf(community, id)).toEqual(['find', 'order']);
  });

  test('nobody finds more in a day than a day has', async () => {
    const person = await newcomer(community, 'hazard-flooder', '报很多');
    const { id } = await person.get('hazard.report', charger);
    const { _id: _first, ...told } = await hazardDocument(community, id);
    const copies = Array.from({ length: reportedADay - 1 }, (_, n): HazardDocument => ({ ...told, _id: `flood-${n}`, number: `洪水${n}` }));
    await community.cloud.database.collection(collections.hazards.name).add(copies);
    expect(await person.ask('hazard.report', charger)).toMatchObject({ ok: false, error: { code: 'RATE_LIMITED', message: expect.stringContaining('119') } });
    await community.cloud.later(DAY + MINUTE);
    expect(codeOf(await person.ask('hazard.report', charger))).toBe('OK');
  });
});

describe('another’s attempt', () => {
  test('gives nobody else its answer, and not the same person another one', async () => {
    const id = await aHazard(community, 'recheck');
    const attemptId = crypto.randomUUID();
    const input = { id, results, photos: await photosOf('officer2') };
    await as('officer2').get('hazard.recheck', input, { attemptId });
    expect(codeOf(await as('neighbour').ask('hazard.recheck', input, { attemptId }))).toBe('NOT_FOUND');
    expect(codeOf(await as('auxiliary').ask('hazard.recheck', input, { attemptId }))).toBe('INVALID_MOVE');
    expect(codeOf(await as('officer2').ask('hazard.recheck', { ...input, words: '改口。' }, { attemptId }))).toBe('INVALID_INPUT');
  });
});

describe('a dispute', () => {
  test('of another community, or of which one is a party, is not linked, and sounds like one that is not', async () => {
    const far = await newcomer(community, 'far-resident', '秦远');
    const { number: foreign } = await far.get('dispute.file', { ...noise, buildingId: there.building });
    const officer = await newcomer(community, 'quarrelling-officer', '陆吵', { role: 'officer', scopeId: COMMUNITY });
    const own = await officer.get('dispute.file', noise);
    const id = await aHazard(community);
    const ask = async (disputeNumber: string) => refusalOf(officer.ask('hazard.link', { id, disputeNumber }));
    const none = await ask('桂花0');
    expect(await ask(foreign)).toEqual(none);
    expect(await ask(own.number)).toEqual(none);
    expect(codeOf(await as('resident').ask('hazard.link', { id, disputeNumber: foreign }))).toBe('FORBIDDEN');
    expect((await hazardDocument(community, id)).facts.disputeId).toBeUndefined();
  });

  test('shows the number of a hazard that its reader may not open, and no way there', async () => {
    const dispute = await aDispute(community, 'assigned');
    const { number: disputeNumber } = await as('officer').get('dispute.open', { id: dispute });
    const id = await aHazard(community);
    const { number } = await as('officer').get('hazard.link', { id, disputeNumber });
    expect((await as('mediator').get('dispute.open', { id: dispute })).hazards).toEqual([{ number }]);
    expect(codeOf(await as('mediator').ask('hazard.open', { id }))).toBe('NOT_FOUND');
  });
});

describe('at the same moment', () => {
  test('put right and handed on: one of them counts, and the history is whole', async () => {
    const id = await aHazard(community, 'ordered');
    await community.cloud.later(4 * DAY);
    const photos = await photosOf('gridWorker');
    const replies = await Promise.all([
      as('gridWorker').ask('hazard.rectify', { id, items: ['leftPlugged'], words: '拔了。', photos }),
      as('officer').ask('hazard.escalate', { id, department: '消防救援', reason: '一直不改。' }),
    ]);
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    const { state } = await hazardDocument(community, id);
    expect(state).toBe(replies[0].ok ? 'recheck' : 'escalated');
    await whole(id);
  });

  test('ordered and dismissed: whoever comes second hears of it', async () => {
    const id = await aHazard(community);
    const items = [{ key: 'leftPlugged', byDay: await inDays(community, 2) }];
    const replies = await Promise.all([as('officer').ask('hazard.order', { id, responsible: shop, items }), as('officer2').ask('hazard.dismiss', { id, reason: '不算。' })]);
    expect(replies.map(codeOf).sort()).toEqual([expect.stringMatching(/CONFLICT|INVALID_MOVE/), 'OK']);
    await whole(id);
  });

  test('recorded by somebody who means to recheck it: whichever comes first, he does not', async () => {
    const id = await aHazard(community, 'ordered');
    const photos = await photosOf('auxiliary', 'auxiliary');
    const replies = await Promise.all([
      as('auxiliary').ask('hazard.rectify', { id, items: ['leftPlugged'], words: '拔了。', photos: [photos[0]!] }),
      as('auxiliary').ask('hazard.recheck', { id, results, photos: [photos[1]!] }),
    ]);
    expect(replies[1].ok).toBe(false);
    expect(codeOf(await as('auxiliary').ask('hazard.recheck', { id, results, photos: [photos[1]!] }))).toBe('FORBIDDEN');
    await recheck(community, id, { leftPlugged: true });
    await whole(id);
  });
});
