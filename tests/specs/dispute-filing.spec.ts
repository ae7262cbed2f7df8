/** Telling it: who may, what must be said, what is kept, and how it is taken back. */
import { collections } from '../../cloudfunctions/_kit/collections';
import { findTampering } from '../../cloudfunctions/_kit/audit';
import { DAY, HOUR } from '../../miniprogram/domain/time/format';
import type { FileInput } from '../../typings/contract/dispute';
import { startCommunity, type Community } from '../support/community';
import { bindRespondent, codeOf, documentOf, eventsOf, movesOf, refusalOf, sentBy, storyFor, toldTo } from '../support/dispute-spec';
import { aDispute, noise, safe } from '../support/disputes';

let community: Community;
let as: Community['as'];

beforeAll(async () => {
  community = await startCommunity();
  as = community.as;
}, 60_000);
afterAll(() => community.stop());

const { respondent: _nobody, ...aboutNobody } = noise;

describe('a resident tells it', () => {
  test('it is received at once, costs nothing, and has a number that is easy to say (第4条)', async () => {
    const filed = await as('resident').get('dispute.file', noise);
    expect(filed).toMatchObject({ state: 'submitted', version: 1, place: '桐花苑 3号楼 2单元401', relations: ['applicant'], moves: ['warn', 'withdraw'] });
    expect(filed.number).toMatch(/^[一-龥]{2}\d{1,3}$/);
    expect(await storyFor(community, 'resident', filed.id)).toEqual(['您把这件事告诉了警务室']);
  });

  test('the officers of the place are told, without a name and without a fact', async () => {
    const id = await aDispute(community);
    for (const name of ['officer', 'officer2'] as const) expect(await toldTo(community, name, id)).toEqual(['桐花苑 3号楼有人说了一件事，等您看。']);
    for (const name of ['resident', 'gridWorker', 'mediator', 'leader'] as const) expect(await toldTo(community, name, id)).toEqual([]);
  });

  test('a small matter is answered within a day, one for lawyers within two hours, an urgent one within one', async () => {
    const due = async (changes: Partial<FileInput>) => {
      const { openedAt, next } = await as('resident').get('dispute.file', { ...noise, ...changes });
      return next!.dueAt! - openedAt;
    };
    expect(await due({ category: 'unsure' })).toBe(24 * HOUR);
    expect(await due({ category: 'money', amountFen: 280_000 })).toBe(2 * HOUR);
    expect(await due({ danger: { ...safe, isThreatened: true } })).toBe(HOUR);
    expect(await due({ peopleCount: 10 })).toBe(HOUR);
  });

  test('whom it is about need not be known yet', async () => {
    const { id } = await as('resident').get('dispute.file', aboutNobody);
    expect((await as('officer').get('dispute.open', { id })).parties.map(({ side }) => side)).toEqual(['applicant']);
  });

  test('who has no account is shown the privacy notice first', async () => {
    expect(await refusalOf(as('stranger').ask('dispute.file', noise))).toMatchObject({ code: 'FORBIDDEN', message: '请先看一看隐私说明，同意后再继续。' });
  });

  test('a telephone is asked for when it is handed in', async () => {
    const silent = community.cloud.as('demo-silent');
    await silent.get('identity.consent', { version: (await as('resident').get('identity.me', {})).consent!.version });
    expect(await refusalOf(silent.ask('dispute.file', noise))).toMatchObject({ code: 'INVALID_INPUT', details: { name: '请留一个称呼，民警好联系您。' } });
    await silent.get('identity.saveProfile', { name: '小秦' });
    expect(await refusalOf(silent.ask('dispute.file', noise))).toMatchObject({ code: 'INVALID_INPUT', details: { phone: '请留一个电话，民警好联系您。' } });
  });

  test.each<[string, Partial<FileInput>, Record<string, string>]>([
    ['a story of blanks', { story: '   ' }, { story: '请填写经过。' }],
    ['a story without end', { story: '吵'.repeat(1001) }, { story: '经过最多 1000 个字。' }],
    ['a place that is no building', { buildingId: 'grid01' }, { buildingId: '还没说在哪里，点“我家楼里”最快。' }],
    ['a telephone that is none', { respondent: { name: '楼上', phone: '12345' } }, { 'respondent.phone': '电话不对，请填11位手机号，或带区号的座机。' }],
    ['half a person', { peopleCount: 1.5 }, { peopleCount: '人数要是整数。' }],
    ['ten photos', { photos: Array.from({ length: 10 }, (_, each) => `p${each}`) }, { photos: '最多 9 张照片。' }],
  ])('%s is refused with the way to mend it', async (_what, changes, details) => {
    expect(await refusalOf(as('resident').ask('dispute.file', { ...noise, ...changes }))).toMatchObject({ code: 'INVALID_INPUT', details });
  });

  test('the same tap sent ten times at once files one dispute', async () => {
    const attemptId = crypto.randomUUID();
    const replies = await Promise.all(Array.from({ length: 10 }, () => as('neighbour').ask('dispute.file', noise, { attemptId })));
    const ids = replies.flatMap((reply) => (reply.ok ? [reply.data.id] : []));
    expect(new Set(ids).size).toBe(1);
    expect((await as('neighbour').get('dispute.listMine', {})).disputes).toHaveLength(1);
    expect(await movesOf(community, ids[0]!)).toEqual(['file']);
  });

  test('sent again a day later it gets the first answer; changed under the same intention it is asked for anew', async () => {
    const attemptId = crypto.randomUUID();
    const first = await as('resident').ask('dispute.file', noise, { attemptId });
    await community.cloud.later(DAY);
    expect(await as('resident').ask('dispute.file', noise, { attemptId })).toEqual(first);
    expect(await refusalOf(as('resident').ask('dispute.file', { ...noise, story: '别的事。' }, { attemptId }))).toMatchObject({ code: 'INVALID_INPUT', message: '内容改过了，请再点一次提交。' });
  });
});

