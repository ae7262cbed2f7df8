/** 回访, 没解决, 重新办 and ratings: what happens after it seemed to be over. */
import { DAY, MINUTE } from '../../miniprogram/domain/time/format';
import { startCommunity, type Community } from '../support/community';
import { bindRespondent, codeOf, documentOf, eventsOf, movesOf, refusalOf, storyFor, toldTo } from '../support/dispute-spec';
import { aDispute, pavement, settledOnSpot } from '../support/disputes';
import { findTampering } from '../../cloudfunctions/_kit/audit';

let community: Community;
let as: Community['as'];

beforeAll(async () => {
  community = await startCommunity();
  as = community.as;
}, 60_000);
afterAll(() => community.stop());

const kept = { applicant: 'kept', respondent: 'kept', words: '两边都说好了。' } as const;
const notKept = { ...kept, applicant: 'notKept', words: '申请人说夜里又响了。' } as const;
const clocksOf = async (id: string) => (await documentOf(community, id)).clocks.map(({ name, startedAt, dueAt }) => `${name} ${Math.round((dueAt - startedAt) / DAY)}`);
const contested = async () => {
  const id = await aDispute(community, 'closed');
  await as('resident').get('dispute.contest', { id, reason: '又响了。' });
  return id;
};
/** The one promise was recorded as broken, and nobody said anything since. */
const broken = async () => {
  const id = await aDispute(community, 'performing');
  await as('mediator').get('dispute.default', { id, clause: 0, words: '没有铺。' });
  return id;
};

describe('asking after seven days, and after thirty', () => {
  test('both were asked and it stays open; what they said is for staff', async () => {
    const id = await aDispute(community, 'following');
    expect(await as('officer2').get('dispute.followUp', { id, ...kept, respondent: 'noAnswer' })).toMatchObject({ state: 'following' });
    expect((await as('officer').get('dispute.open', { id })).followUps).toMatchObject([{ applicant: 'kept', respondent: 'noAnswer' }]);
    expect((await as('resident').get('dispute.open', { id })).followUps).toEqual([]);
    expect((await storyFor(community, 'officer', id))[0]).toBe('陆警官回访过：两边都说好了。');
    expect((await storyFor(community, 'resident', id))[0]).toBe('陆警官回访过');
    expect(await clocksOf(id)).toEqual(expect.arrayContaining(['secondFollowUp 23']));
  });

  test('closed on day 7, it is asked after once more on day 30, and the officer is reminded', async () => {
    const id = await aDispute(community, 'following');
    await community.cloud.later(7 * DAY);
    await as('officer2').get('dispute.close', { id, ...kept });
    await community.cloud.later(23 * DAY);
    await community.cloud.runTimers('dispute');
    expect((await toldTo(community, 'officer', id)).at(-1)).toBe('到30天回访的日子了。');
    expect(await as('officer2').get('dispute.followUp', { id, ...kept })).toMatchObject({ state: 'closed' });
    expect((await documentOf(community, id)).facts.followUps).toHaveLength(2);
    expect((await clocksOf(id)).join()).not.toContain('secondFollowUp');
  });

  test('what was settled on the spot is asked after once', async () => {
    const { id } = await settledOnSpot(community);
    await as('officer').get('dispute.close', { id, ...kept });
    expect(await clocksOf(id)).toEqual([]);
  });

  test('only an officer who did not mediate', async () => {
    const id = await aDispute(community, 'following');
    for (const name of ['mediator', 'auxiliary', 'leader', 'gridWorker', 'resident'] as const) expect(codeOf(await as(name).ask('dispute.followUp', { id, ...kept }))).toBe('FORBIDDEN');
    const { id: own } = await as('officer').get('dispute.settleNow', pavement);
    expect(codeOf(await as('officer').ask('dispute.followUp', { id: own, ...kept }))).toBe('FORBIDDEN');
  });

  test('nobody asks while promises are still open', async () => {
    expect(codeOf(await as('officer2').ask('dispute.followUp', { id: await aDispute(community, 'performing'), ...kept }))).toBe('INVALID_MOVE');
  });

  test('没做到 is not closed as kept; recorded as broken it may be', async () => {
    const id = await aDispute(community, 'following');
    expect(await refusalOf(as('officer2').ask('dispute.close', { id, ...notKept }))).toMatchObject({ code: 'INVALID_MOVE', message: '还有人说没做到，先重新办，不能办结。' });
    expect(codeOf(await as('officer2').ask('dispute.close', { id: await broken(), ...notKept }))).toBe('OK');
  });
});

