/** 兑现 and 回访: promises kept and broken, asking again, closing, and 没解决. */
import { DAY } from '../../miniprogram/domain/time/format';
import { startCommunity, type Community } from '../support/community';
import { bindRespondent, codeOf, documentOf, movesOf, newcomer, refusalOf, sentBy, storyFor, toldTo } from '../support/dispute-spec';
import { aDispute, draftOf, noise, settledOnSpot } from '../support/disputes';

let community: Community;
let as: Community['as'];

beforeAll(async () => {
  community = await startCommunity();
  as = community.as;
}, 60_000);
afterAll(() => community.stop());

const kept = { applicant: 'kept', respondent: 'kept', words: '两边都说好了。' } as const;
const dayAfter = async (days: number) => new Date((await community.cloud.now()) + days * DAY + 8 * 3_600_000).toISOString().slice(0, 10);

/** Two promises, one of each side, in one and two weeks. */
async function twoPromises(): Promise<string> {
  const id = await aDispute(community, 'mediating');
  await bindRespondent(community, id);
  const clauses = [
    { side: 'respondent' as const, what: '铺上地垫', byDay: await dayAfter(7), proof: '听不到响声' },
    { side: 'applicant' as const, what: '撤下门上的纸条', byDay: await dayAfter(14), proof: '门上没有纸条' },
  ];
  await as('mediator').get('dispute.draft', { ...(await draftOf(community, id)), clauses });
  const { digest } = (await as('mediator').get('dispute.open', { id })).agreement!;
  for (const side of ['applicant', 'respondent'] as const) await as('mediator').get('dispute.sign', { id, digest, side, how: 'spoken' });
  return id;
}

describe('promises (第31条)', () => {
  test('the earliest one that is open is what happens next', async () => {
    const id = await twoPromises();
    expect((await as('resident').get('dispute.open', { id })).next).toMatchObject({ what: '铺上地垫', dueAt: Date.parse(`${await dayAfter(8)}T00:00+08:00`) });
    await as('resident').get('dispute.prove', { id, clause: 0, words: '铺好了。' });
    const { next, agreement, state } = await as('resident').get('dispute.open', { id });
    expect([state, next!.what, agreement!.clauses.map((each) => each.state)]).toEqual(['performing', '撤下门上的纸条', ['kept', 'open']]);
  });

  test('a promise is kept with words and a photo, and the others are told', async () => {
    const id = await twoPromises();
    const photo = await sentBy(as('mediator'));
    await as('mediator').get('dispute.prove', { id, clause: 0, words: '去看过，铺好了。', photos: [photo] });
    expect((await as('resident').get('dispute.open', { id })).agreement!.clauses[0]).toMatchObject({ state: 'kept', photos: [{ id: photo }] });
    for (const name of ['resident', 'neighbour'] as const) expect((await toldTo(community, name, id)).at(-1)).toBe('有一条约定做到了。');
    expect((await storyFor(community, 'resident', id))[0]).toBe('丁调解员说明有一条做到了：去看过，铺好了。');
  });

  test('not with somebody else’s photo', async () => {
    const id = await twoPromises();
    const photos = [await sentBy(as('resident'))];
    expect(codeOf(await as('neighbour').ask('dispute.prove', { id, clause: 0, words: '铺好了。', photos }))).toBe('INVALID_INPUT');
  });

  test('a broken one is recorded, the post is told to see to it, and the court stands open (第31、32条)', async () => {
    const id = await twoPromises();
    await as('mediator').get('dispute.default', { id, clause: 0, words: '没有铺。' });
    expect((await toldTo(community, 'officer', id)).at(-1)).toBe('有一条约定没做到，警务室会督促。');
    const seen = await as('neighbour').get('dispute.open', { id });
    expect(seen.agreement!.clauses[0]!.state).toBe('broken');
    expect(seen.remedies.join()).toContain('起诉');
  });

  test('each clause has one outcome, and there is no clause beyond the last', async () => {
    const id = await twoPromises();
    await as('mediator').get('dispute.prove', { id, clause: 0, words: '看过了。' });
    expect(await refusalOf(as('mediator').ask('dispute.default', { id, clause: 0, words: '没做到。' }))).toMatchObject({ code: 'INVALID_INPUT', details: { clause: '这一条已经有结果了。' } });
    for (const clause of [2, -1, 0.5]) expect(codeOf(await as('mediator').ask('dispute.prove', { id, clause, words: '做到了。' }))).toBe('INVALID_INPUT');
  });

  test('three people say at once that it was kept: it is kept once', async () => {
    const id = await twoPromises();
    const replies = await Promise.all((['resident', 'mediator', 'resident'] as const).map((name) => as(name).ask('dispute.prove', { id, clause: 0, words: '做到了。' })));
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await movesOf(community, id)).filter((move) => move === 'prove')).toHaveLength(1);
  });

  test('when every clause has its outcome, somebody asks again after seven days', async () => {
    const id = await twoPromises();
    await as('resident').get('dispute.prove', { id, clause: 0, words: '铺好了。' });
    const { state, next } = await as('mediator').get('dispute.default', { id, clause: 1, words: '纸条还在。' });
    expect([state, next!.who, next!.dueAt! - (await documentOf(community, id)).changedAt]).toEqual(['following', '民警', 7 * DAY]);
    expect((await movesOf(community, id)).slice(-2)).toEqual(['default', 'conclude']);
    expect((await toldTo(community, 'officer2', id)).at(-1)).toBe('约定都有了结果，7天后回访。');
    expect((await storyFor(community, 'resident', id))[0]).toBe('每一条都有了结果');
  });
});