describe('in no building', () => {
  const point = { latitude: 30.21, longitude: 120.18, name: '北门快递柜' };

  test('the 小区 nearby will do with a point of the map', async () => {
    const { id, place } = await as('resident').get('dispute.file', { ...noise, buildingId: 'compound', point });
    expect(place).toBe('桐花苑 北门快递柜 2单元401');
    expect((await documentOf(community, id)).facts.place).toMatchObject({ point, path: ['station', 'street', 'community', 'compound'] });
    expect(await toldTo(community, 'officer', id)).toEqual(['桐花苑 北门快递柜有人说了一件事，等您看。']);
  });

  test('not without one, and no grid, street or station will do', async () => {
    for (const place of [{ buildingId: 'compound' }, { buildingId: 'grid01', point }, { buildingId: 'street', point }]) {
      expect(await refusalOf(as('resident').ask('dispute.file', { ...noise, ...place }))).toMatchObject({ details: { buildingId: '还没说在哪里，点“我家楼里”最快。' } });
    }
    expect(codeOf(await as('resident').ask('dispute.file', { ...noise, buildingId: 'compound', point: { ...point, latitude: 91 } }))).toBe('INVALID_INPUT');
  });

  test('a building may have one too', async () => {
    expect((await as('resident').get('dispute.file', { ...noise, point })).place).toBe('桐花苑 3号楼 2单元401');
  });
});

describe('an own case that ended long ago', () => {
  const again = (earlierId: string, name: 'resident' | 'neighbour' = 'resident') => as(name).ask('dispute.file', { ...noise, category: 'leak', earlierId });

  test('the new one says which came first, and what failed there is not forgotten', async () => {
    const earlier = await aDispute(community, 'failed');
    await community.cloud.later(40 * DAY);
    const reply = await again(earlier);
    if (!reply.ok) throw new Error(reply.error.message);
    const { number } = (await documentOf(community, earlier)).facts;
    expect((await as('resident').get('dispute.open', { id: reply.data.id })).linked).toMatchObject([{ how: 'earlier', id: earlier, number, state: 'failed' }]);
    expect((await as('officer').get('dispute.open', { id: reply.data.id })).proposal).toMatchObject({ colour: 'yellow', reasons: expect.arrayContaining(['谈过一次没谈成']) as string[] });
  });

  test('one that is under way, or was closed of late, is spoken of there', async () => {
    expect(await refusalOf(again(await aDispute(community)))).toMatchObject({ details: { earlierId: '那件事还在办，请在那件事里说。' } });
    const closed = await aDispute(community, 'closed');
    expect(await refusalOf(again(closed))).toMatchObject({ details: { earlierId: '办完还不到30天，请在那件事里点“没解决”。' } });
    await community.cloud.later(31 * DAY);
    expect(codeOf(await again(closed))).toBe('OK');
  });

  test('the other side may go on from it as well, now telling it himself', async () => {
    const closed = await aDispute(community, 'closed');
    await bindRespondent(community, closed);
    expect(await refusalOf(again(closed, 'neighbour'))).toMatchObject({ details: { earlierId: '办完还不到30天，请在那件事里点“没解决”。' } });
    await community.cloud.later(31 * DAY);
    const { id } = await as('neighbour').get('dispute.file', { ...noise, category: 'leak', respondent: { name: '楼下住户' }, earlierId: closed });
    const seen = await as('neighbour').get('dispute.open', { id });
    expect([seen.relations, seen.linked.map((link) => [link.how, link.id])]).toEqual([['applicant'], [['earlier', closed]]]);
  });

  test('for a party without an account an officer or an auxiliary writes it down; nobody else does, and not for two who can', async () => {
    const [silent, both] = [await aDispute(community, 'closed'), await aDispute(community, 'closed')];
    await bindRespondent(community, both);
    await community.cloud.later(31 * DAY);
    const forParty = (earlierId: string, name: 'officer' | 'auxiliary' | 'gridWorker') =>
      as(name).ask('dispute.file', { ...noise, category: 'leak', applicant: { name: '楼上住户', phone: '13900000022', hasAgreed: true }, source: 'phone', earlierId });
    for (const name of ['officer', 'auxiliary'] as const) expect(codeOf(await forParty(silent, name))).toBe('OK');
    expect(codeOf(await forParty(silent, 'gridWorker'))).toBe('NOT_FOUND');
    expect(await refusalOf(forParty(both, 'officer'))).toMatchObject({ details: { earlierId: '双方都有账号，请他们自己在手机上再说一次。' } });
  });

  test('somebody else’s is none', async () => {
    const earlier = await aDispute(community, 'failed');
    expect(codeOf(await again(earlier, 'neighbour'))).toBe('NOT_FOUND');
    expect(codeOf(await again('no-such-case'))).toBe('NOT_FOUND');
  });
});