describe('没解决, put down for somebody', () => {
  test('an officer or an auxiliary puts it down for who has no account, and the line says so', async () => {
    const id = await aDispute(community, 'closed');
    expect(await as('auxiliary').get('dispute.contest', { id, side: 'respondent', reason: '对门也还在响。' })).toMatchObject({ state: 'following' });
    expect((await storyFor(community, 'resident', id))[0]).toBe('程辅警记下有一方说还没解决');
    expect((await storyFor(community, 'officer', id))[0]).toBe('程辅警记下有一方说还没解决：被申请人说：对门也还在响。');
    expect((await as('officer').get('dispute.open', { id })).lines[0]).toMatchObject({ move: 'contest', isForParty: true });
  });

  test('not for who has one, not without saying for whom, and nobody else does', async () => {
    const id = await aDispute(community, 'closed');
    expect(await refusalOf(as('officer').ask('dispute.contest', { id, side: 'applicant', reason: '没解决。' }))).toMatchObject({ code: 'FORBIDDEN', message: '这一方自己有账号，请他在手机上说。' });
    expect(codeOf(await as('officer').ask('dispute.contest', { id, reason: '没解决。' }))).toBe('INVALID_INPUT');
    for (const name of ['mediator', 'leader', 'gridWorker'] as const) expect(codeOf(await as(name).ask('dispute.contest', { id, side: 'respondent', reason: '没解决。' }))).toBe('FORBIDDEN');
  });

  test('a party speaks for the own side alone', async () => {
    const id = await aDispute(community, 'closed');
    expect(codeOf(await as('resident').ask('dispute.contest', { id, side: 'respondent', reason: '没解决。' }))).toBe('FORBIDDEN');
    expect(await as('resident').get('dispute.contest', { id, side: 'applicant', reason: '没解决。' })).toMatchObject({ state: 'following' });
  });

  test('how often it was said is there for everybody who may read the story', async () => {
    const id = await contested();
    for (const name of ['resident', 'officer', 'leader'] as const) expect((await as(name).get('dispute.open', { id })).contests).toBe(1);
  });

  test('closing and 没解决 in the same second: one truth, and the history is whole', async () => {
    for (const by of ['resident', 'auxiliary'] as const) {
      const id = await contested();
      const said = by === 'resident' ? {} : { side: 'respondent' as const };
      const [close, contest] = await Promise.all([as('officer2').ask('dispute.close', { id, ...kept }), as(by).ask('dispute.contest', { id, reason: '还是响。', ...said })]);
      const { state, facts } = await documentOf(community, id);
      expect(close.ok).toBe(true); // it is open to closing; 没解决 can only be said of what was closed
      expect([state, facts.contests]).toEqual(contest.ok ? ['following', 2] : ['closed', 1]);
      expect((await movesOf(community, id)).slice(-2)).toEqual(contest.ok ? ['close', 'contest'] : ['contest', 'close']);
      expect(findTampering(await documentOf(community, id), await eventsOf(community, id))).toEqual([]);
    }
  });

  test('two officers close at once: it is closed once', async () => {
    const id = await aDispute(community, 'following');
    const replies = await Promise.all((['officer', 'officer2'] as const).map((name) => as(name).ask('dispute.close', { id, ...kept })));
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await documentOf(community, id)).facts.followUps).toHaveLength(1);
  });
});

