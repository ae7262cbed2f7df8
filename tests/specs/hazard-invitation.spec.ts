/** How whoever has to put a hazard right comes to see it: a code, a word that staff said, and nothing before both. */
import { collections, type Letter } from '../../cloudfunctions/_kit/collections';
import { DAY, MINUTE } from '../../miniprogram/domain/time/format';
import { startCommunity, type Community } from '../support/community';
import { codeOf, movesOf, newcomer, refusalOf, sentBy } from '../support/dispute-spec';
import { aHazard, hazardDocument, hazardStory, inDays, order, recheck, rectify, shop, stairs, toldOf } from '../support/hazards';

let community: Community;
let as: Community['as'];

beforeAll(async () => {
  community = await startCommunity();
  as = community.as;
}, 60_000);
afterAll(() => community.stop());

const WORD = '石桥西瓜';
const invite = (id: string, word = WORD) => as('gridWorker').get('hazard.makeInvitation', { id, word });
const letters = () => community.cloud.database.collection(collections.letters.name);
/** The letter that a hazard has out. */
async function letterOf(id: string): Promise<Letter> {
  const { data } = await letters().doc((await hazardDocument(community, id)).facts.invitation!.letterId).get();
  return (data as Letter[])[0]!;
}

describe('an invitation', () => {
  test('has 22 signs, is kept as a keyed hash like its word, and is good for seven days', async () => {
    const id = await aHazard(community, 'ordered');
    const { code, expiresAt } = await invite(id);
    expect([code, expiresAt - (await community.cloud.now())]).toEqual([expect.stringMatching(/^[\w-]{22}$/), expect.closeTo(7 * DAY, -5)]);
    expect(JSON.stringify([await letterOf(id), await hazardDocument(community, id)])).not.toMatch(new RegExp(`${code}|${WORD}`));
    await community.cloud.later(7 * DAY + MINUTE);
    expect(await as('neighbour').get('hazard.readInvitation', { code })).toMatchObject({ state: 'expired' });
    expect(await refusalOf(as('neighbour').ask('hazard.bindInvitation', { code, word: WORD }))).toMatchObject({ code: 'REFUSED', message: '邀请过期或收回了，请打警务室电话，再要一封。' });
  });

  test('shows the post before it is bound, and no name, no place, nothing to put right', async () => {
    const id = await aHazard(community, 'ordered', stairs);
    const { code } = await invite(id);
    const seen = await as('stranger').get('hazard.readInvitation', { code });
    expect(seen).toEqual({ state: 'open', post: '桐花里社区警务室', expiresAt: expect.any(Number) as number, triesLeft: 5 });
    expect(codeOf(await as('stranger').ask('hazard.readInvitation', { code: 'A'.repeat(22) }))).toBe('NOT_FOUND');
    expect(codeOf(await as('neighbour').ask('hazard.open', { id }))).toBe('NOT_FOUND');
  });

  test('is for somebody who was told: not while it is only found, nor when all is over', async () => {
    const found = await aHazard(community);
    expect(codeOf(await as('officer').ask('hazard.makeInvitation', { id: found, word: WORD }))).toBe('INVALID_MOVE');
    const closed = await aHazard(community, 'recheck');
    const { code } = await invite(closed);
    await recheck(community, closed, { leftPlugged: true });
    expect(codeOf(await as('officer').ask('hazard.makeInvitation', { id: closed, word: WORD }))).toBe('INVALID_MOVE');
    expect(await as('neighbour').get('hazard.readInvitation', { code })).toMatchObject({ state: 'expired' });
  });

  test('has a word that can be said: dots alone are none', async () => {
    const id = await aHazard(community, 'ordered');
    for (const word of ['。。', '桥', ' - 1']) expect(codeOf(await as('officer').ask('hazard.makeInvitation', { id, word }))).toBe('INVALID_INPUT');
  });
});