describe('photos', () => {
  test('a photo goes with the story, and its sender and the staff see it', async () => {
    const photo = await sentBy(as('resident'));
    const id = await aDispute(community, 'submitted', { photos: [photo] });
    for (const name of ['resident', 'officer'] as const) expect((await as(name).get('dispute.open', { id })).photos).toMatchObject([{ id: photo, kind: 'photo' }]);
  });

  test('nobody sends in the photo of somebody else, or one that belongs to another matter', async () => {
    const foreign = await sentBy(as('neighbour'));
    expect(await refusalOf(as('resident').ask('dispute.file', { ...noise, photos: [foreign] }))).toMatchObject({ code: 'INVALID_INPUT', details: { photos: '有一张没传好，请重新选。' } });
    const used = await sentBy(as('resident'));
    await aDispute(community, 'submitted', { photos: [used] });
    expect(codeOf(await as('resident').ask('dispute.file', { ...noise, photos: [used] }))).toBe('INVALID_INPUT');
  });

  test('a drawn signature is no photo, and a photo is no voice', async () => {
    const signature = await sentBy(as('resident'), 'signature');
    const photo = await sentBy(as('resident'));
    expect(codeOf(await as('resident').ask('dispute.file', { ...noise, photos: [signature] }))).toBe('INVALID_INPUT');
    expect(codeOf(await as('resident').ask('dispute.file', { ...noise, voice: photo }))).toBe('INVALID_INPUT');
  });
});

describe('taking it back', () => {
  test('the applicant may, any time before an agreement, and need not say more than why (第23条)', async () => {
    const id = await aDispute(community, 'withdrawn');
    expect(await as('resident').get('dispute.open', { id })).toMatchObject({ state: 'withdrawn', moves: [] });
    expect((await documentOf(community, id)).clocks).toEqual([]);
    expect(await toldTo(community, 'officer', id)).toContain('已撤回。');
  });

  test('nobody else may, and the article is named', async () => {
    const id = await aDispute(community);
    expect(await refusalOf(as('officer').ask('dispute.withdraw', { id, reason: '代为撤回。' }))).toMatchObject({ code: 'FORBIDDEN', basis: '人民调解法 第23条' });
  });

  test('twelve withdrawals at once make one event, and the chain holds', async () => {
    const id = await aDispute(community);
    const replies = await Promise.all(Array.from({ length: 12 }, () => as('resident').ask('dispute.withdraw', { id, reason: '和好了。' })));
    const codes = replies.map(codeOf);
    expect(codes.filter((code) => code === 'OK')).toHaveLength(1);
    expect(codes.filter((code) => !['OK', 'INVALID_MOVE', 'CONFLICT'].includes(code))).toEqual([]);
    expect(await movesOf(community, id)).toEqual(['file', 'withdraw']);
    expect(findTampering(await documentOf(community, id), await eventsOf(community, id))).toEqual([]);
  });

  test('what was told cannot be rewritten unseen', async () => {
    const id = await aDispute(community);
    await community.cloud.database.collection(collections.disputes.name).doc(id).update({ 'facts.story': '没有人吵闹。' });
    expect(findTampering(await documentOf(community, id), await eventsOf(community, id))).toEqual(['the facts are not those of the newest event']);
  });
});