describe('重新办', () => {
  test('after 没解决 it begins anew: harder than before, with another mediator, and nobody has agreed yet', async () => {
    const id = await contested();
    const { facts: before } = await documentOf(community, id);
    expect(await as('officer').get('dispute.reopen', { id, reason: '地垫没有用，要换办法。' })).toMatchObject({ state: 'triaged', colour: 'yellow' });
    const { facts } = await documentOf(community, id);
    expect(facts).toMatchObject({ failures: 1, contests: 1, tries: [], earlierAgreements: [{ agreement: before.agreement }] });
    const readers = ['officer', 'leader', 'resident'] as const;
    for (const name of readers) expect((await as(name).get('dispute.open', { id })).earlierAgreements).toMatchObject([{ digest: before.agreement?.digest, form: before.agreement?.form }]);
    for (const gone of ['closedAt', 'contestedAt', 'agreement', 'mediator', 'session', 'settledLevel']) expect(facts).not.toHaveProperty(gone);
    expect(facts.respondent).not.toHaveProperty('consentedAt');
    expect(await clocksOf(id)).toEqual([expect.stringMatching(/^contact/)]);
    expect((await toldTo(community, 'resident', id)).at(-1)).toBe('重新办起来了。');
    expect((await storyFor(community, 'resident', id))[0]).toBe('沈警官重新办起来了');
  });

  test('it goes the whole way once more, and is closed and rated anew', async () => {
    const id = await contested();
    await as('officer').get('dispute.reopen', { id, reason: '再谈一次。' });
    await as('officer').get('dispute.invite', { id, channel: 'call', isReached: true, words: '愿意再谈。' });
    expect(codeOf(await as('officer').ask('dispute.accept', { id, hasRespondentAgreed: false, isRightsNoticeRead: true }))).toBe('REFUSED');
    await as('officer').get('dispute.accept', { id, hasRespondentAgreed: true, isRightsNoticeRead: true });
    const { clocks, facts } = await documentOf(community, id);
    expect(clocks.find(({ name }) => name === 'deadline')!.dueAt).toBe(facts.acceptedAt! + 30 * DAY);
  });

  test('also when a promise was broken, before or after it is closed', async () => {
    expect(await as('officer').get('dispute.reopen', { id: await broken(), reason: '没有铺，重新谈。' })).toMatchObject({ state: 'triaged' });
    const closed = await broken();
    await as('officer2').get('dispute.close', { id: closed, ...notKept });
    expect(await as('officer').get('dispute.reopen', { id: closed, reason: '没有铺，重新谈。' })).toMatchObject({ state: 'triaged' });
  });

  test('and when somebody who was asked on day 30 says that it is not kept', async () => {
    const id = await aDispute(community, 'closed');
    await community.cloud.later(23 * DAY);
    await as('officer2').get('dispute.followUp', { id, ...notKept });
    expect(await as('officer').get('dispute.reopen', { id, reason: '又响了。' })).toMatchObject({ state: 'triaged' });
  });

  test('what was settled on the spot goes to the officer', async () => {
    const { id } = await settledOnSpot(community);
    await as('officer').get('dispute.contest', { id, side: 'applicant', reason: '第二天又堵了。' });
    expect(await as('officer').get('dispute.reopen', { id, reason: '请调解员谈。' })).toMatchObject({ state: 'triaged', colour: 'yellow' });
  });

  test('also at once, when it did not hold and the officer who asks hears of it', async () => {
    const { id } = await settledOnSpot(community);
    await as('officer2').get('dispute.followUp', { id, ...notKept });
    expect(codeOf(await as('officer2').ask('dispute.close', { id, ...notKept }))).toBe('INVALID_MOVE');
    expect(await as('officer2').get('dispute.reopen', { id, reason: '第二天又堵了。' })).toMatchObject({ state: 'triaged' });
  });

  test('not when nobody complained, nor when what was said has been seen to', async () => {
    const id = await aDispute(community, 'closed');
    expect(await refusalOf(as('officer').ask('dispute.reopen', { id, reason: '再办。' }))).toMatchObject({ code: 'INVALID_MOVE', message: '没有人说没解决，也没有没做到的，不用重新办。' });
    await as('resident').get('dispute.contest', { id, reason: '又响了。' });
    await as('officer2').get('dispute.close', { id, ...kept });
    expect(codeOf(await as('officer').ask('dispute.reopen', { id, reason: '再办。' }))).toBe('INVALID_MOVE');
  });

  test('within thirty days; then it is a new matter', async () => {
    const [inTime, late] = [await contested(), await contested()];
    await community.cloud.later(30 * DAY - 5 * MINUTE);
    expect(codeOf(await as('officer').ask('dispute.reopen', { id: inTime, reason: '再办。' }))).toBe('OK');
    await community.cloud.later(DAY);
    expect(await refusalOf(as('officer').ask('dispute.reopen', { id: late, reason: '再办。' }))).toMatchObject({ code: 'INVALID_MOVE', message: '过了30天，请作为一件新的事再说一次。' });
  });

  test('officers do it, and nobody else', async () => {
    const id = await contested();
    for (const name of ['resident', 'mediator', 'auxiliary', 'leader', 'gridWorker'] as const) expect(codeOf(await as(name).ask('dispute.reopen', { id, reason: '再办。' }))).toBe('FORBIDDEN');
  });
});

