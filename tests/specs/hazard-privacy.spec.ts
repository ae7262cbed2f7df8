/** Hazards: clocks and what was not kept; who reads what, and who never learns who told. */
import { DAY, HOUR, MINUTE } from '../../miniprogram/domain/time/format';
import { startCommunity, type Community } from '../support/community';
import { codeOf, sentBy } from '../support/dispute-spec';
import { aHazard, bindResponsible, charger, hazardDocument, hazardStory, order, recheck, rectify, shop, toldOf } from '../support/hazards';

let community: Community;
let as: Community['as'];

beforeAll(async () => {
  community = await startCommunity();
  as = community.as;
}, 60_000);
afterAll(() => community.stop());

/** The clock shows so much of a promise used up, and the timer has been. */
async function passes(id: string, name: string, percent: number): Promise<void> {
  const { startedAt, dueAt } = (await hazardDocument(community, id)).clocks.find((clock) => clock.name === name)!;
  const at = startedAt + Math.round(((dueAt - startedAt) * percent) / 100) + MINUTE;
  await community.cloud.later(at - (await community.cloud.now()));
  await community.cloud.runTimers('hazard');
}

describe('clocks', () => {
  test('at half the officer hears of it, at four fifths the leader too, at the end the story says so first', async () => {
    const id = await aHazard(community);
    await passes(id, 'look', 50);
    expect((await toldOf(community, 'officer', id)).at(-1)).toBe('时间过半，还没有去看。');
    expect(await toldOf(community, 'leader', id)).toEqual([]);
    await passes(id, 'look', 80);
    expect(await toldOf(community, 'leader', id)).toEqual(['快到时间了，还没有去看。']);
    await passes(id, 'look', 100);
    const { brokenPromise, lines } = await as('resident').get('hazard.open', { id });
    expect(brokenPromise).toMatch(/^说好.+前去看，没做到，已告诉所领导。$/);
    expect(lines[0]).toMatchObject({ move: 'remind', words: expect.stringMatching(/没做到，已告诉所领导。$/) as string });
  });

  test('an order runs to the end of its day; from then on it may go to the department', async () => {
    const id = await aHazard(community);
    await order(community, id, 0);
    const { dueAt } = (await hazardDocument(community, id)).clocks.find(({ name }) => name === 'rectify')!;
    await community.cloud.later(dueAt - (await community.cloud.now()) - MINUTE);
    expect((await as('officer').get('hazard.open', { id })).moves).not.toContain('escalate');
    await community.cloud.later(2 * MINUTE);
    await community.cloud.runTimers('hazard');
    const { moves, brokenPromise } = await as('officer').get('hazard.open', { id });
    expect([moves.includes('escalate'), brokenPromise]).toEqual([true, '要求昨天整改好，没做到，已告诉所领导。']);
    expect((await toldOf(community, 'leader', id)).at(-1)).toBe('已过了说好的时间，还没有整改好。');
  });

  test('a recheck is due on the third workday, Friday to Wednesday', async () => {
    await community.cloud.at('2026-03-13 10:00');
    const id = await aHazard(community, 'recheck');
    const { openedAt, next } = await as('officer2').get('hazard.open', { id });
    expect(next?.dueAt).toBe(Date.parse('2026-03-18T18:00:00+08:00'));
    expect(openedAt).toBeLessThan(next!.dueAt! - 5 * DAY + 20 * HOUR);
    await passes(id, 'recheck', 100);
    await passes(id, 'recheck', 100); // a timer that comes twice says it once
    expect((await hazardStory(community, 'resident', id)).filter((line) => line.startsWith('说好的时间过了'))).toHaveLength(1);
  });
});