describe('the right word', () => {
  test('lets one person in, once: he sees what and by when, sends a photo, and says that it is done', async () => {
    const id = await aHazard(community, 'ordered', stairs);
    const { code } = await invite(id);
    expect(await as('neighbour').get('hazard.bindInvitation', { code, word: ' 石桥，西瓜 ' })).toMatchObject({ id, relations: ['responsible'], moves: ['rectify'] });
    const seen = await as('neighbour').get('hazard.open', { id });
    expect(seen.items).toMatchObject([{ what: '楼道里堆了东西', byDay: await inDays(community, 2) }, { what: '应急灯、楼道灯不亮' }]);
    expect((await as('neighbour').get('identity.home', {})).hazards?.map((hazard) => hazard.id)).toContain(id);
    await rectify(community, id, ['piledUp', 'noLight'], 'neighbour');
    expect(await recheck(community, id, { piledUp: true, noLight: true }, 'gridWorker')).toMatchObject({ state: 'closed' }); // who invites has not told, and has not recorded
    expect(await toldOf(community, 'neighbour', id)).toContain('复查过了。');
    expect(await hazardStory(community, 'officer', id)).toContain('责任人打开了邀请');
    expect((await hazardStory(community, 'resident', id)).join()).not.toMatch(/邀请/);
  });

  test('is asked of whoever has agreed to the notice; the same person opens it again, another does not', async () => {
    const id = await aHazard(community, 'ordered');
    const { code } = await invite(id);
    expect(codeOf(await as('stranger').ask('hazard.bindInvitation', { code, word: WORD }))).toBe('FORBIDDEN');
    await as('neighbour').get('hazard.bindInvitation', { code, word: WORD });
    expect(codeOf(await as('neighbour').ask('hazard.bindInvitation', { code, word: '忘了' }))).toBe('OK');
    expect(await as('neighbour').get('hazard.readInvitation', { code })).toMatchObject({ state: 'mine', hazardId: id });
    const late = await newcomer(community, 'late', '来晚了');
    expect(await refusalOf(late.ask('hazard.bindInvitation', { code, word: WORD }))).toMatchObject({ code: 'REFUSED' });
    expect(await movesOf(community, id)).toEqual(['find', 'order', 'invite', 'bind']);
    expect((await as('officer').get('hazard.open', { id })).invitation).toMatchObject({ isBound: true });
    expect(codeOf(await as('officer').ask('hazard.makeInvitation', { id, word: WORD }))).toBe('INVALID_MOVE');
  });

  test('of several at once lets one in', async () => {
    const id = await aHazard(community, 'ordered');
    const { code } = await invite(id);
    const people = [as('neighbour'), await newcomer(community, 'quick-one', '快一'), await newcomer(community, 'quick-two', '快二')];
    const replies = await Promise.all(people.map((person) => person.ask('hazard.bindInvitation', { code, word: WORD })));
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await movesOf(community, id)).filter((move) => move === 'bind')).toHaveLength(1);
  });

  test('lets in nobody who told of it, works on it or handed it out', async () => {
    const id = await aHazard(community, 'ordered');
    const { code } = await invite(id);
    for (const name of ['resident', 'gridWorker', 'officer2'] as const) {
      expect(await refusalOf(as(name).ask('hazard.bindInvitation', { code, word: WORD }))).toMatchObject({ code: 'FORBIDDEN', message: '这封邀请是给责任人的。这处隐患是您报的或由您经办，您不能打开。' });
    }
    expect((await hazardDocument(community, id)).facts.responsible).toEqual(shop);
  });
});