describe('ratings', () => {
  test('each party gives one to five, may think again, and sees the own alone', async () => {
    const id = await aDispute(community, 'closed');
    await bindRespondent(community, id);
    await as('resident').get('dispute.rate', { id, score: 2 });
    await as('neighbour').get('dispute.rate', { id, score: 4, words: '谢谢。' });
    await as('resident').get('dispute.rate', { id, score: 5, words: '后来真的不响了。' });
    expect((await documentOf(community, id)).facts.ratings).toMatchObject([{ side: 'respondent', score: 4 }, { side: 'applicant', score: 5 }]);
    expect((await as('resident').get('dispute.open', { id })).rating).toBe(5);
    expect((await as('neighbour').get('dispute.open', { id })).rating).toBe(4);
    expect((await as('officer').get('dispute.open', { id })).rating).toBeUndefined();
    expect((await storyFor(community, 'neighbour', id))[0]).toBe('您打了分：4分。谢谢。');
    expect((await storyFor(community, 'neighbour', id)).join()).not.toContain('不响了');
  });

  test('who says nothing is unrated', async () => {
    const id = await aDispute(community, 'closed');
    expect((await as('resident').get('dispute.open', { id })).rating).toBeUndefined();
    expect((await documentOf(community, id)).facts.ratings).toBeUndefined();
  });

  test('whole points, one to five, by a party, of what is closed', async () => {
    const id = await aDispute(community, 'closed');
    for (const score of [0, 6, 4.5, Number.NaN]) expect(codeOf(await as('resident').ask('dispute.rate', { id, score }))).toBe('INVALID_INPUT');
    for (const name of ['officer', 'mediator', 'leader'] as const) expect(codeOf(await as(name).ask('dispute.rate', { id, score: 5 }))).toBe('FORBIDDEN');
    expect(codeOf(await as('resident').ask('dispute.rate', { id: await aDispute(community, 'following'), score: 5 }))).toBe('INVALID_MOVE');
  });

  test('for thirty days', async () => {
    const id = await aDispute(community, 'closed');
    await community.cloud.later(30 * DAY - 5 * MINUTE);
    expect(codeOf(await as('resident').ask('dispute.rate', { id, score: 3 }))).toBe('OK');
    await community.cloud.later(DAY);
    expect(await refusalOf(as('resident').ask('dispute.rate', { id, score: 5 }))).toMatchObject({ code: 'INVALID_MOVE', message: '办完已经超过30天，不用再打分了。' });
  });

  test('a closing that was contested keeps its rating, and the next one is rated anew', async () => {
    const id = await aDispute(community, 'closed');
    await as('resident').get('dispute.rate', { id, score: 2 });
    await as('resident').get('dispute.contest', { id, reason: '又响了。' });
    await community.cloud.later(DAY);
    await as('officer2').get('dispute.close', { id, ...kept });
    expect((await as('resident').get('dispute.open', { id })).rating).toBeUndefined();
    await as('resident').get('dispute.rate', { id, score: 4 });
    expect((await documentOf(community, id)).facts.ratings).toMatchObject([{ score: 2 }, { score: 4 }]);
  });
});

describe('an applicant’s word to withdraw (第23条)', () => {
  test('an officer puts it down, and says that it is the applicant’s', async () => {
    const id = await aDispute(community, 'inviting');
    expect(await refusalOf(as('officer').ask('dispute.withdraw', { id }))).toMatchObject({ code: 'FORBIDDEN', basis: '人民调解法 第23条' });
    expect(await as('officer').get('dispute.withdraw', { id, isForApplicant: true, reason: '打电话来说和好了。' })).toMatchObject({ state: 'withdrawn' });
    expect((await storyFor(community, 'resident', id))[0]).toBe('沈警官记下申请人要撤回');
    expect((await storyFor(community, 'officer2', id))[0]).toBe('沈警官记下申请人要撤回：打电话来说和好了。');
  });

  test('the applicant needs no such words, and nobody else may use them', async () => {
    const id = await aDispute(community, 'mediating');
    await bindRespondent(community, id);
    for (const name of ['resident', 'neighbour', 'mediator', 'auxiliary', 'leader', 'gridWorker'] as const) expect(codeOf(await as(name).ask('dispute.withdraw', { id, isForApplicant: true }))).toBe('FORBIDDEN');
    for (const name of ['neighbour', 'mediator', 'auxiliary', 'leader', 'gridWorker'] as const) expect(codeOf(await as(name).ask('dispute.withdraw', { id }))).toBe('FORBIDDEN');
    expect(codeOf(await as('resident').ask('dispute.withdraw', { id }))).toBe('OK');
  });
});
