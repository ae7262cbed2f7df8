/** 要打的电话: who must know something, and has no account to read it in. */
import type { Message } from '../../cloudfunctions/_kit/collections';
import { BUILDING, startCommunity, type Community, type Name } from '../support/community';
import { codeOf } from '../support/dispute-spec';
import { aDispute, freeHour } from '../support/disputes';

let community: Community;
let as: Community['as'];

beforeAll(async () => {
  community = await startCommunity(undefined, { functionEnv: { JIAAN_MESSAGE_TEMPLATE: 'template-1' } });
  as = community.as;
}, 60_000);
afterAll(() => community.stop());

const callsFor = async (id: string, name: Name = 'officer') => (await as(name).get('dispute.calls', {})).calls.filter(({ disputeId }) => disputeId === id);

test('a time is fixed: the party without an account is on the list of calls, with what to say', async () => {
  const id = await aDispute(community, 'scheduled');
  const [call, ...others] = await callsFor(id);
  expect(others).toEqual([]);
  expect(call).toMatchObject({ side: 'respondent', name: '楼上住户', phone: '139******22' });
  expect(call?.sentence).toMatch(/约在.+调解室/);
});

test('both parties without an account are rung, each by a line of its own', async () => {
  const { id } = await as('officer').get('dispute.file', {
    category: 'noise', story: '两家都来说过。', buildingId: BUILDING, danger: { isHurt: false, isThreatened: false, isChildAtRisk: false, isHomeViolence: false },
    applicant: { name: '一楼', phone: '13900000061', hasAgreed: true }, respondent: { name: '二楼', phone: '13900000062' }, source: 'phone',
  });
  await as('officer').get('dispute.triage', { id, colour: 'blue', danger: { isHurt: false, isThreatened: false, isChildAtRisk: false, isHomeViolence: false }, track: 'people' });
  await as('officer').get('dispute.invite', { id, channel: 'call', isReached: true, words: '说愿意。' });
  await as('officer').get('dispute.accept', { id, hasRespondentAgreed: true, isRightsNoticeRead: true });
  await as('officer').get('dispute.assign', { id, mediatorId: community.idOf('mediator') });
  await as('mediator').get('dispute.schedule', { id, startAt: await freeHour(community), room: '调解室', hasNoConflict: true });
  expect((await callsFor(id)).map(({ side }) => side).sort()).toEqual(['applicant', 'respondent']);
});

test('who was told leaves the list, and it stays known who rang', async () => {
  const id = await aDispute(community, 'scheduled');
  const [call] = await callsFor(id);
  await as('auxiliary').get('dispute.called', { id, calls: [call?.id ?? ''], isReached: true, words: '电话里说了，会来。' });
  expect(await callsFor(id)).toEqual([]);
  const { data } = await community.cloud.database.collection('messages').where({ _id: call?.id ?? '' }).get();
  expect((data as Message[])[0]?.rung).toMatchObject({ by: community.idOf('auxiliary'), words: '电话里说了，会来。' });
});

test('all that one person must know is told in one call', async () => {
  const id = await aDispute(community, 'scheduled');
  await as('mediator').get('dispute.schedule', { id, startAt: await freeHour(community), room: '会议室', hasNoConflict: true });
  const calls = (await callsFor(id)).map((call) => call.id);
  expect(calls).toHaveLength(2);
  await as('officer').get('dispute.called', { id, calls, isReached: true, words: '电话里告诉了。' });
  expect(await callsFor(id)).toEqual([]);
});

test('who did not pick up stays on the list, with how often somebody tried', async () => {
  const id = await aDispute(community, 'scheduled');
  const [call] = await callsFor(id);
  for (const name of ['auxiliary', 'officer'] as const) await as(name).get('dispute.called', { id, calls: [call?.id ?? ''], isReached: false, words: '没人接。' });
  expect(await callsFor(id)).toMatchObject([{ id: call?.id, missed: { times: 2 } }]);
  expect(JSON.stringify(await as('resident').get('dispute.open', { id }))).not.toContain('没人接');
});

test('a party with an account whom the message does not reach is rung as well', async () => {
  await community.cloud.runTimers();
  const id = await aDispute(community, 'assigned');
  await community.cloud.runTimers('dispute');
  await as('mediator').get('dispute.schedule', { id, startAt: await freeHour(community), room: '调解室', hasNoConflict: true });
  await community.cloud.failNext('subscribeMessage.send', 43101);
  await community.cloud.runTimers('dispute');
  expect((await callsFor(id)).map(({ side }) => side).sort()).toEqual(['applicant', 'respondent']);
});

test('the list is for those who ring there, and for nobody else', async () => {
  const id = await aDispute(community, 'scheduled');
  const [call] = await callsFor(id);
  for (const name of ['resident', 'gridWorker', 'otherGridWorker', 'mediator', 'volunteer'] as const) expect(codeOf(await as(name).ask('dispute.calls', {}))).toBe('FORBIDDEN');
  expect(codeOf(await as('resident').ask('dispute.called', { id, calls: [call?.id ?? ''], isReached: true, words: '说了' }))).toBe('FORBIDDEN');
  expect(codeOf(await as('otherGridWorker').ask('dispute.called', { id, calls: [call?.id ?? ''], isReached: true, words: '说了' }))).toBe('NOT_FOUND');
});

test('a line of one case is not ticked off through another', async () => {
  const [mine, other] = [await aDispute(community, 'scheduled'), await aDispute(community, 'scheduled')];
  const [call] = await callsFor(other);
  expect(codeOf(await as('officer').ask('dispute.called', { id: mine, calls: [call?.id ?? ''], isReached: true, words: '说了' }))).toBe('NOT_FOUND');
});

test('the home of those who ring says how many wait', async () => {
  const waiting = (await as('officer').get('dispute.calls', {})).calls.length;
  expect(waiting).toBeGreaterThan(0);
  expect((await as('officer').get('identity.home', {})).calls).toBe(waiting);
  expect((await as('resident').get('identity.home', {})).calls).toBeUndefined();
});