describe('asking again', () => {
  test('an officer who did not mediate asks both, and closes; what they said is for staff', async () => {
    const id = await aDispute(community, 'following');
    const closed = await as('officer2').get('dispute.close', { id, ...kept, respondent: 'noAnswer' });
    expect(closed.state).toBe('closed');
    expect((await documentOf(community, id)).facts.followUps).toMatchObject([{ applicant: 'kept', respondent: 'noAnswer', by: community.idOf('officer2') }]);
    expect((await storyFor(community, 'mediator', id))[0]).toBe('陆警官回访过，办完了：两边都说好了。');
    expect((await storyFor(community, 'resident', id))[0]).toBe('陆警官回访过，办完了');
    expect((await toldTo(community, 'resident', id)).at(-1)).toBe('办完了。如果没解决，30天内可以说。');
    expect((await documentOf(community, id)).clocks.map(({ name }) => name)).toEqual(['confirmation', 'secondFollowUp']);
  });

  test('the mediator does not close the own case', async () => {
    const id = await aDispute(community, 'following');
    expect(codeOf(await as('mediator').ask('dispute.close', { id, ...kept }))).toBe('FORBIDDEN');
  });

  test('not even when the mediator is an officer as well', async () => {
    const both = await newcomer(community, 'demo-both', '秦川', { role: 'mediator', scopeId: 'community' });
    const personId = (await both.get('identity.me', {})).id;
    await as('admin').get('identity.grantRole', { personId, role: 'officer', scopeId: 'community' });
    const id = await aDispute(community);
    await as('officer').get('dispute.triage', { id, colour: 'blue', danger: noise.danger, track: 'people' });
    await as('officer').get('dispute.invite', { id, channel: 'call', isReached: true, words: '愿意谈。' });
    await as('officer').get('dispute.accept', { id, hasRespondentAgreed: true, isRightsNoticeRead: true });
    await as('officer').get('dispute.assign', { id, mediatorId: personId });
    expect((await both.get('dispute.open', { id })).relations).toEqual(['mediator', 'officer']);
    await community.cloud.database.collection('disputes').doc(id).update({ state: 'following' });
    expect(codeOf(await both.ask('dispute.close', { id, ...kept }))).toBe('FORBIDDEN');
    expect(codeOf(await as('officer').ask('dispute.close', { id, ...kept }))).toBe('OK');
  });

  test('who settled it on the spot does not close it either', async () => {
    const { id } = await as('officer').get('dispute.settleNow', {
      category: 'parking', buildingId: 'building3', story: '占道。', settledHow: '挪走了。', haveBothAgreed: true, applicant: { name: '甲' }, respondent: { name: '乙' },
    });
    expect(codeOf(await as('officer').ask('dispute.close', { id, ...kept }))).toBe('FORBIDDEN');
    expect(codeOf(await as('officer2').ask('dispute.close', { id, ...kept }))).toBe('OK');
    const told = await aDispute(community);
    await as('officer2').get('dispute.settle', { id: told, settledHow: '说好了。', haveBothAgreed: true });
    expect(codeOf(await as('officer2').ask('dispute.close', { id: told, ...kept }))).toBe('FORBIDDEN');
  });

  test('not a grid worker, a leader or a party', async () => {
    const id = await aDispute(community, 'following');
    for (const name of ['gridWorker', 'leader', 'auxiliary', 'resident'] as const) expect(codeOf(await as(name).ask('dispute.close', { id, ...kept }))).toBe('FORBIDDEN');
  });

  test('nothing is closed while a promise is open', async () => {
    expect(codeOf(await as('officer2').ask('dispute.close', { id: await twoPromises(), ...kept }))).toBe('INVALID_MOVE');
  });
});