describe('a wrong word', () => {
  test('counts although it is refused, and five lock it for everybody, the right word too', async () => {
    const id = await aHazard(community, 'ordered');
    const { code } = await invite(id);
    for (let left = 4; left >= 0; left -= 1) {
      expect(await refusalOf(as('neighbour').ask('hazard.bindInvitation', { code, word: `猜${left}` }))).toMatchObject({ code: 'INVALID_INPUT', details: { word: expect.any(String) as string } });
      if (left > 0) expect(await as('neighbour').get('hazard.readInvitation', { code })).toMatchObject({ triesLeft: left });
    }
    expect(await refusalOf(as('neighbour').ask('hazard.bindInvitation', { code, word: WORD }))).toMatchObject({ code: 'RATE_LIMITED', message: '码错了5次，已锁住，请找值班人员。' });
    expect(await as('stranger').get('hazard.readInvitation', { code })).toMatchObject({ state: 'locked' });
    const { code: second } = await invite(id); // staff make another
    expect(codeOf(await as('neighbour').ask('hazard.bindInvitation', { code: second, word: WORD }))).toBe('OK');
  });

  test('thirty at once are no more than five', async () => {
    const id = await aHazard(community, 'ordered');
    const { code } = await invite(id);
    await Promise.all(Array.from({ length: 30 }, (_, n) => as('neighbour').ask('hazard.bindInvitation', { code, word: `猜${n}` })));
    expect((await letterOf(id)).wrong).toBeLessThanOrEqual(5);
    expect((await hazardDocument(community, id)).facts.responsible).toEqual(shop);
  });

  test('of a dispute’s letter counts nothing here, and its right word opens nothing here', async () => {
    const id = await aHazard(community, 'ordered');
    const { code } = await invite(id);
    await letters().doc((await letterOf(id))._id).update({ kind: 'dispute' });
    for (const word of ['猜猜', WORD]) expect(codeOf(await as('neighbour').ask('hazard.bindInvitation', { code, word }))).toBe('NOT_FOUND');
    expect(await letterOf(id)).toMatchObject({ wrong: 0 });
  });
});

describe('taken back', () => {
  test('an invitation opens nothing any more, and a new one makes the earlier one void', async () => {
    const id = await aHazard(community, 'ordered');
    const [{ code: first }, { code: second }] = [await invite(id), await invite(id, '另一个词')];
    expect(await as('neighbour').get('hazard.readInvitation', { code: first })).toMatchObject({ state: 'expired' });
    await as('officer').get('hazard.revokeInvitation', { id, reason: '发错人了。' });
    for (const code of [first, second]) expect(codeOf(await as('neighbour').ask('hazard.bindInvitation', { code, word: '另一个词' }))).toBe('REFUSED');
    expect(codeOf(await as('officer').ask('hazard.revokeInvitation', { id, reason: '再收一次。' }))).toBe('INVALID_MOVE');
  });

  test('whoever came in wrongly is out again, with the own code too', async () => {
    const id = await aHazard(community, 'ordered');
    const { code } = await invite(id);
    await as('neighbour').get('hazard.bindInvitation', { code, word: WORD });
    await as('officer').get('hazard.revokeInvitation', { id, reason: '不是他的店。' });
    expect(codeOf(await as('neighbour').ask('hazard.open', { id }))).toBe('NOT_FOUND');
    expect((await as('neighbour').get('identity.home', {})).hazards?.map((hazard) => hazard.id)).not.toContain(id);
    expect(codeOf(await as('neighbour').ask('hazard.rectify', { id, items: ['leftPlugged'], words: '拔了。', photos: [await sentBy(as('neighbour'))] }))).toBe('NOT_FOUND');
    expect(await as('neighbour').get('hazard.readInvitation', { code })).toMatchObject({ state: 'expired' });
    expect(codeOf(await as('neighbour').ask('hazard.bindInvitation', { code, word: WORD }))).toBe('REFUSED');
  });

  test('with another name for whoever has to put it right, the code of the one before opens nothing', async () => {
    const id = await aHazard(community, 'advised');
    const { code } = await invite(id);
    const items = [{ key: 'leftPlugged', byDay: await inDays(community, 2) }];
    await as('officer').get('hazard.order', { id, responsible: { name: '面馆店主' }, items });
    expect(codeOf(await as('neighbour').ask('hazard.bindInvitation', { code, word: WORD }))).toBe('REFUSED');
    const same = await aHazard(community, 'advised');
    const { code: good } = await invite(same);
    await order(community, same, 2);
    expect(codeOf(await as('neighbour').ask('hazard.bindInvitation', { code: good, word: WORD }))).toBe('OK');
  });
});
