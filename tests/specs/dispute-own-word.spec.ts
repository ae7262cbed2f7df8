/** 说自己做到了: whoever promised says so with a photograph; the other side is asked, and may say that it is not so. */
import { DAY, MINUTE } from '../../miniprogram/domain/time/format';
import { startCommunity, type Community, type Name } from '../support/community';
import { bindRespondent, codeOf, documentOf, movesOf, refusalOf, sentBy, storyFor, toldTo } from '../support/dispute-spec';
import { aDispute } from '../support/disputes';

let community: Community;
let as: Community['as'];

beforeAll(async () => {
  community = await startCommunity();
  as = community.as;
}, 60_000);
afterAll(() => community.stop());

/** One promise, of the respondent, within a week. */
async function promised(): Promise<string> {
  const id = await aDispute(community, 'performing');
  await bindRespondent(community, id);
  return id;
}

/** The respondent says that it is kept. */
async function claimed(id?: string): Promise<string> {
  const own = id ?? (await promised());
  await as('neighbour').get('dispute.prove', { id: own, clause: 0, words: '地垫铺好了。', photos: [await sentBy(as('neighbour'))] });
  return own;
}

const clauseFor = async (name: Name, id: string) => (await as(name).get('dispute.open', { id })).agreement!.clauses[0]!;
const deny = (id: string, name: Name = 'resident') => as(name).ask('dispute.default', { id, clause: 0, words: '还是响，没铺。' });

async function silence(id: string): Promise<void> {
  const { dueAt } = (await documentOf(community, id)).clocks.find(({ name }) => name === 'claim')!;
  await community.cloud.later(dueAt + MINUTE - (await community.cloud.now()));
  await community.cloud.runTimers('dispute');
}

describe('the own word', () => {
  test('needs a photograph, and settles nothing by itself', async () => {
    const id = await promised();
    expect(await refusalOf(as('neighbour').ask('dispute.prove', { id, clause: 0, words: '铺好了。' }))).toMatchObject({ code: 'INVALID_INPUT', details: { photos: '自己说做到了，请拍张照片让对方看。拍不了的，请对方或调解员来说。' } });
    await claimed(id);
    expect(await clauseFor('resident', id)).toMatchObject({ state: 'open', claimedAt: expect.any(Number) as number, photos: [{}] });
    expect(await movesOf(community, id)).not.toContain('conclude');
    expect(await refusalOf(as('neighbour').ask('dispute.prove', { id, clause: 0, words: '真的。', photos: [await sentBy(as('neighbour'))] }))).toMatchObject({ details: { clause: '您已经说过了，等对方或调解员说是不是。' } });
  });

  test('the timeline says whose word it is, and the other side and the mediator are asked', async () => {
    const id = await claimed();
    expect((await storyFor(community, 'resident', id))[0]).toBe('对方说自己做到了一条，等另一方说是不是：地垫铺好了。');
    for (const name of ['resident', 'mediator'] as const) expect((await toldTo(community, name, id)).at(-1)).toBe('有一方说自己做到了一条约定，请另一方看看是不是。3个工作日没有说不是，就算做到了。');
    expect((await as('mediator').get('dispute.open', { id })).next).toMatchObject({ what: '说一声是不是做到了：铺上地垫', who: '申请人' });
  });

  test.each<Name>(['resident', 'mediator'])('%s says that it is so: it is kept, and all is settled', async (name) => {
    const id = await claimed();
    expect(await as(name).get('dispute.prove', { id, clause: 0, words: '看过了，是铺了。' })).toMatchObject({ state: 'following' });
    const clause = await clauseFor('resident', id);
    expect([clause.state, clause.claimedAt, clause.photos.length]).toEqual(['kept', undefined, 1]);
  });

  test('the other side says that it is not so: before its day the promise is open again, and may be said anew', async () => {
    const id = await claimed();
    expect(codeOf(await deny(id))).toBe('OK');
    const clause = await clauseFor('resident', id);
    expect([clause.state, clause.claimedAt, clause.photos]).toEqual(['open', undefined, []]);
    expect((await storyFor(community, 'neighbour', id))[0]).toBe('对方说明有一条没做到：还是响，没铺。');
    await claimed(id);
    expect((await clauseFor('resident', id)).claimedAt).toBeDefined();
  });

  test('after its day it is broken', async () => {
    const id = await promised();
    const { byDay } = await clauseFor('resident', id);
    await community.cloud.later(Date.parse(`${byDay}T23:00+08:00`) - (await community.cloud.now()));
    await claimed(id);
    await community.cloud.later(DAY);
    expect(codeOf(await deny(id))).toBe('OK');
    expect((await clauseFor('resident', id)).state).toBe('broken');
    expect((await as('resident').get('dispute.open', { id })).state).toBe('following');
  });

  test('nobody says anything for three workdays: it counts, and stays on record as the own word', async () => {
    const id = await claimed();
    await silence(id);
    const seen = await as('resident').get('dispute.open', { id });
    expect([seen.state, seen.agreement!.clauses[0]]).toEqual(['following', expect.objectContaining({ state: 'kept', claimedAt: expect.any(Number) as number })]);
    expect((await storyFor(community, 'resident', id)).slice(0, 2)).toEqual(['每一条都有了结果', '说做到了的那一条，对方3个工作日没有说不是，算做到了']);
  });

  test('of a promise that was broken it is no different: late, and still to be confirmed', async () => {
    const id = await promised();
    await as('mediator').get('dispute.default', { id, clause: 0, words: '没有铺。' });
    await claimed(id);
    expect((await clauseFor('resident', id)).state).toBe('broken');
    expect((await as('resident').get('dispute.open', { id })).remedies).not.toEqual([]);
    expect(codeOf(await deny(id))).toBe('OK');
    expect(await clauseFor('resident', id)).toMatchObject({ state: 'broken', photos: [] });
    await claimed(id);
    await silence(id);
    expect((await clauseFor('resident', id)).state).toBe('kept');
  });

  test('once it is kept nobody takes it back, and a promise that nobody spoke of is not denied before its day', async () => {
    const id = await claimed();
    await as('resident').get('dispute.prove', { id, clause: 0, words: '是的。' });
    expect(codeOf(await deny(id))).toBe('INVALID_INPUT');
    expect(await refusalOf(deny(await promised()))).toMatchObject({ code: 'INVALID_MOVE', message: '说好的日子还没到，到了再说没做到。' });
  });

  test('the word and the answer at the same moment: neither is lost', async () => {
    const id = await claimed();
    const codes = (await Promise.all([as('resident').ask('dispute.prove', { id, clause: 0, words: '是。' }), deny(id, 'mediator')])).map(codeOf);
    expect(codes.filter((code) => code === 'OK')).toHaveLength(1);
  });
});