describe('who reads what', () => {
  test('another person’s hazard does not exist', async () => {
    const id = await aHazard(community);
    for (const name of ['neighbour', 'stranger', 'mediator', 'otherGridWorker', 'volunteer'] as const) {
      expect(codeOf(await as(name).ask('hazard.open', { id }))).toBe('NOT_FOUND');
    }
    expect((await as('neighbour').get('hazard.listMine', {})).hazards).toEqual([]);
    expect((await as('neighbour').get('dispute.listMine', {})).hazards?.hazards).toEqual([]);
    expect((await as('resident').get('dispute.listMine', {})).hazards?.hazards).toEqual((await as('resident').get('hazard.listMine', {})).hazards); // 事项 asks once for both
  });

  test('whoever has to put it right never learns who told: no name, no words, no photo of the finder', async () => {
    const photos = [await sentBy(as('resident'))];
    const { id } = await as('resident').get('hazard.report', { ...charger, story: '我住他楼上，天天看见。', photos, responsible: shop, advice: '我是302的，您拔一下。' });
    await bindResponsible(community, id);
    const seen = await as('neighbour').get('hazard.open', { id });
    expect(seen).toMatchObject({ story: '', before: [], responsible: { name: '修车铺店主', isMe: true }, relations: ['responsible'], moves: ['rectify'] });
    expect([seen.finder, seen.lines.map(({ who, words }) => [who, words])]).toEqual([undefined, [['警务室', undefined], ['警务室', undefined]]]);
    expect(JSON.stringify(seen)).not.toMatch(/韦德顺|302|楼上/);
  });

  test('they put it right themselves, and it is rechecked', async () => {
    const id = await aHazard(community);
    await order(community, id, 2);
    await bindResponsible(community, id);
    expect(await rectify(community, id, ['leftPlugged'], 'neighbour')).toMatchObject({ state: 'recheck' });
    expect(codeOf(await as('neighbour').ask('hazard.recheck', { id, results: [{ key: 'leftPlugged', isPassed: true }], photos: [await sentBy(as('neighbour'))] }))).toBe('FORBIDDEN');
    await recheck(community, id, { leftPlugged: true });
    expect(await toldOf(community, 'neighbour', id)).toContain('复查过了。');
  });

  test('the finder reads what became of it, not the staff’s words or photos', async () => {
    const id = await aHazard(community);
    await order(community, id, 2);
    await rectify(community, id, ['leftPlugged']);
    await recheck(community, id, { leftPlugged: true });
    const seen = await as('resident').get('hazard.open', { id });
    expect(seen).toMatchObject({ state: 'closed', moves: [], rectified: [], rechecked: [] });
    expect([seen.responsible, seen.finder]).toEqual([undefined, undefined]);
    expect(await hazardStory(community, 'resident', id)).toEqual(['每一项都过了', '陆警官去复查了', '都整改了，等复查', '夏网格员记下整改了什么', '沈警官要求对方限期整改', '您报了这处隐患']);
  });

  test('staff see both photographs: as it was, and as it is', async () => {
    const photos = [await sentBy(as('resident'))];
    const { id } = await as('resident').get('hazard.report', { ...charger, photos });
    await order(community, id, 2);
    await rectify(community, id, ['leftPlugged']);
    const seen = await as('officer2').get('hazard.open', { id });
    expect([seen.before.length, seen.rectified.length, seen.finder?.name]).toEqual([1, 1, '韦德顺']);
  });

  test('a desk shows the own place; the home says what of mine is under way, and to staff how many wait', async () => {
    const id = await aHazard(community);
    const { hazards } = await as('officer').get('hazard.desk', { desk: 'fresh' });
    expect(hazards.map((hazard) => hazard.id)).toContain(id);
    expect((await as('otherGridWorker').get('hazard.desk', { desk: 'fresh' })).hazards).toEqual([]);
    const counted = async (name: 'officer' | 'gridWorker' | 'otherGridWorker') => (await as(name).get('identity.home', {})).hazardCounts!;
    const [before, elsewhere] = [await counted('gridWorker'), await counted('otherGridWorker')];
    await aHazard(community);
    await aHazard(community, 'recheck');
    expect(await counted('gridWorker')).toEqual({ fresh: before.fresh + 1, recheck: before.recheck + 1 });
    expect([await counted('officer'), elsewhere]).toEqual([await counted('gridWorker'), { fresh: 0, recheck: 0 }]);
    expect((await as('resident').get('identity.home', {})).hazards?.map((hazard) => hazard.id)).toContain(id);
    expect((await as('neighbour').get('identity.home', {})).hazards?.map((hazard) => hazard.id)).not.toContain(id);
  });
});
