/** What comes late: an account for who said yes by telephone, another mediator for what is agreed, and days that are not over yet. */
import { DAY, dayKey } from '../../miniprogram/domain/time/format';
import { BUILDING, startCommunity, type Community } from '../support/community';
import { codeOf, movesOf, refusalOf, toldTo } from '../support/dispute-spec';
import { aDispute, draftOf, safe } from '../support/disputes';

let community: Community;
let as: Community['as'];

beforeAll(async () => {
  community = await startCommunity();
  as = community.as;
}, 60_000);
afterAll(() => community.stop());

test.each(['accepted', 'mediating', 'performing'] as const)('a respondent who said yes by telephone comes in with an invitation when it is %s, and nothing else moves', async (state) => {
  const id = await aDispute(community, state);
  const { code } = await as('officer').get('dispute.makeInvitation', { id, channel: 'share', word: '桂花' });
  const bound = await as('neighbour').get('dispute.bindInvitation', { code, word: '桂花' });
  expect(bound).toMatchObject({ id, state, relations: ['respondent'] });
});

test('he calls his promise kept on his own phone', async () => {
  const id = await aDispute(community, 'performing');
  const { code } = await as('auxiliary').get('dispute.makeInvitation', { id, channel: 'note', word: '石桥' });
  await as('neighbour').get('dispute.bindInvitation', { code, word: '石桥' });
  expect(await as('mediator').get('dispute.prove', { id, clause: 0, words: '铺好了。' })).toMatchObject({ state: 'following' });
});

test('a late invitation is taken back like any other', async () => {
  const id = await aDispute(community, 'performing');
  const { code } = await as('officer').get('dispute.makeInvitation', { id, channel: 'share', word: '桂花' });
  await as('officer').get('dispute.revokeInvitation', { id, reason: '发错人了。' });
  expect(codeOf(await as('neighbour').ask('dispute.bindInvitation', { code, word: '桂花' }))).toBe('REFUSED');
});

test('the mediator cannot go on after both signed: another one seals, and the earlier one no longer may', async () => {
  const id = await aDispute(community, 'agreed');
  await as('officer').get('dispute.cover', { id, mediatorId: community.idOf('mediator2'), reason: '住院了。' });
  expect(await as('mediator2').get('dispute.open', { id })).toMatchObject({ state: 'agreed', relations: ['mediator'] });
  expect(codeOf(await as('mediator').ask('dispute.open', { id }))).toBe('NOT_FOUND');
});

test('a party calls a promise broken once its day is over; the mediator may before', async () => {
  const id = await aDispute(community, 'performing');
  const early = await refusalOf(as('resident').ask('dispute.default', { id, clause: 0, words: '不会做的。' }));
  expect(early).toMatchObject({ code: 'INVALID_MOVE', message: '说好的日子还没到，到了再说没做到。' });
  await community.cloud.later(8 * DAY);
  expect(await as('resident').get('dispute.default', { id, clause: 0, words: '到日子了，没做。' })).toMatchObject({ state: 'following' });
  const other = await aDispute(community, 'performing');
  expect(await as('mediator').get('dispute.default', { id: other, clause: 0, words: '对方说不做了。' })).toMatchObject({ state: 'following' });
});

test('who has no account is rung up when a promise was broken', async () => {
  const id = await aDispute(community, 'performing');
  await as('mediator').get('dispute.default', { id, clause: 0, words: '没做到。' });
  const { calls } = await as('officer').get('dispute.calls', {});
  expect(calls.find(({ disputeId }) => disputeId === id)).toMatchObject({ side: 'respondent' });
});

test('the grid worker of the place whistles too; one of another grid does not know of it', async () => {
  const id = await aDispute(community, 'triaged');
  await as('gridWorker').get('dispute.whistle', { id, units: ['物业'], words: '请来看看。' });
  expect((await as('officer').get('dispute.open', { id })).whistles).toMatchObject([{ units: ['物业'], isByClock: false }]);
  expect(codeOf(await as('otherGridWorker').ask('dispute.whistle', { id, units: ['物业'], words: '来。' }))).toBe('NOT_FOUND');
});

test('two days go by and nobody says how it went: each rings on its own, and both parties are asked', async () => {
  const id = await aDispute(community, 'mediating');
  const now = await community.cloud.now();
  const { clauses: [first], ...text } = await draftOf(community, id);
  if (!first) throw new Error('the draft has no clause');
  const clauses = [{ ...first, byDay: dayKey(now + 2 * DAY) }, { ...first, what: '再换桌椅脚套', byDay: dayKey(now + 5 * DAY) }];
  await as('mediator').get('dispute.draft', { ...text, clauses });
  const { agreement } = await as('mediator').get('dispute.open', { id });
  for (const side of ['applicant', 'respondent'] as const) await as('mediator').get('dispute.sign', { id, digest: agreement?.digest ?? '', side, how: 'spoken' });
  const rung = async () => (await movesOf(community, id)).filter((move) => move === 'dueDay').length;

  await community.cloud.later(3 * DAY);
  await community.cloud.runTimers('dispute');
  await community.cloud.runTimers('dispute');
  expect(await rung()).toBe(1);
  expect((await as('resident').get('dispute.open', { id })).next).toMatchObject({ what: first.what, isOverdue: true });
  await community.cloud.later(3 * DAY);
  await community.cloud.runTimers('dispute');
  expect(await rung()).toBe(2);
  expect(await toldTo(community, 'resident', id)).toContain('有一条约定到日子了。做到了没有，请说一声。');
  await community.cloud.later(3 * DAY);
  await community.cloud.runTimers('dispute');
  expect(await rung()).toBe(2);
});

test('who is in danger is asked again after the first call, and without danger one call is enough', async () => {
  const clocksOf = async (danger: typeof safe) => {
    const id = await aDispute(community, 'submitted', { danger });
    await as('officer').get('dispute.triage', { id, colour: 'red', danger, track: 'people' });
    await as('officer').get('dispute.contact', { id, words: '单独见过了。' });
    return (await as('officer').get('dispute.open', { id })).next?.dueAt !== undefined;
  };
  expect([await clocksOf({ ...safe, isThreatened: true }), await clocksOf(safe)]).toEqual([true, false]);
});

test('a leader hears that a lead waits too long, by a message that leads nowhere he may not go', async () => {
  const { id } = await as('volunteer').get('dispute.notice', { category: 'unsure', story: '两家在楼下吵。', buildingId: BUILDING, danger: safe });
  await community.cloud.later(10 * DAY);
  await community.cloud.runTimers('dispute');
  const told = (name: 'leader' | 'officer') => as(name).get('identity.inbox', {}).then(({ messages }) => messages.filter(({ id: message }) => message.startsWith(id)));
  expect((await told('leader')).map(({ page }) => page)).toEqual([undefined]);
  expect((await told('officer')).every(({ page }) => page?.includes(id))).toBe(true);
});