describe('没解决', () => {
  test('within thirty days either party may say so: it goes back, and is looked at within three workdays', async () => {
    const id = await aDispute(community, 'closed');
    await bindRespondent(community, id);
    expect(await as('neighbour').get('dispute.contest', { id, reason: '还是响。' })).toMatchObject({ state: 'following' });
    const { facts, clocks } = await documentOf(community, id);
    expect(facts.contests).toBe(1);
    const { dueAt, startedAt } = clocks.find(({ name }) => name === 'followUp')!;
    expect([dueAt > startedAt + 2 * DAY, dueAt < startedAt + 7 * DAY]).toEqual([true, true]);
    for (const name of ['officer', 'leader', 'mediator'] as const) expect((await toldTo(community, name, id)).at(-1)).toBe('当事人说还没解决。');
    expect((await storyFor(community, 'resident', id))[0]).toBe('对方说还没解决');
    expect((await storyFor(community, 'officer', id))[0]).toMatch(/：还是响。$/);
  });

  test('also of what was settled on the spot', async () => {
    const id = await aDispute(community);
    await as('gridWorker').get('dispute.settle', { id, settledHow: '说好了。', haveBothAgreed: true });
    expect(await as('resident').get('dispute.contest', { id, reason: '又响了。' })).toMatchObject({ state: 'following' });
  });

  test('on day 30 it passes, on day 31 it is a new matter', async () => {
    const [inTime, late] = [await aDispute(community, 'closed'), await aDispute(community, 'closed')];
    const { closedAt } = (await documentOf(community, late)).facts;
    await community.cloud.later(closedAt! + 30 * DAY - 60_000 - (await community.cloud.now()));
    expect(codeOf(await as('resident').ask('dispute.contest', { id: inTime, reason: '又响了。' }))).toBe('OK');
    await community.cloud.later(DAY);
    expect(await refusalOf(as('resident').ask('dispute.contest', { id: late, reason: '又响了。' }))).toMatchObject({ code: 'INVALID_MOVE', message: '办完已经超过30天，请作为一件新的事再说一次。' });
  });

  test('what was refused, withdrawn or has failed was never solved, and no grid worker says so for a party', async () => {
    for (const state of ['refused', 'withdrawn', 'failed'] as const) expect(codeOf(await as('resident').ask('dispute.contest', { id: await aDispute(community, state), reason: '没解决。' }))).toBe('INVALID_MOVE');
    expect(codeOf(await as('gridWorker').ask('dispute.contest', { id: (await settledOnSpot(community)).id, reason: '没解决。' }))).toBe('FORBIDDEN');
  });

  test('it is closed anew after it was looked at, and may be contested anew', async () => {
    const id = await aDispute(community, 'closed');
    await as('resident').get('dispute.contest', { id, reason: '又响了。' });
    await as('officer2').get('dispute.close', { id, ...kept });
    await as('resident').get('dispute.contest', { id, reason: '还是响。' });
    expect((await documentOf(community, id)).facts).toMatchObject({ contests: 2, followUps: [{}, {}] });
  });
});
